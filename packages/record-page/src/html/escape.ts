const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/**
 * Text as it may stand between tags and in quoted attributes, in HTML and in XML.
 * Characters that XML 1.0 forbids and HTML calls parse errors (C0 controls, lone surrogates) become U+FFFD.
 */
export function escapeText(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"'`]/g, (character) => entities[character] ?? '');
}
