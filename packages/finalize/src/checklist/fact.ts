/**
 * What was found out about a release. `unknown`: nobody could tell, and why; that is no yes. `inapplicable`: there is
 * nothing of the kind, and why; that is no gap.
 */
export type Fact<Value> =
  { readonly known: Value } | { readonly unknown: string } | { readonly inapplicable: string };

export const known = <Value>(value: Value): Fact<Value> => ({ known: value });
export const unknown = (reason: string): Fact<never> => ({ unknown: reason });
export const inapplicable = (reason: string): Fact<never> => ({ inapplicable: reason });
