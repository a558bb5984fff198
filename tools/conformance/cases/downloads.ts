import assert from 'node:assert/strict';
import { conforms, hasStatus, type Scene } from '../case.js';
import { createDraft } from '../depositions.js';

/** A published deposition whose files have these keys; each holds `word,1\n`. */
async function publishKeys(owner: Scene['owner'], keys: readonly string[]) {
  const { links, id } = await createDraft(owner);
  for (const key of keys) {
    hasStatus(await owner.put(`${links.bucket}/${encodeURIComponent(key)}`, 'word,1\n'), 201);
  }
  hasStatus(await owner.post(links.publish), 202);
  return { id, bucket: links.bucket };
}

conforms('own-31', 'downloads: types and names', async ({ owner, anonymous }) => {
  const expected: readonly (readonly [key: string, type: RegExp, disposition: string])[] = [
    ['a.txt', /^text\/plain/, 'inline'],
    ['a.csv', /^text\/plain/, 'inline'],
    ['a.html', /^text\/plain/, 'inline'],
    ['a.png', /^image\/png$/, 'inline'],
    ['README', /^text\/plain/, 'inline'],
    ['a.md', /^application\/octet-stream$/, 'attachment; filename=a.md'],
    ['a.pdf', /^application\/octet-stream$/, 'attachment; filename=a.pdf'],
    ['two words.zip', /^application\/octet-stream$/, 'attachment; filename="two words.zip"'],
    ['a"b.zip', /^application\/octet-stream$/, 'attachment; filename="a\\"b.zip"'],
    [
      'Größe.zip',
      /^application\/octet-stream$/,
      `attachment; filename="Groe.zip"; filename*=UTF-8''Gr%C3%B6%C3%9Fe.zip`,
    ],
    [
      '日本語.zip',
      /^application\/octet-stream$/,
      `attachment; filename=".zip"; filename*=UTF-8''%E6%97%A5%E6%9C%AC%E8%AA%9E.zip`,
    ],
  ];
  const { id } = await publishKeys(
    owner,
    expected.map(([key]) => key),
  );
  for (const [key, type, disposition] of expected) {
    const path = `/records/${id}/files/${encodeURIComponent(key)}/content`;
    const { headers } = hasStatus(await anonymous.get(path), 200);
    assert.match(headers.get('content-type') ?? '', type, key);
    assert.equal(headers.get('content-disposition'), disposition, key);
  }
});

conforms('own-32', 'downloads: what has not changed, parts, HEAD', async ({ owner, anonymous }) => {
  const { id, bucket } = await publishKeys(owner, ['a.csv']);
  for (const path of [`/records/${id}/files/a.csv/content`, `${bucket}/a.csv`]) {
    const { headers, text } = hasStatus(await anonymous.get(path), 200);
    const etag = headers.get('etag') ?? '';
    assert.equal(etag, '"md5:3e9aee73243f5ec442bcc1cc958f04f1"');
    assert.equal(headers.get('content-md5')?.length, 24);
    assert.equal(headers.get('content-security-policy'), "default-src 'none';");
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    const known = await anonymous.get(path, { 'If-None-Match': etag });
    assert.equal(hasStatus(known, 304).text, '');
    hasStatus(await anonymous.get(path, { 'If-None-Match': '"md5:0"' }), 200);
    const since = headers.get('last-modified') ?? '';
    hasStatus(await anonymous.get(path, { 'If-Modified-Since': since }), 304);
    // Zenodo's configuration leaves ranges switched off: the whole file comes.
    assert.equal(hasStatus(await anonymous.get(path, { Range: 'bytes=0-1' }), 200).text, text);
    const head = hasStatus(await anonymous.send('HEAD', path), 200);
    assert.deepEqual([head.text, head.headers.get('content-length')], ['', '7']);
  }
});

conforms('own-33', 'downloads: the address of the page', async ({ owner, anonymous, service }) => {
  const { id } = await publishKeys(owner, ['a.csv']);
  const url = `${service.site}/records/${id}/files/a.csv`;
  const shown = hasStatus(await anonymous.get(url), 200);
  assert.equal(shown.headers.get('content-disposition'), 'inline');
  const kept = hasStatus(await anonymous.get(`${url}?download=1`), 200);
  assert.equal(kept.headers.get('content-disposition'), 'attachment; filename=a.csv');
});

conforms('own-34', 'keys are kept as they are, composed or not', async ({ owner, anonymous }) => {
  const [composed, decomposed] = ['\u00e9.zip', 'e\u0301.zip'] as const;
  const { id } = await publishKeys(owner, [composed, decomposed]);
  const { entries } = hasStatus(await anonymous.get(`/records/${id}/files`), 200).body;
  const keys = entries.map(({ key }: { key: string }) => key);
  assert.deepEqual(keys, [composed, decomposed]);
  for (const entry of entries) {
    assert.equal(hasStatus(await anonymous.get(entry.links.self), 200).body.key, entry.key);
  }
});

conforms('own-35', 'harvesters: errors, and POST', async ({ anonymous, service }) => {
  const harvest = (query: string, method = 'GET') =>
    anonymous.send(method, `${service.site}/oai2d?${query}`);
  for (const [query, code] of [
    ['', 'badVerb'],
    ['verb=Sing', 'badVerb'],
    ['verb=ListRecords', 'badArgument'],
    ['verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:zenodo.org:0', 'idDoesNotExist'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2999-01-01', 'noRecordsMatch'],
    ['verb=ListRecords&resumptionToken=none', 'badResumptionToken'],
  ] as const) {
    const told = hasStatus(await harvest(query), 422);
    assert.match(told.headers.get('content-type') ?? '', /^text\/xml/);
    assert.ok(told.text.includes(`code="${code}"`), `${query}: ${told.text}`);
  }
  const posted = hasStatus(await harvest('verb=Identify', 'POST'), 200);
  assert.match(posted.text, /<protocolVersion>2\.0</);
});

conforms('own-36', 'the members of a zip', async ({ owner, anonymous }) => {
  const { id } = await publishKeys(owner, ['a.csv']);
  // The archive of all files is a zip that is at hand.
  const packed = await fetch(`${anonymous.api}/records/${id}/files-archive`);
  const { links } = await createDraft(owner);
  const headers = { 'Content-Type': 'application/octet-stream' };
  const authorization = { Authorization: `Bearer ${owner.token}` };
  const body = await packed.arrayBuffer();
  const put = { method: 'PUT', headers: { ...headers, ...authorization }, body };
  assert.equal((await fetch(`${links.bucket}/all.zip`, put)).status, 201);
  const published = hasStatus(await owner.post(links.publish), 202).body;

  const [entry] = (await anonymous.get(`/records/${published.id}/files`)).body.entries;
  const listed = hasStatus(await anonymous.get(entry.links.container), 200).body;
  assert.deepEqual([listed.total, listed.truncated], [1, false]);
  const [member] = listed.entries;
  assert.deepEqual([member.key, member.size, member.mimetype], ['a.csv', 7, 'text/csv']);
  assert.equal(hasStatus(await anonymous.get(member.links.content), 200).text, 'word,1\n');
  hasStatus(await anonymous.get(`${entry.links.container}/b.csv`), 404);
});
