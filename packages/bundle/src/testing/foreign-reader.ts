import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';

// Reads archives with Python's own modules, one path a line, and tells what is in each, with digests.
const script = `
import sys, json, hashlib, tarfile, zipfile
for line in sys.stdin:
    path, out = line.rstrip("\\n"), []
    try:
        if path.endswith(".zip"):
            with zipfile.ZipFile(path) as z:
                for i in z.infolist():
                    h = hashlib.sha256(z.read(i)).hexdigest()
                    out.append([i.filename, i.file_size, h, i.external_attr >> 16 & 0o777, list(i.date_time), i.compress_type])
        else:
            with tarfile.open(path, "r:gz") as t:
                for m in t:
                    h = hashlib.sha256(t.extractfile(m).read()).hexdigest()
                    out.append([m.name, m.size, h, m.mode, m.mtime, [m.uid, m.gid, m.uname, m.gname]])
    except Exception as e:
        out = repr(e)
    print(json.dumps(out), flush=True)
`;

/** Name, size, SHA-256 and permission bits, then what only this kind of archive tells. */
export type ForeignEntry = [
  name: string,
  size: number,
  sha256: string,
  mode: number,
  ...rest: unknown[],
];

/** A running Python that reads archives. */
export interface PythonReader {
  read(path: string): Promise<ForeignEntry[]>;
  close(): void;
}

/** Why Python cannot be asked here; undefined when it can. */
export const noPython: string | undefined =
  spawnSync('python3', ['-c', 'import zlib, zipfile, tarfile']).status === 0
    ? undefined
    : 'python3 with zlib is not installed here';

/** Starts Python once: starting it for each archive would take most of the time. */
export function openPython(): PythonReader {
  const child = spawn('python3', ['-c', script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    read: async (path) => {
      child.stdin.write(`${path}\n`);
      const { value, done } = await lines.next();
      const answer: unknown = done === true ? 'Python ended' : JSON.parse(value);
      if (!Array.isArray(answer)) throw new Error(String(answer));
      return answer as ForeignEntry[];
    },
    close: () => void child.kill(),
  };
}

/** Programs that test a whole archive, of those that are installed here. */
export function archiveTesters(path: string): readonly (readonly [string, readonly string[]])[] {
  const zip = [
    ['unzip', ['-tqq', path]],
    ['7z', ['t', '-bd', path]],
    ['bsdtar', ['-xOf', path]],
  ] as const;
  const tar = [
    ['tar', ['-xzOf', path]],
    ['bsdtar', ['-xOf', path]],
    ['7z', ['t', '-bd', path]],
  ] as const;
  const isThere = ([program]: readonly [string, readonly string[]]) =>
    spawnSync(program, ['--help']).error === undefined;
  return (path.endsWith('.zip') ? zip : tar).filter(isThere);
}
