type Style = 'medium' | 'long';

/** A date or interval of EDTF level 0 as a page in English says it; what is none comes back as it is. */
export function formatEdtf(written: string, style: Style): string {
  const ends = written.split('/');
  const [from, to] = ends.map(instantOf);
  if (from === undefined || ends.length > 2) return written;
  const format = formatOf(ends[0] ?? '', style);
  if (ends.length === 1) return format.format(from);
  return to === undefined ? written : format.formatRange(from, to);
}

function instantOf(written: string): Date | undefined {
  if (!/^\d{4}(-\d\d){0,2}$/.test(written)) return undefined;
  const date = new Date(`${written}T00:00:00Z`.replace(/^(\d{4}(?:-\d\d)?)T.*/, '$1'));
  return Number.isNaN(date.getTime()) ? undefined : date;
}

// A year, a month of a year, or a day: as much as is known.
function formatOf(written: string, style: Style): Intl.DateTimeFormat {
  const parts = written.split('-').length;
  return new Intl.DateTimeFormat('en-US', {
    timeZone: 'UTC',
    year: 'numeric',
    ...(parts > 1 ? { month: style === 'long' ? 'long' : 'short' } : {}),
    ...(parts > 2 ? { day: 'numeric' } : {}),
  });
}
