export type { CheckResult, Evidence, ValidationReport } from './validation-report.js';
