// Honorifics and suffixes that never are a family name.
const suffixes = /^(jr|sr|ii|iii|iv|phd|md)\.?$/i;
// Lower-case words before a family name belong to it: "van Beethoven", "de la Cruz".
const isParticle = (word: string): boolean => /^\p{Ll}/u.test(word);

/**
 * "Ada Lovelace" as Zenodo writes names: "Lovelace, Ada". A name that has a comma, or is one word, is
 * left as it is. The split of a name written in one piece is a guess.
 */
export function familyFirst(name: string): string {
  const words = name.trim().split(/\s+/);
  if (name.includes(',') || words.length < 2) return words.join(' ');
  const last = suffixes.test(words.at(-1) ?? '') ? words.pop() : undefined;
  const particle = words.findIndex((word, at) => at > 0 && isParticle(word));
  const split = particle === -1 ? words.length - 1 : particle;
  if (split === 0) return name.trim();
  const given = words.slice(0, split).join(' ');
  return `${words.slice(split).join(' ')}, ${given}${last === undefined ? '' : ` ${last}`}`;
}

/** The parts of "Family, Given"; a name without exactly one comma is a whole (an organisation). */
export function nameParts(name: string): { family: string; given: string } | { whole: string } {
  const [family = '', given, ...others] = name.split(',').map((part) => part.trim());
  if (given === undefined || others.length > 0 || family === '' || given === '') {
    return { whole: name.trim() };
  }
  return { family, given };
}
