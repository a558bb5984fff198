/** A flag of a query string: `1`, `true`, `yes`, `on`, or the bare name. */
export function isSet(value: string | null): boolean {
  return value !== null && (value === '' || /^(1|true|yes|on)$/i.test(value));
}

/** True when older versions are asked for, by Zenodo's old name or by InvenioRDM's (zenodo_rdm/params.py). */
export function asksAllVersions(search: URLSearchParams): boolean {
  return isSet(search.get('all_versions')) || isSet(search.get('allversions'));
}
