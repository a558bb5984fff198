import { PythonYamlError } from './yaml-error.js';
import type { Mark } from './yaml-error.js';

/**
 * A value that YAML 1.1 reads but Python cannot hold (`2021-02-30`), or that is not of its stated tag.
 * `type` is the class of Python's exception.
 */
export class PythonValueError extends Error {
  override readonly name = 'PythonValueError';
  constructor(
    message: string,
    readonly type: 'ValueError' | 'KeyError' | 'IndexError' | 'AttributeError' = 'ValueError',
  ) {
    super(message);
  }
}

function refuseEmpty(text: string): void {
  if (text === '') throw new PythonValueError('string index out of range', 'IndexError');
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

const DIGITS = /^(?:0b[01]+|0x[0-9a-f]+|0[0-7]*|[1-9]\d*(?::\d+)*)$/i;

function parseInteger(text: string): number {
  refuseEmpty(text);
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
  if (!DIGITS.test(bare))
    throw new PythonValueError(`invalid literal for int() with base 10: '${text}'`);
  return sign * value;
}

function parseFloatingPoint(text: string): number {
  refuseEmpty(text);
  const bare = text.replaceAll('_', '').toLowerCase().replace(/^[-+]/, '');
  const sign = text.startsWith('-') ? -1 : 1;
  if (bare === '.inf') return sign * Infinity;
  if (bare === '.nan') return NaN;
  const wrong = bare.split(':').find((part) => !/^\d*\.?\d*(?:e[-+]?\d+)?$|^inf$|^nan$/.test(part));
  if (wrong !== undefined)
    throw new PythonValueError(`could not convert string to float: '${wrong}'`);
  return sign * (bare.includes(':') ? sexagesimal(bare) : Number(bare));
}

function parseTimestamp(text: string): Date {
  const match = TIMESTAMP_PARTS.exec(text);
  if (match === null) {
    throw new PythonValueError("'NoneType' object has no attribute 'groupdict'", 'AttributeError');
  }
  const [, ...parts] = match;
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
  throw new PythonValueError(`'${word}'`, 'KeyError');
}

/** Signs outside of the alphabet are passed over, as Python's `base64.decodebytes` does. */
function parseBinary(text: string, mark: Mark): Uint8Array {
  if (/[^\0-\x7f]/.test(text)) {
    throw new PythonYamlError('failed to convert base64 data into ascii', mark);
  }
  const signs = text.replace(/[^A-Za-z0-9+/=]/g, '');
  const data = signs.replaceAll('=', '');
  const padding = signs.length - data.length;
  if (data.length % 4 === 1 || (data.length % 4 !== 0 && padding < 4 - (data.length % 4))) {
    throw new PythonYamlError('failed to decode base64 data: Incorrect padding', mark);
  }
  return new Uint8Array(Buffer.from(data, 'base64'));
}

/** The value of a scalar under a tag that PyYAML's safe loader constructs; undefined for any other tag. */
export function constructScalar(text: string, tag: string, mark: Mark): unknown {
  if (tag === 'str') return text;
  if (tag === 'null') return null;
  if (tag === 'bool') return parseBoolean(text);
  if (tag === 'int') return parseInteger(text);
  if (tag === 'float') return parseFloatingPoint(text);
  if (tag === 'timestamp') return parseTimestamp(text);
  return tag === 'binary' ? parseBinary(text, mark) : undefined;
}
