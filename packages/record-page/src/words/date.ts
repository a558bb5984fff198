const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

function single(edtf: string): string {
  const date = new Date(edtf);
  if (!/^\d{4}(?:-\d\d){0,2}$/.test(edtf) || Number.isNaN(date.getTime())) return edtf;
  if (edtf.length === 4) return edtf;
  return (edtf.length === 7 ? month : day).format(date);
}

/** An EDTF level 0 date or interval in words (`3 March 2026`, `March 2026`); anything else as it is. */
export function dateInWords(edtf: string): string {
  return edtf.split('/').map(single).join(' to ');
}

/** An ISO 8601 moment as `3 March 2026, 14:05 UTC`; anything else as it is. */
export function momentInWords(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return `${day.format(date)}, ${date.toISOString().slice(11, 16)} UTC`;
}

/** The value for `<time datetime>`: one whole EDTF date; null where HTML has no form for it. */
export function machineDate(edtf: string): string | null {
  return /^\d{4}(?:-\d\d){0,2}$/.test(edtf) ? edtf : null;
}
