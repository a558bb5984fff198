import { describe, expect, it } from '@jest/globals';
import { textOf } from '../../testing/text-of.js';
import { contributorList } from './contributor-list.js';
import { creatorList } from './creator-list.js';
import { personItem } from './person.js';

describe('a person', () => {
  it('when the ORCID has the form of one, it is a link that names whose it is', () => {
    const item = personItem({ name: 'Carberry, Josiah', orcid: '0000-0002-1825-0097' }).toString();
    expect(item).toContain('href="https://orcid.org/0000-0002-1825-0097"');
    expect(textOf(personItem({ name: 'A', orcid: '0000-0002-1825-0097' }))).toBe(
      'A ORCID 0000-0002-1825-0097 of A',
    );
  });

  it('when the ORCID is anything else, it is text', () => {
    const item = personItem({ name: 'A', orcid: '../../evil' }).toString();
    expect(item).not.toContain('href');
    expect(item).toContain('ORCID ../../evil');
  });

  it('when there are several affiliations and a GND, all are shown', () => {
    const person = { name: 'A', affiliations: ['B', 'C'], gnd: '118540238' };
    expect(textOf(personItem(person))).toBe('A B C GND 118540238');
  });
});

describe('creators', () => {
  const people = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ name: `P${i + 1}` }));

  it('when there are twelve, none is folded away', () => {
    expect(String(creatorList(people(12)))).not.toContain('<details');
  });

  it('when there are more, the others are folded and counted, and still in the page', () => {
    const list = creatorList(people(13));
    expect(textOf(list)).toContain('P12 1 more creator P13');
    expect(textOf(creatorList(people(3012)))).toContain('3,000 more creators');
  });

  it('when there is none, there is no list', () => {
    expect(creatorList([])).toBeNull();
  });
});

describe('contributors', () => {
  it('when one is shown, so is the role', () => {
    expect(textOf(contributorList([{ name: 'Noether, Emmy', role: 'Data curator' }]))).toBe(
      'Noether, Emmy Data curator',
    );
  });
});
