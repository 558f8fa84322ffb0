import type { Output } from '../../../../domain/api';
import { serverClock } from '../../../app/clock/server-clock';
import { painted, type Painted } from '../../../app/files/use-painted';
import { askForCode } from '../../../features/link/use-code';
import { posterFacts } from './facts';
import { CODE_IMAGE, posterLayout } from './layout';

/** The poster of a batch as a picture. Without its code there is no poster, because people could do nothing with it. */
export async function makePoster({ batch, sections }: Output<'catalog.batch'>): Promise<Painted> {
  const { picture, failed } = await askForCode({ to: 'batch', batchId: batch.batchId });
  if (!picture) return { failed: failed ?? '没有取到小程序码，请再试一次' };
  return painted(posterLayout(posterFacts(batch, sections, serverClock.now())), { [CODE_IMAGE]: picture });
}
