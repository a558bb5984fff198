import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openSandbox, publishable } from '../testing/open-sandbox.js';

let zenodo: Awaited<ReturnType<typeof openSandbox>>;
let first: number;
beforeAll(async () => {
  zenodo = await openSandbox({ communities: ['lakes'] });
  for (let n = 0; n < 51; n += 1) {
    const metadata = { ...publishable, title: `Rain & <b> ${n}` };
    const { body } = await zenodo.post('/deposit/depositions', { metadata });
    await zenodo.put(`${body.links.bucket}/a.txt`, 'a');
    await zenodo.send('POST', body.links.publish);
    first ??= body.id;
  }
  const inclusion = { communities: [{ id: 'lakes' }] };
  const asked = await zenodo.post(`/records/${first}/communities`, inclusion);
  await zenodo.sandbox.curator.decide(asked.body.processed[0].request_id, 'accept');
});
afterAll(() => zenodo.close());

const harvest = async (query: string) =>
  (await fetch(`${zenodo.sandbox.url}/oai2d?${query}`)).text();

describe('harvesting', () => {
  it('when the repository is asked who it is, it says so', async () => {
    const text = await harvest('verb=Identify');
    expect(text).toContain('<protocolVersion>2.0</protocolVersion>');
    expect(text).toContain(`<request verb="Identify">${zenodo.sandbox.url}/oai2d</request>`);
  });

  it('when all records are listed, the token leads to the last page', async () => {
    const one = await harvest('verb=ListIdentifiers&metadataPrefix=oai_dc');
    expect(one.match(/<header>/g)).toHaveLength(50);
    const token = /completeListSize="51">([^<]+)</.exec(one)?.[1] ?? '';
    const two = await harvest(`verb=ListIdentifiers&resumptionToken=${token}`);
    expect(two.match(/<header>/g)).toHaveLength(1);
    expect(two).toContain('<resumptionToken cursor="50" completeListSize="51"/>');
  });

  it.each(['oai_dc', 'datacite', 'oai_datacite', 'marcxml', 'dcat'])(
    'when a record is wanted in %s, it comes as one element with its text escaped',
    async (prefix) => {
      const id = `oai:zenodo.org:${first}`;
      const text = await harvest(`verb=GetRecord&identifier=${id}&metadataPrefix=${prefix}`);
      expect(text.match(/<\?xml/g)).toHaveLength(1);
      expect(text).toContain('Rain &amp; &lt;b&gt; 0');
      expect(text).toContain('<setSpec>user-lakes</setSpec>');
    },
  );

  it('when a set or a time is named, only what belongs to it is listed', async () => {
    const list = (more: string) => harvest(`verb=ListRecords&metadataPrefix=oai_dc&${more}`);
    expect((await list('set=user-lakes')).match(/<record>/g)).toHaveLength(1);
    expect(await list('from=2999-01-01')).toContain('code="noRecordsMatch"');
    expect(await list('until=2000-01-01T00:00:00Z')).toContain('code="noRecordsMatch"');
    expect(await harvest('verb=ListSets')).toContain('<setName>lakes</setName>');
  });

  it.each([
    ['verb=Sing', 'badVerb'],
    ['verb=Identify&set=a', 'badArgument'],
    ['verb=ListRecords', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=yesterday', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=none', 'cannotDisseminateFormat'],
    ['verb=ListRecords&resumptionToken=bm8', 'badResumptionToken'],
    ['verb=GetRecord&identifier=oai:zenodo.org:0&metadataPrefix=oai_dc', 'idDoesNotExist'],
    ['verb=ListMetadataFormats&identifier=x', 'idDoesNotExist'],
  ])('when the request is %s, the error is %s', async (query, code) => {
    const answer = await fetch(`${zenodo.sandbox.url}/oai2d?${query}`, { method: 'POST' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(`<error code="${code}">`);
    expect(await harvest(query)).toContain(`<error code="${code}">`);
  });
});
