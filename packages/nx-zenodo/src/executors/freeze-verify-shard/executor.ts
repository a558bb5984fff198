import { checkShard, formatShardReport } from '@nx-zenodo/fixity';
import { writeWhole } from '../../chain/release-output.js';
import { PluginError } from '../../plugin-error.js';
import { shardReportPath } from '../../release-config/shard-report-path.js';
import { byteCount } from '../../terminal/byte-count.js';
import { executor } from '../run.js';

export default executor('freeze-verify-shard', async ({ config, options, say }) => {
  const shard = { index: options.shard, of: config.shards ?? 1 };
  const { findings, report } = await checkShard(config, shard);
  if (report === null) throw PluginError.of(findings);
  await writeWhole(config.root, shardReportPath(shard), formatShardReport(report));
  const bytes = report.files.reduce((sum, file) => sum + file.size, 0);
  const { length } = report.files;
  say(
    `✓ Shard ${shard.index} of ${shard.of}: ${length} files are as they were frozen (${byteCount(bytes)})`,
  );
});
