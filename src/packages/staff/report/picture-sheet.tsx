import { View } from '@tarojs/components';
import { dayText } from '../../../../domain/base/clock';
import { spanWords } from '../../../../domain/report/span';
import { serverClock } from '../../../app/clock/server-clock';
import { KeepButton } from '../../../app/files/keep-button';
import { painted, usePainted } from '../../../app/files/use-painted';
import { told } from '../../../ui/a11y';
import { Button } from '../../../ui/button';
import { Heading } from '../../../ui/heading';
import { Fault } from '../../../ui/notice';
import { Picture } from '../../../ui/picture';
import { Sheet } from '../../../ui/sheet';
import { yearLayout } from './layout';
import type { WholeSpan } from './known';

const makePicture = async ({ span, said: { union, numbers } }: WholeSpan) =>
  painted(yearLayout({ span, union, numbers, foot: `只算结了课的课，${dayText(serverClock.now())} 统计` }));

/** 存图片: one tall picture, to look at and to save. */
export function PictureSheet({ whole, onClose }: { whole: WholeSpan; onClose: () => void }) {
  const { made, source } = usePainted(whole, makePicture);
  const title = `${spanWords(whole.span)}的数字`;
  return (
    <Sheet label={title} onClose={onClose}>
      <Heading level={2}>{title}</Heading>
      <KeepButton source={source} name={title} testId="picture" />
      {made && 'source' in made ? (
        <View className="figures__picture" data-testid="picture">
          <Picture {...made} label={`${title}的图片`} />
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
