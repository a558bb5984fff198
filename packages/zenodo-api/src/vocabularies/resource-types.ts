/** One resource type of Zenodo with what other formats call it. */
export interface ResourceType {
  readonly id: string;
  readonly title: string;
  /** `type` and, after the hyphen, `subtype` as the deposit API spells them. */
  readonly type: string;
  readonly subtype: string | null;
  /** DataCite 4 resourceTypeGeneral. */
  readonly dataciteGeneral: string;
  /** Type of the Citation Style Language. */
  readonly csl: string;
  /** Class of schema.org. */
  readonly schemaOrg: string;
}

// id, title, DataCite general type, CSL type, schema.org class
const TABLE = `
publication|Publication|Text|report|CreativeWork
publication-annotationcollection|Annotation collection|Collection|report|Collection
publication-book|Book|Book|book|Book
publication-section|Book chapter|BookChapter|chapter|ScholarlyArticle
publication-conferencepaper|Conference paper|ConferencePaper|paper-conference|ScholarlyArticle
publication-conferenceproceeding|Conference proceeding|ConferenceProceeding|paper-conference|ScholarlyArticle
publication-datamanagementplan|Output management plan|OutputManagementPlan|report|CreativeWork
publication-journal|Journal|Journal|journal|ScholarlyArticle
publication-article|Journal article|JournalArticle|article-journal|ScholarlyArticle
publication-patent|Patent|Text|patent|CreativeWork
publication-peerreview|Peer review|PeerReview|article|ScholarlyArticle
publication-preprint|Preprint|Preprint|article|ScholarlyArticle
publication-deliverable|Project deliverable|Text|report|CreativeWork
publication-milestone|Project milestone|Text|report|CreativeWork
publication-proposal|Proposal|Text|article|CreativeWork
publication-report|Report|Report|article|ScholarlyArticle
publication-softwaredocumentation|Software documentation|Text|article|CreativeWork
publication-taxonomictreatment|Taxonomic treatment|Text|article|ScholarlyArticle
publication-technicalnote|Technical note|Text|article|ScholarlyArticle
publication-workingpaper|Working paper|Text|article|ScholarlyArticle
publication-datapaper|Data paper|DataPaper|article|ScholarlyArticle
publication-dissertation|Thesis|Dissertation|article|Thesis
publication-standard|Standard|Standard|article|CreativeWork
publication-studyregistration|Study Registration|StudyRegistration|article|CreativeWork
publication-other|Other|Text|article|CreativeWork
poster|Poster|Poster|graphic|CreativeWork
presentation|Presentation|Presentation|speech|PresentationDigitalDocument
event|Event|Event|event|Event
dataset|Dataset|Dataset|dataset|Dataset
image|Image|Image|figure|ImageObject
image-figure|Figure|Image|figure|ImageObject
image-plot|Plot|Image|figure|ImageObject
image-drawing|Drawing|Image|graphic|ImageObject
image-diagram|Diagram|Image|figure|ImageObject
image-photo|Photo|Image|graphic|Photograph
image-other|Other|Image|graphic|ImageObject
model|Model|Model|figure|CreativeWork
video|Video|Audiovisual|motion_picture|MediaObject
audio|Audio|Sound|document|MediaObject
software|Software|Software|software|SoftwareSourceCode
software-computationalnotebook|Computational notebook|ComputationalNotebook|software|SoftwareSourceCode
lesson|Lesson|InteractiveResource|speech|CreativeWork
other|Other|Other|article|CreativeWork
physicalobject|Physical object|PhysicalObject|graphic|CreativeWork
workflow|Workflow|Workflow|software|CreativeWork
`;

const types = new Map(
  TABLE.trim()
    .split('\n')
    .map((line): [string, ResourceType] => {
      const [id = '', title = '', dataciteGeneral = '', csl = '', schemaOrg = ''] = line.split('|');
      const [type = '', subtype = null] = id.split('-');
      return [id, { id, title, type, subtype, dataciteGeneral, csl, schemaOrg }];
    }),
);

/** Can be named by `resource_type` of a related identifier, but not deposited. */
const linkableOnly = new Set(['project', 'instrument']);

/** The resource type of this id, or null. */
export function resourceType(id: string): ResourceType | null {
  return types.get(id) ?? null;
}

/** All resource types that can be deposited. */
export function resourceTypes(): readonly ResourceType[] {
  return [...types.values()];
}

/** `unknown`: not in the vocabulary. `not-depositable`: only for related identifiers. */
export function depositableAs(id: string): 'yes' | 'not-depositable' | 'unknown' {
  if (types.has(id)) return 'yes';
  return linkableOnly.has(id) ? 'not-depositable' : 'unknown';
}

/** True when a related identifier may carry this resource type. */
export function isLinkableResourceType(id: string): boolean {
  return types.has(id) || linkableOnly.has(id);
}

/** Zenodo renamed the subtype `thesis`; both spellings are taken, only the new one is given back. */
export function currentResourceTypeId(id: string): string {
  return id === 'publication-thesis' ? 'publication-dissertation' : id;
}
