import { describe, expect, it } from '@jest/globals';
import {
  decodeBucketFile,
  decodeDeposition,
  decodeDepositionList,
  decodeDraftId,
  decodeErrorBody,
  decodeRecord,
} from '../index.js';

const site = 'https://zenodo.example';
const md5 = '66ce05ea43c73b8e33c74c12d0371bc9';
const links = {
  self: `${site}/api/deposit/depositions/7`,
  html: `${site}/deposit/7`,
  bucket: `${site}/api/files/2f0c`,
  publish: `${site}/api/deposit/depositions/7/actions/publish`,
  edit: `${site}/api/deposit/depositions/7/actions/edit`,
  discard: `${site}/api/deposit/depositions/7/actions/discard`,
  newversion: `${site}/api/deposit/depositions/7/actions/newversion`,
};
const draft = {
  created: '2026-01-01T00:00:00.000000+00:00',
  modified: '2026-01-01T00:00:00.000000+00:00',
  id: 7,
  record_id: 7,
  conceptrecid: '6',
  owner: 1,
  title: '',
  state: 'unsubmitted',
  submitted: false,
  metadata: { prereserve_doi: { doi: '10.5281/zenodo.7', recid: 7 } },
  files: [{ id: 'a', filename: 'a.txt', filesize: 7.0, checksum: md5, links: {} }],
  links,
};

describe('a deposition', () => {
  it('when it is a draft, it has a bucket and no edit', () => {
    const decoded = decodeDeposition(draft);
    if (!decoded.ok || decoded.value.state !== 'unsubmitted') throw new Error('not a draft');
    expect(decoded.value.links).toEqual({
      html: links.html,
      bucket: links.bucket,
      publish: links.publish,
      discard: links.discard,
    });
    expect(decoded.value.files).toEqual([{ fileId: 'a', key: 'a.txt', size: 7, md5 }]);
    expect(decoded.value.doi).toBeUndefined();
  });

  it('when it is published, it may be edited or followed by a version, and nothing else', () => {
    const decoded = decodeDeposition({
      ...draft,
      state: 'done',
      submitted: true,
      doi: '10.5281/zenodo.7',
      conceptdoi: '10.5281/zenodo.6',
    });
    expect(decoded).toMatchObject({
      ok: true,
      value: { doi: '10.5281/zenodo.7', conceptDoi: '10.5281/zenodo.6' },
    });
    expect(decoded.ok && Object.keys(decoded.value.links).sort()).toEqual([
      'edit',
      'html',
      'newversion',
    ]);
  });

  it('when a draft has no bucket, it names the field', () => {
    const decoded = decodeDeposition({ ...draft, links: { ...links, bucket: undefined } });
    expect(decoded).toMatchObject({ ok: false, problems: [{ field: 'links.bucket' }] });
  });

  it('when it stands in a list, it needs no bucket', () => {
    const decoded = decodeDepositionList([{ ...draft, links: {} }]);
    expect(decoded).toMatchObject({ ok: true, value: [{ id: 7, state: 'unsubmitted' }] });
  });

  it('when the state is none of the three, it is refused', () => {
    expect(decodeDeposition({ ...draft, state: 'error' }).ok).toBe(false);
    expect(decodeDeposition('<html>').ok).toBe(false);
  });
});

describe('a bucket file', () => {
  it('when its checksum carries the name of the algorithm, it is bare hex afterwards', () => {
    expect(decodeBucketFile({ key: 'a', size: 7, checksum: `md5:${md5}`, is_head: true })).toEqual({
      ok: true,
      value: { key: 'a', size: 7, md5 },
    });
  });

  it('when the checksum is none, it names the field', () => {
    expect(decodeBucketFile({ key: 'a', size: 7, checksum: 'sha1:00' })).toMatchObject({
      ok: false,
      problems: [{ field: 'checksum' }],
    });
  });
});

describe('a record', () => {
  it('when it is published, its files have the URL of their content', () => {
    const self = `${site}/api/records/7/files/a.txt/content`;
    const decoded = decodeRecord({
      id: 7,
      recid: '7',
      conceptrecid: '6',
      doi: '10.5281/zenodo.7',
      title: 'T',
      metadata: {},
      links: { self_html: `${site}/records/7` },
      files: [{ id: 'a', key: 'a.txt', size: 7, checksum: `md5:${md5}`, links: { self } }],
    });
    expect(decoded).toMatchObject({
      ok: true,
      value: { html: `${site}/records/7`, files: [{ contentUrl: self, md5 }] },
    });
  });
});

describe('the id of a draft', () => {
  it('when it is a number or its text, it is a number, and nothing else is an id', () => {
    expect(decodeDraftId({ id: '7' })).toEqual({ ok: true, value: 7 });
    expect(decodeDraftId({ id: 7 })).toEqual({ ok: true, value: 7 });
    expect(decodeDraftId({ id: 'x' }).ok).toBe(false);
  });
});

describe('an error body', () => {
  it('when it has errors alone, their messages are the message', () => {
    const errors = [{ field: 'files.enabled', messages: ['Please remove all files first.'] }];
    expect(decodeErrorBody({ errors })).toEqual({
      ok: true,
      value: { message: 'Please remove all files first.', errors },
    });
  });

  it('when it follows the docs and says message, it reads the same', () => {
    expect(
      decodeErrorBody({ status: 400, message: 'No.', errors: [{ field: 'a', message: 'b' }] }),
    ).toEqual({ ok: true, value: { message: 'No.', errors: [{ field: 'a', messages: ['b'] }] } });
  });

  it('when it says nothing, it is no error body', () => {
    expect(decodeErrorBody({}).ok).toBe(false);
    expect(decodeErrorBody([]).ok).toBe(false);
  });
});
