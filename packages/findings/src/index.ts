export { CodedError, isCodedError } from './coded-error.js';
export { isError } from './finding.js';
export type { Finding, FindingCode, Place, Severity } from './finding.js';
export { formatAnnotations } from './render/annotations.js';
export { formatCodeQuality } from './render/code-quality.js';
export { formatSarif } from './render/sarif.js';
export type { SarifTool } from './render/sarif.js';
export { formatFinding, formatFindings, formatPlace, visible } from './render/text.js';
