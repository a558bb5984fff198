import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import * as v from 'valibot';
import { depositFileSchema } from './deposit-file/deposit-file-schema.js';
import { MetadataError, finding } from './metadata-error.js';
import type { ReleaseMetadata } from './release-metadata.js';

// The package is CommonJS whose whole export is the function, while its types promise a `default` member.
const serialize = canonicalize as unknown as (value: unknown) => string | undefined;

const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'must be 64 hex digits'));

/** The shape of the resolved metadata file. */
export const releaseMetadataSchema = v.strictObject({
  schemaVersion: v.literal(1),
  manifestSha256: sha256,
  sources: v.array(v.strictObject({ path: v.string(), sha256 })),
  deposit: depositFileSchema.entries.metadata,
  origins: v.array(
    v.strictObject({
      field: v.string(),
      source: v.string(),
      line: v.nullable(v.number()),
      rule: v.string(),
      lost: v.array(v.strictObject({ source: v.string(), value: v.string() })),
    }),
  ),
});

/** Canonical JSON (RFC 8785), one line, no line feed at its end. */
export function formatReleaseMetadata(metadata: ReleaseMetadata): string {
  return serialize(metadata) ?? '';
}

/** SHA-256 of the bytes of {@link formatReleaseMetadata}, 64 lower-case hex digits. */
export function releaseMetadataSha256(metadata: ReleaseMetadata): string {
  return createHash('sha256').update(formatReleaseMetadata(metadata), 'utf8').digest('hex');
}

/** Decodes resolved metadata; throws MetadataError NZ3004 with every fault. */
export function decodeReleaseMetadata(value: unknown): ReleaseMetadata {
  const outcome = v.safeParse(releaseMetadataSchema, value);
  if (outcome.success) return outcome.output as ReleaseMetadata;
  const [first, ...others] = outcome.issues.map((issue) => {
    const field = v.getDotPath(issue) ?? '';
    const message = `${field === '' ? 'The resolved metadata' : field}: ${issue.message}.`;
    return finding('NZ3004', { message, cure: 'Resolve the metadata again.', place: { field } });
  });
  throw new MetadataError([first as NonNullable<typeof first>, ...others]);
}
