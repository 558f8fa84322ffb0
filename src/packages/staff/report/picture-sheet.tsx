import { Image, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { dayText } from '../../../../domain/base/clock';
import { spanWords } from '../../../../domain/report/span';
import { serverClock } from '../../../app/clock/server-clock';
import { KEEP_WORD, keepPicture, type Kept } from '../../../app/files/keep-picture';
import { keptWords } from '../../../app/files/kept';
import { told } from '../../../ui/a11y';
import { Button } from '../../../ui/button';
import { paintPicture } from '../../../ui/drawing/picture';
import { newSurface } from '../../../ui/drawing/surface';
import { Heading } from '../../../ui/heading';
import { Fault, Notice } from '../../../ui/notice';
import { Sheet } from '../../../ui/sheet';
import { yearLayout } from './layout';
import type { WholeSpan } from './open';

type Made = { source: string; ratio: number } | { failed: string };

async function makePicture({ span, said }: WholeSpan): Promise<Made> {
  try {
    const now = serverClock.now();
    const foot = `只算结了课的课，${dayText(now)} 统计`;
    const layout = yearLayout({ span, union: said.union, numbers: said.numbers, foot });
    const surface = newSurface(layout.width, layout.height);
    paintPicture(surface.ctx, layout);
    return { source: await surface.finish(), ratio: layout.height / layout.width };
  } catch (error) {
    console.warn('The picture was not drawn', error);
    return { failed: '这部手机没能画出图片，请更新微信，或在电脑上打开' };
  }
}

/** 存图片: one tall picture, to look at and to save. */
export function PictureSheet({ whole, onClose }: { whole: WholeSpan; onClose: () => void }) {
  const [made, setMade] = useState<Made>();
  const [kept, setKept] = useState<Kept>();
  useEffect(() => {
    let here = true;
    void makePicture(whole).then(next => here && setMade(next));
    return () => void (here = false);
  }, [whole]);
  const title = `${spanWords(whole.span)}的数字`;
  const source = made && 'source' in made ? made.source : undefined;
  const keep = async () => setKept(source ? await keepPicture(source, title) : undefined);
  return (
    <Sheet label={title} onClose={onClose}>
      <Heading level={2}>{title}</Heading>
      {kept && (
        <Notice
          className="stack-3"
          live="polite"
          kind={kept === 'album' || kept === 'download' ? 'quiet' : 'soon'}
          testId="picture-kept"
        >
          {keptWords(kept)}
        </Notice>
      )}
      <Button kind="go" className="stack-3" disabled={!source} onTap={() => void keep()} testId="keep-picture">
        {KEEP_WORD}
      </Button>
      {made && 'source' in made ? (
        <View className="figures__picture" {...told({ role: 'img', label: `${title}的图片` })} data-testid="picture">
          <View className="wall figures__paper" style={{ paddingTop: `${made.ratio * 100}%` }}>
            <Image className="wall__image" src={made.source} mode="scaleToFill" {...told({ hidden: true })} />
          </View>
        </View>
      ) : (
        <View className="t3 stack-3" {...told({ live: 'polite' })}>
          {made ? <Fault says={made.failed} /> : '正在画图片'}
        </View>
      )}
      <Button kind="plain" className="stack-2" onTap={onClose} testId="picture-done">
        好了
      </Button>
    </Sheet>
  );
}
