import assert from 'node:assert/strict';
import { conforms, hasStatus } from '../case.js';
import { createDraft } from '../depositions.js';

const list = '/deposit/depositions';

conforms('42', 'quickstart: anonymous list', async ({ anonymous }) => {
  const { body } = hasStatus(await anonymous.get(list), 403);
  assert.deepEqual(body, { status: 403, message: 'Permission denied.' });
});

conforms('43', 'quickstart: list of a person is an array', async ({ other }) => {
  assert.deepEqual(hasStatus(await other.get(`${list}?q=recid:0`), 200).body, []);
});

conforms('44', 'quickstart: an empty deposition', async ({ owner }) => {
  const { body } = hasStatus(await owner.post(list, {}), 201);
  assert.equal(body.title, '');
  assert.ok(body.created && body.modified && body.conceptrecid);
  assert.ok(Number.isInteger(body.id) && body.record_id === body.id);
  assert.equal('doi' in body, false);
  assert.deepEqual(body.metadata.prereserve_doi, {
    doi: `10.5281/zenodo.${body.id}`,
    recid: body.id,
  });
  assert.deepEqual([body.state, body.submitted], ['unsubmitted', false]);
  assert.ok(Number.isInteger(body.owner));
});

conforms('45', 'quickstart: multipart upload with a name', async ({ owner }) => {
  const { links } = await createDraft(owner, {});
  const { body } = hasStatus(
    await owner.upload(links.files, '1, 2, 3', 'sent.csv', 'my_first_file.csv'),
    201,
  );
  assert.equal(body.checksum, '66ce05ea43c73b8e33c74c12d0371bc9');
  assert.deepEqual([body.filename, body.filesize], ['my_first_file.csv', 7]);
  assert.ok(body.links.self && body.links.download);
});

conforms('46', 'quickstart: read a file of a deposition', async ({ owner }) => {
  const { links } = await createDraft(owner, {});
  const { body } = await owner.upload(links.files, '1, 2, 3', 'a.csv', 'a.csv');
  assert.deepEqual(hasStatus(await owner.get(body.links.self), 200).body, body);
});

conforms('47', 'quickstart: multipart upload without a name', async ({ owner }) => {
  const { links } = await createDraft(owner, {});
  const { body } = hasStatus(await owner.upload(links.files, '1, 2, 3', 'from_part.csv'), 201);
  assert.equal(body.filename, 'from_part.csv');
});

conforms('48', 'quickstart: bucket upload', async ({ owner }) => {
  const { links } = await createDraft(owner, {});
  const { body } = hasStatus(await owner.put(`${links.bucket}/my_third_file.csv`, '4, 5, 6'), 201);
  assert.ok(body.created && body.updated && body.version_id);
  const { mimetype, checksum, key, size, is_head, delete_marker } = body;
  assert.deepEqual(
    { mimetype, checksum, key, size, is_head, delete_marker },
    {
      mimetype: 'text/csv',
      checksum: 'md5:c2d626f8beba73ad0cf4e66214f7d949',
      key: 'my_third_file.csv',
      size: 7,
      is_head: true,
      delete_marker: false,
    },
  );
  assert.ok(body.links.self && body.links.uploads && body.links.version);
});

const dataset = {
  title: 'My first upload',
  upload_type: 'dataset',
  description: 'This is my first upload',
  creators: [{ name: 'Doe, John', affiliation: 'Zenodo' }],
};

conforms('49', 'quickstart: update of metadata', async ({ owner }) => {
  const { links } = await createDraft(owner, {});
  hasStatus(await owner.json('PUT', links.self, { metadata: dataset }), 200);
});

conforms('50', 'quickstart: publish and read the record', async ({ owner, service }) => {
  const { id, links } = await createDraft(owner, dataset);
  hasStatus(await owner.put(`${links.bucket}/a.csv`, '4, 5, 6'), 201);
  const { body } = hasStatus(await owner.post(links.publish), 202);
  const record = hasStatus(await owner.get(body.links.self), 200).body;
  assert.equal(record.doi, `${service.prefix}/zenodo.${id}`);
});
