import type { FieldError } from '../http/refusal.js';
import type { Content } from '../model/version.js';

/** What must be right before a draft is published (contract A.6). */
export function publishErrors(content: Content): FieldError[] {
  const required = ['resource_type', 'creators', 'title', 'publication_date'];
  return required
    .filter((name) => content.metadata[name] === undefined)
    .map((name) => ({
      field: `metadata.${name}`,
      messages: ['Missing data for required field.'],
    }));
}
