/** Bytes 80 to 9F in Windows-1252; the five unassigned ones stand for themselves. */
export const WINDOWS_1252_HIGH = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
