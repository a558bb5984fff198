// Which sequences of characters hardly anybody writes, but UTF-8 read in a wrong encoding produces:
// the categories and rules of the ftfy 6 heuristic (its `badness`), as Zenodo applies it to every text.
const C = {
  c1: '\\x80-\\x9f',
  common: '\\xa0\\xad·´–—―…’',
  bad: '¦¤¨¬¯¸ƒˆˇ˘˛˜†‡‰⌐◊�ªº',
  law: '¶§',
  currency: '¢£¥₧€',
  open: '¡«¿©΄΅‘‚“„•‹\\uf8ff',
  close: '®»˝”›™',
  numeric: '²³¹±¼½¾×µ÷⁄∂∆∏∑√∞∩∫≈≠≡≤≥№',
  kaomoji: 'Ò-ÖÙ-Üò-öø-üŐŌŪŲ°',
  upper: '\\xc0-\\xd1ØÜÝĂĀĄĆČĎĐĘĚĒĖĞĢİĪĶĹĽŁĻŃŇŅŒŘŚŞŠŢŤŮŰŸŹŻŽҐ',
  lower: 'ß\\xe0-\\xf1ăąāćčďđęěēėğģįīķĺľłļœŕśşšťüźżžґﬁﬂ',
  upperCommon: 'ÞΑ-ΩΆΈΉΊΌΎΏΪΫЁ-Я',
  lowerCommon: 'α-ωάέήίΰа-џ',
  box: '│┌┐┘├┤┬┼═-╬▀▄█▌▐░▒▓',
} as const;

const any = (...sets: readonly string[]): string => `[${sets.join('')}]`;
const accented = C.lower + C.upper;

const RULES = [
  any(C.c1),
  any(C.bad, accented, C.box, C.open, C.close, C.currency, C.numeric, C.law) + any(C.bad),
  '[a-zA-Z]' + any(C.lowerCommon, C.upperCommon) + any(C.bad),
  any(C.bad) + any(accented, C.box, C.open, C.close, C.currency, C.numeric, C.law),
  any(C.lower, C.lowerCommon, C.box, C.close, C.currency, C.numeric) + any(C.upper),
  any(C.box, C.close, C.currency, C.numeric) + any(C.lower),
  any(C.lower, C.box, C.close) + any(C.currency),
  '[\\s\\x1c-\\x1f\\x85]' + any(C.upper) + any(C.currency),
  any(C.upper, C.box) + any(C.numeric, C.law),
  any(accented, C.box, C.currency, C.close) + any(C.open) + any(C.numeric),
  any(accented, C.currency, C.numeric, C.box, C.law) + any(C.close) + any(C.open),
  any(C.currency, C.numeric, C.box) + any(C.open),
  '[a-z]' + any(C.upper) + any(C.open, C.currency),
  any(C.box) + any(C.kaomoji),
  any(accented, C.currency, C.numeric, C.open, C.close, C.law) + any(C.box),
  any(C.box) + any(C.close),
  any(accented) + any(C.open, C.close) + '[\\p{L}\\p{N}_]',
  '[Œœ][^A-Za-z]',
  any(C.upper) + '°',
  '[ÂÃÎÐ]' + any('€œŠš¢£Ÿž\\xa0\\xad®©°·»', C.open, C.close, '–—´'),
  '×[²³]',
  `(?:[ØÙ]${any(C.common, C.currency, C.bad, C.numeric, C.open, 'ŸŠ®°µ»')}){2}`,
  'à[²µ¹¼½¾]',
  '√[±∂†≠®™´≤≥¥µø]',
  '≈[°¢]',
  '‚Ä[ìîïòôúùû†°¢π]',
  '‚[âó][àä°ê]',
  'вЂ',
  '[ВГРС]' + any(C.c1, C.bad, C.open, C.close, C.currency, '°µ') + '[ВГРС]',
  'ГўВЂВ.[A-Za-z ]',
  'Ã[\\xa0¡]',
  '[a-z][\\s\\x1c-\\x1f\\x85]?[ÃÂ] ',
  '^[ÃÂ] ',
  any('a-z.,?!', C.close) + 'Â' + any(' ', C.open, C.close),
  'β€[™\\xa0Ά\\xad®°]',
  '[ΒΓΞΟ]' + any(C.c1, C.bad, C.open, C.close, C.currency, '°') + '[ΒΓΞΟ]',
  'ā€',
];

const IMPROBABLE = new RegExp(RULES.join('|'), 'u');

/** True when the text holds a sequence that mojibake makes and people do not. */
export function looksLikeMojibake(text: string): boolean {
  return IMPROBABLE.test(text);
}
