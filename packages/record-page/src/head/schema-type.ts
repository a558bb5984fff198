// The schema.org class that each of Zenodo's resource types is closest to; finer ids first.
const types: Readonly<Record<string, string>> = {
  'image-figure': 'ImageObject',
  'publication-article': 'ScholarlyArticle',
  'publication-book': 'Book',
  'publication-dissertation': 'Thesis',
  'publication-thesis': 'Thesis',
  'publication-report': 'Report',
  'publication-datapaper': 'ScholarlyArticle',
  publication: 'ScholarlyArticle',
  software: 'SoftwareSourceCode',
  dataset: 'Dataset',
  image: 'ImageObject',
  video: 'VideoObject',
  audio: 'AudioObject',
  poster: 'Poster',
  presentation: 'PresentationDigitalDocument',
  lesson: 'LearningResource',
  event: 'Event',
};

/** The schema.org type of a resource type id; `CreativeWork` where there is none closer. */
export function schemaType(resourceType: string): string {
  const [general = ''] = resourceType.split('-');
  return types[resourceType] ?? types[general] ?? 'CreativeWork';
}
