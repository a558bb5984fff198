interface MarkdownRenderer {
  readonly linkify: { set(options: Readonly<Record<string, boolean>>): void };
  render(markdown: string): string;
}

interface MarkdownOptions {
  readonly html: boolean;
  readonly linkify: boolean;
}

/** CommonMark with tables as HTML; HTML in it is shown as text, as the GitHub integration does. '' for blank text. */
export async function renderMarkdown(
  markdown: string,
  { linkify = false }: { readonly linkify?: boolean } = {},
): Promise<string> {
  if (markdown.trim() === '') return '';
  const { default: MarkdownIt } = (await import('markdown-it')) as unknown as {
    default: new (options: MarkdownOptions) => MarkdownRenderer;
  };
  const renderer = new MarkdownIt({ html: false, linkify });
  // Only what says that it is an address: README.md is a file here, and no site in Moldova.
  if (linkify) renderer.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  return renderer.render(markdown);
}
