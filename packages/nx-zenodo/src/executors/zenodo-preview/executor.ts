import { join, relative } from 'node:path';
import { formatFindings } from '@nx-zenodo/findings';
import { renderPreviewPage } from '@nx-zenodo/record-page';
import { openPage } from '../../preview/node/open-page.js';
import { readPreviewFacts } from '../../preview/node/read-preview.js';
import { buildPreviewView } from '../../preview/preview-view.js';
import { outputFolder } from '../../release-config/release-config.js';
import { requireOwnFile, writeOwnFile } from '../../report/own-file.js';
import type { OwnFilePlace } from '../../report/own-file.js';
import { executor } from '../run.js';

export default executor('zenodo-preview', async ({ config, options, workspaceRoot, say }) => {
  const project = relative(workspaceRoot, config.root).replaceAll('\\', '/');
  const out = options.out ?? join(project, outputFolder, 'preview.html').replaceAll('\\', '/');
  const page: OwnFilePlace = { kind: 'preview', workspaceRoot, path: out };
  await requireOwnFile(page);
  const facts = await readPreviewFacts(config);
  await writeOwnFile(page, renderPreviewPage(buildPreviewView(facts)));
  if (facts.findings.length > 0) say(formatFindings(facts.findings));
  say(`✓ ${out}: open it in a browser; nothing was sent`);
  if (options.open && !(await openPage(join(workspaceRoot, out)))) {
    say('  It was not opened: there is no terminal, or the system has no opener.');
  }
});
