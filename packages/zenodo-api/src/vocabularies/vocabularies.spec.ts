import { describe, expect, it } from '@jest/globals';
import { isContributorRole, legacyContributorType } from './contributor-types.js';
import { isCustomField } from './custom-fields.js';
import { isDateType } from './date-types.js';
import { funderByDoi, funderByRor } from './funders.js';
import { isLanguage, threeLetterLanguage } from './languages.js';
import { isLicenseId, licenseAfterRoundTrip, licenseIds, matchLicense } from './licenses.js';
import { isRelationType, legacyRelation } from './relation-types.js';
import { currentResourceTypeId, depositableAs, resourceTypes } from './resource-types.js';

describe('licences', () => {
  it.each([
    ['MIT', 'mit'],
    [' apache ', 'apache-2.0'],
    ['GPL-3.0+', 'gpl-3.0-or-later'],
    ['bsd-license', 'bsd-1-clause'],
    ['qtpl', 'qpl-1.0'],
  ])('when %j is written, %s is meant', (written, id) => {
    expect(matchLicense(written)).toEqual({ id });
  });

  it.each([
    'MIT License',
    'Apache 2.0',
    'GPLv3',
    'BSD',
    'CC0',
    'proprietary',
    '',
    'toString',
    'GFDL',
  ])('when %j is written, nothing is meant', (written) => {
    expect(matchLicense(written)).toBeNull();
  });

  it('when only the old list knows the id, its title is all that remains', () => {
    expect(matchLicense('gfdl')).toHaveProperty('title');
  });

  it('when answers are sent back, eleven licences change and all others stay', () => {
    const changed = licenseIds().filter((id) => licenseAfterRoundTrip(id) !== id);
    expect(changed).toHaveLength(11);
    expect(changed).toContain('python-2.0');
    expect(licenseIds().every(isLicenseId)).toBe(true);
    expect(licenseIds()).toHaveLength(444);
  });
});

describe('other vocabularies', () => {
  it('when ids are asked for, known ones are known and others are not', () => {
    expect(depositableAs('software')).toBe('yes');
    expect(depositableAs('instrument')).toBe('not-depositable');
    expect(depositableAs('Software')).toBe('unknown');
    expect(currentResourceTypeId('publication-thesis')).toBe('publication-dissertation');
    expect(new Set(resourceTypes().map(({ id }) => id)).size).toBe(45);
    expect(isRelationType('issupplementto') && isRelationType('collects')).toBe(true);
    expect(legacyRelation('collects')).toBeNull();
    expect(isContributorRole('translator')).toBe(true);
    expect(legacyContributorType('hostinginstitution')).toBe('HostingInstitution');
    expect(isDateType('coverage') && !isDateType('Coverage')).toBe(true);
    expect(isCustomField('dwc:genus') && !isCustomField('dwc:nothing')).toBe(true);
  });

  it('when two funder DOIs share a ROR id, the successor answers', () => {
    expect(funderByDoi('10.13039/501100000690')?.ror).toBe('001aqnf71');
    expect(funderByRor('001aqnf71')?.acronym).toBe('UKRI');
  });

  it('when a language is named by two letters, its three-letter code is found', () => {
    expect(threeLetterLanguage('DE')).toBe('deu');
    expect(threeLetterLanguage('xx')).toBeNull();
    expect(isLanguage('deu') && isLanguage('zza') && !isLanguage('qqq') && !isLanguage('ENG')).toBe(
      true,
    );
  });
});
