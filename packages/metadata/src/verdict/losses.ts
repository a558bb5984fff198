import type { Finding } from '@nx-zenodo/findings';
import { isCustomField, isIsbn, isUrl } from '@nx-zenodo/zenodo-api';
import type { DepositDraft, DepositMetadata } from '@nx-zenodo/zenodo-api';
import { finding } from '../metadata-error.js';
import { partName } from '../document/placed-document.js';
import type { DocumentPath } from '../document/placed-document.js';
import type { PlacedMetadata } from './zenodo-verdict.js';

type Loss = readonly [path: DocumentPath, reason: string];

const SUBTYPES = ['publication_type', 'image_type', 'software_type'] as const;

function subtypeLosses(sent: DepositMetadata): Loss[] {
  return SUBTYPES.flatMap((key): Loss[] => {
    const type = key.replace('_type', '');
    if (sent[key] === undefined || sent.upload_type === type) return [];
    return [
      [
        [key],
        `it is only looked at for upload type \`${type}\`, and this is \`${sent.upload_type ?? ''}\``,
      ],
    ];
  });
}

function customLosses(sent: DepositMetadata): Loss[] {
  const unknown = Object.keys(sent.custom ?? {}).filter((key) => !isCustomField(key));
  return [
    ...unknown.map((key): Loss => [['custom', key], 'Zenodo knows no such custom field']),
    ...(sent.imprint_isbn !== undefined && !isIsbn(sent.imprint_isbn)
      ? [[['imprint_isbn'], 'it is no ISBN, by its check digit'] as Loss]
      : []),
    ...(sent.conference_url !== undefined && !isUrl(sent.conference_url)
      ? [[['conference_url'], 'it is no address'] as Loss]
      : []),
  ];
}

function pointLosses(sent: DepositMetadata): Loss[] {
  return (sent.locations ?? []).flatMap(({ lat, lon }, index): Loss[] => {
    if (lat === undefined && lon === undefined) return [];
    if (lat === undefined || lon === undefined) {
      return [[['locations', index], 'a point needs both `lat` and `lon`']];
    }
    return lat === 0 || lon === 0
      ? [[['locations', index], 'a coordinate of 0 counts as none']]
      : [];
  });
}

/** Values that Zenodo takes with a 200 and does not keep, beyond those its record schema complains about. */
export function findLosses(
  { metadata: sent, document, base }: PlacedMetadata,
  draft: DepositDraft,
): Finding[] {
  const embargo = draft.access.embargo === undefined && sent.embargo_date !== undefined;
  const losses: Loss[] = [
    ...subtypeLosses(sent),
    ...customLosses(sent),
    ...pointLosses(sent),
    ...(sent.access_conditions === undefined
      ? []
      : [[['access_conditions'], 'Zenodo does not keep conditions of access'] as Loss]),
    ...(embargo ? [[['embargo_date'], 'the access right is not `embargoed`'] as Loss] : []),
  ];
  return losses.map(([path, reason]) =>
    finding('NZ3014', {
      message: `Zenodo drops \`${partName(document, base, path)}\` without a word: ${reason}.`,
      place: document.place([...base, ...path]),
    }),
  );
}
