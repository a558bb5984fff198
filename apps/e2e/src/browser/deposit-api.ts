import type { Sandbox } from '@nx-zenodo/zenodo-sandbox';

/** What the tests read of a deposition. */
export interface Deposition {
  readonly id: number;
  readonly doi: string;
  readonly conceptdoi: string;
  readonly links: Readonly<Record<string, string>>;
}

/** Files by key. */
export type Files = Readonly<Record<string, string>>;

/** Deposits as a script written for Zenodo does it: by the legacy API and the links of its answers. */
export function depositApi({ apiUrl, token }: Pick<Sandbox, 'apiUrl' | 'token'>) {
  const send = async (method: string, url: string, body?: string, type = 'application/json') => {
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': type };
    const answer = await fetch(url, { method, headers, ...(body === undefined ? {} : { body }) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${text}`);
    return (text === '' ? null : JSON.parse(text)) as Deposition;
  };
  const link = ({ links }: Deposition, name: string) => links[name] ?? '';
  const upload = async (deposition: Deposition, files: Files) => {
    for (const [key, bytes] of Object.entries(files)) {
      const url = `${link(deposition, 'bucket')}/${encodeURIComponent(key)}`;
      await send('PUT', url, bytes, 'application/octet-stream');
    }
  };
  const draft = async (metadata: object, files: Files = {}) => {
    const body = JSON.stringify({ metadata });
    const deposition = await send('POST', `${apiUrl}/deposit/depositions`, body);
    await upload(deposition, files);
    return deposition;
  };
  const publish = (deposition: Deposition) => send('POST', link(deposition, 'publish'));
  return {
    draft,
    publish: async (metadata: object, files: Files) => publish(await draft(metadata, files)),
    publishNext: async (former: Deposition, metadata: object, files: Files) => {
      const answer = await send('POST', link(former, 'newversion'));
      const next = await send('GET', link(answer, 'latest_draft'));
      await upload(next, files);
      await send('PUT', link(next, 'self'), JSON.stringify({ metadata }));
      return publish(next);
    },
  };
}
