import type { Finding } from '@nx-zenodo/findings';
import { citationDois } from '../facts/citation-facts.js';
import { jsonObject } from '../../loose-json/json-object.js';
import type { ReleaseFolder } from '../folder/release-folder.js';
import { different, notCarried } from './carry-findings.js';
import type { CarriedConvention } from './carried-convention.js';

// Zenodo's integration reads these out of .zenodo.json and then publishes none of them
// (zenodo-rdm, site/zenodo_rdm/github/release.py: only the metadata part is taken).
const passedOver = [
  'subjects',
  'communities',
  'access_right',
  'embargo_date',
  'journal_title',
  'conference_title',
  'partof_title',
  'imprint_isbn',
  'imprint_place',
  'thesis_university',
  'custom',
];

/** What `.zenodo.json` hands over; its fields themselves are read with all other facts. */
export function carryZenodoJson(folder: ReleaseFolder): CarriedConvention | null {
  const text = folder.read('.zenodo.json');
  if (text === null) return null;
  const value = jsonObject(text) ?? {};
  const place = { file: '.zenodo.json' };
  const now = passedOver.filter((key) => key in value);
  const both = folder.files.includes('CITATION.cff');
  return carried(
    ['.zenodo.json'],
    [
      ...(now.length === 0
        ? []
        : [
            different(`The integration passed over ${now.join(', ')}; a deposition takes them.`, {
              cure: 'Look at them in zenodo.metadata.json before the first release.',
              place,
            }),
          ]),
      ...(both
        ? [
            different('The integration read .zenodo.json and never CITATION.cff beside it.', {
              cure: 'Hold both to one content: what only CITATION.cff says is in the record from here on.',
              place: { file: 'CITATION.cff' },
            }),
          ]
        : []),
    ],
  );
}

/** What the webhook did by itself and a release does otherwise. `asked`: the user says it is on. */
export function carryWebhook(folder: ReleaseFolder, asked: boolean): CarriedConvention | null {
  const readme = folder.files.find((path) => /^readme(\.\w+)?$/i.test(path));
  const text = readme === undefined ? '' : (folder.read(readme) ?? '');
  const badge = /zenodo\.org\/badge\/(latestdoi\/)?\d+/.test(text);
  const trace = folder.files.includes('.zenodo.json') ? '.zenodo.json' : badge ? readme : undefined;
  if (!asked && trace === undefined) return null;
  const place = { file: trace ?? 'README.md' };
  return carried(
    [...(trace === undefined ? [] : [trace])],
    [
      notCarried('Zenodo still archives every GitHub release of this repository by itself.', {
        cure: 'Switch the repository off at https://zenodo.org/account/settings/github/ before the first deploy, or each release is published twice.',
        place,
      }),
      different(
        'The integration uploads one zip of the whole repository; a release uploads chosen files.',
        {
          cure: 'Look at "artifacts" in zenodo.release.json.',
          place: { file: 'zenodo.release.json', field: 'artifacts' },
        },
      ),
      different('The integration takes version and description from the GitHub release.', {
        cure: 'Keep both in zenodo.metadata.json; the version has to be that of zenodo.release.json.',
        place: { file: 'zenodo.metadata.json', field: 'version' },
      }),
    ],
  );
}

/** The record that the repository belongs to already, as far as its files tell. */
export function carryRecord(folder: ReleaseFolder): CarriedConvention {
  const cff = folder.read('CITATION.cff');
  const dois = cff === null ? [] : citationDois(cff);
  const concept = dois.find(({ description }) => /concept|all versions/i.test(description));
  const id = /^10\.5281\/zenodo\.(\d+)$/.exec(concept?.doi ?? '')?.[1];
  if (id !== undefined) {
    return { ...carried(['CITATION.cff'], []), suggested: { conceptRecordId: id } };
  }
  return carried(
    [],
    unclearDois(
      folder,
      dois.map(({ doi }) => doi),
    ),
  );
}

function unclearDois(folder: ReleaseFolder, cited: readonly string[]): Finding[] {
  const readmes = folder.files.filter((path) => /^readme(\.\w+)?$/i.test(path));
  const written = readmes.flatMap((path) => [
    ...(folder.read(path) ?? '').matchAll(/10\.5281\/zenodo\.\d+/g),
  ]);
  const dois = [...new Set([...cited, ...written.map(([doi]) => doi)])].filter((doi) =>
    /^10\.5281\/zenodo\.\d+$/.test(doi),
  );
  if (dois.length === 0) return [];
  return [
    notCarried(
      `The repository names ${dois.join(' and ')}; its files do not tell a concept DOI from that of a version.`,
      {
        cure: 'Give the concept DOI (on the record page: "Cite all versions") with --conceptRecordId, or a new record is made.',
        place: { file: 'zenodo.release.json', field: 'zenodo.conceptRecordId' },
      },
    ),
  ];
}

function carried(from: readonly string[], findings: readonly Finding[]): CarriedConvention {
  return { from, suggested: {}, metadataFile: undefined, inlineMetadata: undefined, findings };
}
