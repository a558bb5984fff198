/** A value that YAML 1.1 reads but Python cannot hold (`2021-02-30`), or that is not of its stated type. */
export class PythonValueError extends Error {
  override readonly name = 'PythonValueError';
}

// The implicit types of PyYAML's resolver; `y` and `n` are no booleans there.
const NULL = /^(?:~|null|Null|NULL|)$/;
const BOOL = /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/;
const INT =
  /^(?:[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+)$/;
const FLOAT =
  /^(?:[-+]?(?:[0-9][0-9_]*)\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const TIMESTAMP =
  /^(?:\d{4}-\d\d-\d\d|\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?)$/;
const TIMESTAMP_PARTS =
  /^(\d{4})-(\d\d?)-(\d\d?)(?:(?:[Tt]|[ \t]+)(\d\d?):(\d\d):(\d\d)(?:\.(\d*))?(?:[ \t]*(Z|([-+])(\d\d?)(?::(\d\d))?))?)?$/;

/** The implicit tag of a plain scalar, without the prefix `tag:yaml.org,2002:`. */
export function implicitTag(text: string): string {
  if (NULL.test(text)) return 'null';
  if (BOOL.test(text)) return 'bool';
  if (INT.test(text)) return 'int';
  if (FLOAT.test(text)) return 'float';
  if (TIMESTAMP.test(text)) return 'timestamp';
  if (text === '<<') return 'merge';
  return text === '=' ? 'value' : 'str';
}

const sexagesimal = (digits: string): number =>
  digits.split(':').reduce((total, part) => total * 60 + Number(part), 0);

function parseInteger(text: string): number {
  const bare = text.replaceAll('_', '').replace(/^[-+]/, '');
  const sign = text.startsWith('-') ? -1 : 1;
  const value = bare.startsWith('0b')
    ? parseInt(bare.slice(2), 2)
    : bare.startsWith('0x')
      ? parseInt(bare.slice(2), 16)
      : bare.includes(':')
        ? sexagesimal(bare)
        : bare.length > 1 && bare.startsWith('0')
          ? parseInt(bare, 8)
          : Number(bare);
  if (Number.isNaN(value))
    throw new PythonValueError(`invalid literal for int() with base 10: '${text}'`);
  return sign * value;
}

function parseFloatingPoint(text: string): number {
  const bare = text.replaceAll('_', '').toLowerCase().replace(/^[-+]/, '');
  const sign = text.startsWith('-') ? -1 : 1;
  if (bare === '.inf') return sign * Infinity;
  if (bare === '.nan') return NaN;
  return sign * (bare.includes(':') ? sexagesimal(bare) : Number(bare));
}

function parseTimestamp(text: string): Date {
  const [, ...parts] = TIMESTAMP_PARTS.exec(text) ?? [];
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(0, 6)
    .map((p) => Number(p ?? 0));
  if (year < 1) throw new PythonValueError(`year ${year} is out of range`);
  if (month < 1 || month > 12) throw new PythonValueError('month must be in 1..12');
  const length = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
  if (day < 1 || day > length) throw new PythonValueError('day is out of range for month');
  if (hour > 23) throw new PythonValueError('hour must be in 0..23');
  if (minute > 59) throw new PythonValueError('minute must be in 0..59');
  if (second > 59) throw new PythonValueError('second must be in 0..59');
  const value = new Date(0);
  value.setUTCFullYear(year, month - 1, day);
  value.setUTCHours(hour, minute, second);
  return value;
}

const TRUE = new Set(['yes', 'true', 'on']);
const FALSE = new Set(['no', 'false', 'off']);

function parseBoolean(text: string): boolean {
  const word = text.toLowerCase();
  if (TRUE.has(word)) return true;
  if (FALSE.has(word)) return false;
  throw new PythonValueError(`'${word}'`);
}

/** The value of a scalar under a tag that PyYAML's safe loader constructs; undefined for any other tag. */
export function constructScalar(text: string, tag: string): unknown {
  if (tag === 'str') return text;
  if (tag === 'null') return null;
  if (tag === 'bool') return parseBoolean(text);
  if (tag === 'int') return parseInteger(text);
  if (tag === 'float') return parseFloatingPoint(text);
  if (tag === 'timestamp') return parseTimestamp(text);
  return tag === 'binary' ? new Uint8Array(Buffer.from(text, 'base64')) : undefined;
}
