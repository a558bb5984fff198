const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

// Made once: a formatter costs more than all that it will format on a page.
const formatters = units.map(
  (unit) =>
    new Intl.NumberFormat('en', {
      style: 'unit',
      unit,
      unitDisplay: unit === 'byte' ? 'long' : 'short',
      maximumFractionDigits: 1,
    }),
);
const plain = new Intl.NumberFormat('en');

/** Bytes as a person reads them, in powers of 1000: `12 bytes`, `3.4 kB`, `1.2 GB`. */
export function sizeInWords(bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1);
  return formatters[power]?.format(bytes / 1000 ** power) ?? `${bytes} bytes`;
}

/** `1 file`, `3 files`, with thousands separated. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${plain.format(count)} ${count === 1 ? one : many}`;
}
