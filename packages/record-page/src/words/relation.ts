/** `isSupplementTo` as `Is supplement to`; words stay as they are. */
export function relationInWords(relation: string): string {
  const words = relation.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
