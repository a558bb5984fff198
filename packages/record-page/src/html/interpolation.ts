/** Where an interpolation stands: between tags, inside a tag, in a quoted attribute value, or as a whole URL. */
export type Place = 'text' | 'tag' | 'value' | 'url';

type State = 'text' | 'tag' | 'value';

const urlAttributes = new Set(['href', 'src', 'action', 'formaction', 'cite', 'poster', 'data']);
const codeAttributes = /^(?:on.*|style|srcdoc|srcset|ping|http-equiv)$/;

function step(state: State, character: string): State {
  if (state === 'text') return character === '<' ? 'tag' : 'text';
  if (state === 'value') return character === '"' ? 'tag' : 'value';
  if (character === '"') return 'value';
  return character === '>' ? 'text' : 'tag';
}

function refuse(why: string, written: string): never {
  throw new TypeError(`${why}: …${written.slice(-60)}`);
}

function placeInValue(written: string, next: string): Place {
  const [, name = '', begun = ''] = /([a-z-]+)="([^"]*)$/i.exec(written) ?? [];
  if (name === '') refuse('An attribute without a name', written);
  if (codeAttributes.test(name)) refuse('No interpolation in a code attribute', written);
  if (!urlAttributes.has(name) || begun.startsWith('#')) return 'value';
  if (begun !== '' || !next.startsWith('"')) refuse('A URL must be one interpolation', written);
  return 'url';
}

function placeAfter(state: State, written: string, next: string): Place {
  if (state === 'text') return 'text';
  if (state === 'value') return placeInValue(written, next);
  // `<${name}`, `x=${value}` and `<b${attribute}`: no escaping makes these safe.
  if (!/[^=\s]\s+$/.test(written)) refuse('An interpolation needs a quoted attribute', written);
  return 'tag';
}

function findPlaces(literals: readonly string[]): readonly Place[] {
  let state: State = 'text';
  let written = '';
  const places: Place[] = [];
  literals.forEach((literal, i) => {
    for (const character of literal) state = step(state, character);
    written += literal;
    const next = literals[i + 1];
    if (next !== undefined) places.push(placeAfter(state, written, next));
    written += '\u0000';
  });
  if (state !== 'text') refuse('A template must end between tags', written);
  return places;
}

const known = new WeakMap<readonly string[], readonly Place[]>();

/** The place of each interpolation of one template, worked out once; a template that cannot be safe throws. */
export function placesOf(literals: readonly string[]): readonly Place[] {
  const places = known.get(literals) ?? findPlaces(literals);
  known.set(literals, places);
  return places;
}
