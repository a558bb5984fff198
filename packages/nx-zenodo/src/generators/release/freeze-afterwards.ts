import { freezeRelease } from '@nx-zenodo/fixity';
import type { FreezeRequest } from '@nx-zenodo/fixity';

/** Signs the files once they are on disk, and says what was signed. */
export async function freezeAfterwards(
  request: FreezeRequest,
  say: (line: string) => void,
): Promise<void> {
  const { signature } = await freezeRelease(request);
  say(`✓ ${request.signature}: ${signature.entries} files signed`);
}
