const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

// Markup, and what XML 1.0 forbids and HTML calls a parse error: C0 controls, lone surrogates, U+FFFE, U+FFFF.
const special = /[&<>"'`\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|\p{Surrogate}/gu;

/**
 * Text as it may stand between tags and in quoted attributes, in HTML and in XML. Characters that may stand
 * in neither become U+FFFD.
 */
export function escapeText(text: string): string {
  return text.replace(special, (character) => entities[character] ?? '\ufffd');
}
