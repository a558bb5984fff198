export type { DepositMetadata, DepositPerson } from './legacy/deposit-metadata.js';
export { decodeBucketFile } from './wire/bucket-file.js';
export type { BucketFile } from './wire/bucket-file.js';
export type { Decoded, WireProblem } from './wire/decoded.js';
export { decodeDepositionFiles } from './wire/deposition-file.js';
export type { DepositionFile } from './wire/deposition-file.js';
export { decodeDeposition, decodeDepositionList } from './wire/deposition.js';
export type {
  Deposition,
  DepositionFacts,
  DoneDeposition,
  InProgressDeposition,
  ListedDeposition,
  UnsubmittedDeposition,
} from './wire/deposition.js';
export { decodeErrorBody } from './wire/error-body.js';
export type { ErrorBody, FieldError } from './wire/error-body.js';
export {
  decodeDraftId,
  decodeEditableContent,
  decodeRecord,
  decodeRecordPage,
} from './wire/record.js';
export type { EditableContent, RecordFile, RecordPage, ZenodoRecord } from './wire/record.js';
export {
  decodeDepositBody,
  doiErrors,
  loadRecordMetadata,
  publishErrors,
  SERVER_ERROR_MESSAGE,
  VALIDATION_MESSAGE,
} from './legacy/deposit-draft.js';
export type { DecodedDeposit, DepositDraft } from './legacy/deposit-draft.js';
export {
  NOT_A_LIST,
  NOT_A_STRING,
  NOT_NULL,
  REQUIRED,
  RefusedFields,
  UnexpectedValue,
} from './legacy/field-error.js';
export {
  getFrom,
  isObject,
  isTruthy,
  ownValue,
  pythonText,
  pythonType,
} from './legacy/dynamic-value.js';
export type { JsonObject } from './legacy/dynamic-value.js';
export type { GivenDoi } from './legacy/load-access.js';
export type { CustomFields } from './legacy/load-custom-fields.js';
export type { LoadContext } from './legacy/load-metadata.js';
export { checkMetadata } from './legacy/metadata-schema.js';
export type { CheckedMetadata } from './legacy/metadata-schema.js';
export type {
  RdmAccess,
  RdmCreator,
  RdmDate,
  RdmDescription,
  RdmFeature,
  RdmFunding,
  RdmIdentifier,
  RdmMetadata,
  RdmPersonOrOrg,
  RdmRelatedIdentifier,
  RdmRights,
  VocabularyRef,
} from './legacy/rdm-metadata.js';
export { toDepositMetadata } from './legacy/to-deposit-metadata.js';
export type { SerializedIds } from './legacy/to-deposit-metadata.js';
export { unknownIds } from './legacy/vocabulary-check.js';
export type { UnknownId } from './legacy/vocabulary-check.js';
export { CITATION_FILE_HTML, RECORD_HTML } from './html/allowed-html.js';
export type { AllowedHtml } from './html/allowed-html.js';
export { sanitizeHtml } from './html/sanitize-html.js';
export { detectRelatedScheme, detectSchemes } from './identifiers/detect.js';
export { normalizeIdentifier } from './identifiers/normalize.js';
export {
  isDoi,
  isGnd,
  isIsbn,
  isIsni,
  isOrcid,
  isRor,
  isSwhid,
  isUrl,
} from './identifiers/schemes.js';
export { cleanText } from './text/clean-text.js';
export { edtfException, isEdtfLevel0 } from './text/edtf.js';
export {
  contributorRoleIds,
  isContributorRole,
  legacyContributorType,
  legacyContributorTypes,
} from './vocabularies/contributor-types.js';
export { isCustomField } from './vocabularies/custom-fields.js';
export { dateTypes, isDateType } from './vocabularies/date-types.js';
export { allFunders, funderByDoi, funderByRor } from './vocabularies/funders.js';
export type { Funder } from './vocabularies/funders.js';
export { isLanguage, languageIds, threeLetterLanguage } from './vocabularies/languages.js';
export {
  isLicenseId,
  legacyLicenseSpelling,
  licenseAfterRoundTrip,
  licenseIds,
  matchLicense,
} from './vocabularies/licenses.js';
export type { LicenseMatch } from './vocabularies/licenses.js';
export {
  isRelationType,
  legacyRelation,
  legacyRelations,
  relationTypeIds,
} from './vocabularies/relation-types.js';
export {
  currentResourceTypeId,
  depositableAs,
  isLinkableResourceType,
  resourceType,
  resourceTypes,
} from './vocabularies/resource-types.js';
export type { ResourceType } from './vocabularies/resource-types.js';
