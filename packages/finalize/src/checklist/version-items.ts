import type { FinalizeCode } from '../findings/finalize-error.js';
import type { VersionFacts } from './checklist-facts.js';
import { itemOf, told } from './checklist-item.js';
import type { Answer, ChecklistItem, Question } from './checklist-item.js';
import type { Fact } from './fact.js';

type Facts = Fact<VersionFacts>;

const questions: readonly Question<Facts>[] = [
  {
    id: 'tags',
    label: 'Every tag has a record',
    cure: 'Run zenodo-status --backfill for what to publish, or leave tags out with --ignoreTags.',
    answer: (facts) =>
      told(facts, ({ tags, drift }) => {
        const without = drift.backfill.map(({ tag }) => tag);
        const counted = `${tags - without.length} of ${tags} tags`;
        const gap = without.length === 0 ? '' : `; not ${without.join(', ')}`;
        return [without.length === 0, `${counted}${gap}`];
      }),
  },
  {
    id: 'records',
    label: 'Every record has its tag',
    cure: 'Tag the commits that were published; ask Zenodo about a version that was published twice.',
    answer: (facts) => found(facts, ['NZ8021', 'NZ8024'], ({ records }) => `${records} records`),
  },
  {
    id: 'shown-dois',
    label: 'Badges and citation files agree',
    cure: 'Run zenodo-finalize, which puts the DOIs of this record there.',
    answer: (facts) => found(facts, ['NZ8022', 'NZ8023'], () => 'they name this record'),
  },
];

/** How tags, records and documents agree over all versions. */
export function versionItems(facts: Facts): readonly ChecklistItem[] {
  return questions.map((question) => itemOf('versions', question, facts));
}

function found(
  facts: Facts,
  codes: readonly FinalizeCode[],
  tell: (facts: VersionFacts) => string,
): Fact<Answer> {
  return told(facts, (versions) => {
    const wrong = versions.drift.findings.filter(({ code }) => codes.includes(code));
    return [wrong.length === 0, wrong.map(({ message }) => message).join(' ') || tell(versions)];
  });
}
