import { isObject } from './loose-value.js';
import type { LooseObject } from './loose-value.js';

/** The object that a JSON text holds, or null; a byte order mark is no obstacle. */
export function jsonObject(text: string): LooseObject | null {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}
