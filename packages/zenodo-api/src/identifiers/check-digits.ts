// Check digits of the numbering schemes; each takes the bare number.

const digits = (text: string): number[] => [...text].map(Number);

/** ISO 7064 mod 11-2: ISNI and ORCID, 16 characters, the last a digit or X. */
export function isMod11_2(text: string): boolean {
  if (!/^\d{15}[\dX]$/.test(text)) return false;
  const sum = digits(text.slice(0, 15)).reduce((total, digit) => (total + digit) * 2, 0);
  const check = (12 - (sum % 11)) % 11;
  return (check === 10 ? 'X' : String(check)) === text.slice(15);
}

/** ISBN-10: mod 11, weights 10 to 1. */
export function isIsbn10(text: string): boolean {
  if (!/^\d{9}[\dX]$/.test(text) || /^0{9}[0X]$/.test(text)) return false;
  const values = [...text].map((sign) => (sign === 'X' ? 10 : Number(sign)));
  return values.reduce((sum, value, index) => sum + value * (10 - index), 0) % 11 === 0;
}

/** EAN-13 and ISBN-13: mod 10, weights 1 and 3. */
export function isEan13(text: string): boolean {
  if (!/^\d{13}$/.test(text)) return false;
  return digits(text).reduce((sum, digit, i) => sum + digit * (i % 2 === 0 ? 1 : 3), 0) % 10 === 0;
}

/** EAN-8: mod 10, weights 3 and 1. */
export function isEan8(text: string): boolean {
  if (!/^\d{8}$/.test(text)) return false;
  return digits(text).reduce((sum, digit, i) => sum + digit * (i % 2 === 0 ? 3 : 1), 0) % 10 === 0;
}

/** ISSN: mod 11, weights 8 to 1. */
export function isIssnNumber(text: string): boolean {
  if (!/^[\dX]{8}$/.test(text)) return false;
  const values = [...text].map((sign) => (sign === 'X' ? 10 : Number(sign)));
  return values.reduce((sum, value, index) => sum + value * (8 - index), 0) % 11 === 0;
}

/** ISTC: 16 hexadecimal digits, mod 16, weights 11, 9, 3, 1. */
export function isIstcNumber(text: string): boolean {
  if (!/^[\dA-F]{16}$/.test(text)) return false;
  const weights = [11, 9, 3, 1];
  const sum = [...text.slice(0, 15)].reduce(
    (total, sign, index) => total + parseInt(sign, 16) * (weights[index % 4] ?? 0),
    0,
  );
  return (sum % 16).toString(16).toUpperCase() === text.slice(15);
}
