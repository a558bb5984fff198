import { invalid, refuse } from '../http/refusal.js';

export interface Paging {
  /** 1-based. */
  readonly page: number;
  readonly size: number;
  /** Index of the first hit of the page. */
  readonly from: number;
}

/** `page` and `size` of a listing, within what the reader may ask for (contract A.3, D.1). */
export function parsePaging(search: URLSearchParams, size: number, most: number): Paging {
  const paging = {
    page: positive(search.get('page'), 'page', 1),
    size: positive(search.get('size'), 'size', size),
  };
  if (paging.size > most) {
    throw invalid([{ field: 'size', messages: [`Page size cannot be greater than ${most}.`] }]);
  }
  if (paging.page * paging.size > 10_000) throw refuse(400, 'Invalid querystring parameters.');
  return { ...paging, from: (paging.page - 1) * paging.size };
}

function positive(text: string | null, field: string, fallback: number): number {
  if (text === null || text === '') return fallback;
  if (!/^-?\d+$/.test(text)) throw invalid([{ field, messages: ['Not a valid integer.'] }]);
  const value = Number(text);
  if (value < 1) {
    throw invalid([{ field, messages: ['Must be greater than or equal to 1.'] }]);
  }
  return value;
}
