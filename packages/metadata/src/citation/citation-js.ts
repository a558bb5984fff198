/** The part of citation-js that is used; it ships no types. */
interface Cite {
  format(output: string, options?: Readonly<Record<string, string>>): unknown;
}

type CiteConstructor = new (data: readonly unknown[]) => Cite;

/** Loads citation-js with its CSL, BibTeX and RIS outputs: half a second, so only when a citation is asked for. */
export async function loadCitationJs(): Promise<CiteConstructor> {
  const core = (await import('@citation-js/core')) as { Cite: CiteConstructor };
  await Promise.all([
    import('@citation-js/plugin-csl'),
    import('@citation-js/plugin-bibtex'),
    import('@citation-js/plugin-ris'),
  ]);
  return core.Cite;
}
