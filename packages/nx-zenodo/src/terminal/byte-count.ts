const units = ['B', 'kB', 'MB', 'GB', 'TB'];

/** Bytes as people read them, in decimal units as Zenodo counts: `56.4 kB`. */
export function byteCount(bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1);
  const value = bytes / 1000 ** power;
  return `${power === 0 ? value : value.toFixed(1)} ${units[power]}`;
}
