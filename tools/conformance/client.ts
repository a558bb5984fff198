/** What came back, with its body read. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Parsed when it is JSON; cases look into it as they please. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
}

type Extra = { readonly headers?: Record<string, string>; readonly body?: string | FormData };

/** Requests of one person; no cookies, no redirects followed. */
export class Client {
  constructor(
    readonly api: string,
    readonly token: string | undefined,
  ) {}

  async send(method: string, path: string, extra: Extra = {}): Promise<Answer> {
    const url = /^https?:/.test(path) ? path : `${this.api}${path}`;
    const authorization = this.token === undefined ? {} : { Authorization: `Bearer ${this.token}` };
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      headers: { ...authorization, ...extra.headers },
      ...(extra.body === undefined ? {} : { body: extra.body }),
    });
    const text = await response.text();
    const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '');
    const { status, headers } = response;
    return { status, headers, text, body: isJson && text !== '' ? JSON.parse(text) : undefined };
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('GET', path, { headers });
  }

  json(method: string, path: string, value: unknown, headers = {}): Promise<Answer> {
    return this.send(method, path, {
      body: JSON.stringify(value),
      headers: { 'Content-Type': 'application/json', ...headers },
    });
  }

  post(path: string, value?: unknown): Promise<Answer> {
    return value === undefined ? this.send('POST', path) : this.json('POST', path, value);
  }

  put(path: string, bytes: string, type = 'application/octet-stream'): Promise<Answer> {
    return this.send('PUT', path, { body: bytes, headers: { 'Content-Type': type } });
  }

  remove(path: string): Promise<Answer> {
    return this.send('DELETE', path);
  }

  /** The old multipart upload. */
  upload(path: string, bytes: string, filename: string, name?: string): Promise<Answer> {
    const form = new FormData();
    form.append('file', new Blob([bytes]), filename);
    if (name !== undefined) form.append('name', name);
    return this.send('POST', path, { body: form });
  }
}
