import { decodeDepositBody, isObject } from '@nx-zenodo/zenodo-api';
import type { DepositDraft } from '@nx-zenodo/zenodo-api';

type Fields = Readonly<Record<string, unknown>>;

const nothing: DepositDraft = {
  metadata: {},
  customFields: {},
  access: { record: 'public', files: 'public' },
  doi: null,
};

/**
 * What Zenodo would keep of a deposit that it refuses as a whole: every field, and of a list every member, that
 * it would take beside the others. A preview shows these; what is missing has a finding at its place.
 */
export function decodeLeniently(deposit: unknown, today: string): DepositDraft {
  const decode = (fields: Fields) => decodeDepositBody({ metadata: fields }, { today });
  const written = isObject(deposit) ? deposit : {};
  const isTaken = (fields: Fields) => decode(fields).ok;
  if (isTaken(written)) return draftOf(decode(written));
  const once = takeFields({}, written, isTaken);
  // Some fields are taken only beside another one: an embargo needs its date, which stands after it.
  return draftOf(decode(takeFields(once, written, isTaken)));
}

function draftOf(decoded: ReturnType<typeof decodeDepositBody>): DepositDraft {
  return decoded.ok ? decoded.draft : nothing;
}

function takeFields(base: Fields, written: Fields, isTaken: (fields: Fields) => boolean): Fields {
  return Object.entries(written).reduce<Fields>((taken, [key, value]) => {
    const whole = { ...taken, [key]: value };
    if (isTaken(whole)) return whole;
    if (!Array.isArray(value)) return taken;
    const members = value.filter((member) => isTaken({ ...taken, [key]: [member] }));
    return members.length === 0 ? taken : { ...taken, [key]: members };
  }, base);
}
