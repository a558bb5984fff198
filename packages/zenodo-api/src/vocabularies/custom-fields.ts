// Fields that the deposit API takes under `custom`, by name space.
const NAMESPACES: Readonly<Record<string, string>> = {
  code: 'codeRepository programmingLanguage developmentStatus',
  dwc:
    'basisOfRecord catalogNumber class collectionCode country county dateIdentified decimalLatitude ' +
    'decimalLongitude eventDate family genus identifiedBy individualCount institutionCode kingdom lifeStage ' +
    'locality materialSampleID namePublishedInID namePublishedInYear order otherCatalogNumbers phylum ' +
    'preparations recordedBy scientificName scientificNameAuthorship scientificNameID sex specificEpithet ' +
    'stateProvince taxonID taxonRank taxonomicStatus typeStatus verbatimElevation verbatimEventDate ' +
    'sampleSizeValue sampleSizeUnit associatedSequences eventID samplingProtocol locationID habitat ' +
    'countryCode samplingEffort geodeticDatum occurrenceID occurrenceStatus organismQuantity ' +
    'organismQuantityType parentEventID datasetID',
  'gbif-dwc': 'identifiedByID recordedByID',
  gbif:
    'ampliconSize DNA_sequence pcr_primer_forward pcr_primer_reverse pcr_primer_name_forward ' +
    'pcr_primer_name_reverse',
  dc: 'creator rightsHolder',
  openbiodiv: 'TaxonomicConceptLabel',
  mixs: '0000090 0000044 0000045 0000050 0000049 0000058 0000012 0000013 0000014',
  obo: 'RO_0002453',
  ac:
    'associatedSpecimenReference captureDevice physicalSetting resourceCreationTechnique ' +
    'subjectOrientation subjectPart digitizationDate',
};

const known = new Set(
  Object.entries(NAMESPACES).flatMap(([space, names]) =>
    names.split(' ').map((name) => `${space}:${name}`),
  ),
);

/** True for a key that Zenodo keeps of `custom`. */
export function isCustomField(key: string): boolean {
  return known.has(key);
}
