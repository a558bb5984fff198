import * as v from 'valibot';

const seconds = (fallback: number) => v.optional(v.pipe(v.number(), v.minValue(0)), fallback);

const strikes = {
  /** `METHOD /pattern` of a route, or `*` for all. */
  route: v.optional(v.string(), '*'),
  /** The first call of the route that it strikes, counted from when it is set. */
  call: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1),
  /** How many calls it strikes; 0 for all that follow. */
  times: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
};

/** What can be made to go wrong: what was seen of the real service (contract G), and no more. */
export const faultSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('too-many-requests'),
    ...strikes,
    /** Told in Retry-After as seconds, or as the HTTP date they come to: clients must know both. */
    retryAfter: seconds(1),
    form: v.optional(v.picklist(['seconds', 'date']), 'seconds'),
  }),
  v.strictObject({ kind: v.literal('server-error'), ...strikes }),
  /** Of an upload: the first half is stored and listed, the answer is a proxy's 502. */
  v.strictObject({ kind: v.literal('half-file'), ...strikes }),
  /** The request takes effect, the answer is a proxy's HTML. */
  v.strictObject({
    kind: v.literal('proxy-error'),
    ...strikes,
    status: v.optional(v.picklist([502, 504]), 504),
  }),
  v.strictObject({
    kind: v.literal('reset'),
    ...strikes,
    when: v.optional(
      v.picklist(['before', 'in-request', 'after-effect', 'in-response']),
      'after-effect',
    ),
  }),
  v.strictObject({
    kind: v.literal('slow-drip'),
    ...strikes,
    bytesPerSecond: v.optional(v.pipe(v.number(), v.minValue(1)), 1024),
  }),
  /** Of an upload: one bit is stored wrong. Of any other answer: its checksums are. */
  v.strictObject({ kind: v.literal('wrong-md5'), ...strikes }),
  /** `newversion` answers with the record it was called on. */
  v.strictObject({ kind: v.literal('stale-latest-draft'), ...strikes }),
  v.strictObject({ kind: v.literal('index-delay'), ...strikes, seconds: seconds(60) }),
  v.strictObject({ kind: v.literal('doi-pending'), ...strikes, seconds: seconds(60) }),
  v.strictObject({ kind: v.literal('token-revoked'), ...strikes }),
  v.strictObject({ kind: v.literal('html-ok'), ...strikes }),
  v.strictObject({
    kind: v.literal('foreign-draft'),
    ...strikes,
    opens: v.optional(v.picklist(['newversion', 'edit']), 'newversion'),
    /** Record whose draft is opened; else the one that the request names. */
    record: v.optional(v.pipe(v.number(), v.integer())),
  }),
]);

/** A fault as it is written: all but `kind` may be left out. */
export type FaultOrder = v.InferInput<typeof faultSchema>;
/** A fault with everything filled in. */
export type Fault = v.InferOutput<typeof faultSchema>;
/** A fault of one kind. */
export type FaultOf<Kind extends Fault['kind']> = Extract<Fault, { kind: Kind }>;

/** These are states of the service, not of one call: they last until they are cleared. */
const lasting: ReadonlySet<string> = new Set(['index-delay', 'doi-pending', 'token-revoked']);

/** How many calls a fault strikes. */
export function timesOf(fault: Fault): number {
  const times = fault.times ?? (lasting.has(fault.kind) ? 0 : 1);
  return times === 0 ? Number.POSITIVE_INFINITY : times;
}
