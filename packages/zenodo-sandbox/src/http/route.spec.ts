import { describe, expect, it } from '@jest/globals';
import { empty } from './response.js';
import { buildRouter, decodePath } from './route.js';

const route = (pattern: string) =>
  ({ method: 'GET', pattern, body: 'none', handle: () => ({ response: empty(200) }) }) as const;
const router = buildRouter([
  route('/api/records/:id/files/:key+/content'),
  route('/api/records/:id/files/:key+/container/:path+'),
  route('/api/records/:id/files/:key+'),
]);

function find(path: string) {
  const match = router('GET', decodePath(path) ?? []);
  return 'route' in match ? [match.route.pattern.split('+')[1] ?? '', match.params] : match;
}

describe('buildRouter', () => {
  it.each([
    ['a.txt', '', { id: '1', key: 'a.txt' }],
    ['dir/a.txt', '', { id: '1', key: 'dir/a.txt' }],
    ['dir/a.txt/content', '/content', { id: '1', key: 'dir/a.txt' }],
    ['content/content', '/content', { id: '1', key: 'content' }],
    ['content', '', { id: '1', key: 'content' }],
    ['a.zip/container/b', '/container/:path', { id: '1', key: 'a.zip', path: 'b' }],
    ['d/a.zip/container/b/c', '/container/:path', { id: '1', key: 'd/a.zip', path: 'b/c' }],
    ['a/container/container/b', '/container/:path', { id: '1', key: 'a', path: 'container/b' }],
  ])('when files/%s is asked for, its parts are found', (path, tail, params) => {
    expect(find(`/api/records/1/files/${path}`)).toEqual([tail, params]);
  });

  it('when a part is left out, nothing is found', () => {
    expect(find('/api/records/1/files')).toEqual([]);
    expect(find('/api/records//files/a')).toEqual([]);
  });
});
