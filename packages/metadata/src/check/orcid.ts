/**
 * The check digit (ISO 7064 mod 11-2) that belongs to the first fifteen digits of an ORCID, or null where the
 * text does not have the form of one.
 */
export function orcidCheckDigit(written: string): string | null {
  const number = written.replace(/^https?:\/\/orcid\.org\//, '').replace(/[- ]/g, '');
  if (!/^\d{15}[\dXx]$/.test(number)) return null;
  const sum = [...number.slice(0, 15)].reduce((total, digit) => (total + Number(digit)) * 2, 0);
  const check = (12 - (sum % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}
