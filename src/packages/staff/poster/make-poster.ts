import type { BatchCard, SectionCard } from '../../../../domain/api';
import { serverClock } from '../../../app/clock/server-clock';
import { askForCode } from '../../../features/link/use-code';
import { paintPicture } from '../../../ui/drawing/picture';
import { newSurface } from '../../../ui/drawing/surface';
import { posterFacts } from './facts';
import { CODE_IMAGE, posterLayout } from './layout';

export type Made = { source: string; ratio: number } | { failed: string };

/** The poster of a batch as a picture. Without its code there is no poster, because people could do nothing with it. */
export async function makePoster(batch: BatchCard, sections: SectionCard[]): Promise<Made> {
  const { picture, failed } = await askForCode({ to: 'batch', batchId: batch.batchId });
  if (!picture) return { failed: failed ?? '没有取到小程序码，请再试一次' };
  try {
    const layout = posterLayout(posterFacts(batch, sections, serverClock.now()));
    const surface = newSurface(layout.width, layout.height);
    const code = await surface.image(picture.picture, picture.contentType);
    paintPicture(surface.ctx, layout, { [CODE_IMAGE]: code });
    return { source: await surface.finish(), ratio: layout.height / layout.width };
  } catch (error) {
    console.warn('The poster was not drawn', error);
    return { failed: '这部手机没能画出海报，请更新微信，或在电脑上打开' };
  }
}
