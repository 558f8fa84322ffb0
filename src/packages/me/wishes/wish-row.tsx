import { View } from '@tarojs/components';
import type { WishCard } from '../../../../domain/api';
import { dayText } from '../../../../domain/base/clock';
import { ANSWER_WORDS } from '../../../../domain/wish/said';
import { go } from '../../../app/way/go';
import { Button } from '../../../ui/button';
import { Motif } from '../../../ui/motif';

interface WishRowProps {
  wish: WishCard;
  now: number;
  joined: boolean;
  onJoin: () => void;
}

/** One wish: its title, how many join in it, what staff say, and a button to join. */
export function WishRow({ wish, now, joined, onJoin }: WishRowProps) {
  const { title, voiceCount, batchId } = wish;
  return (
    <View className="wish" data-testid={`wish-${wish.wishId}`}>
      <View className="wish__head">
        <Motif category={wish.category} size={40} className="row__motif" />
        <View className="grow">
          <View className="b">{title}</View>
          <View className="sm t3 num">{voiceCount} 人想学</View>
        </View>
        {batchId ? (
          <Button kind="go" size="row" label={`${title}，去看看`} onTap={() => go.batch(batchId)} testId="wish-open">
            去看看
          </Button>
        ) : joined ? (
          <View className="sm t3">算上我了</View>
        ) : (
          <Button kind="ink" size="row" label={`${title}，我也想学`} onTap={onJoin} testId="wish-join">
            我也想学
          </Button>
        )}
      </View>
      <Said wish={wish} now={now} />
    </View>
  );
}

/** The answer of staff, or that there was none in time. */
export function Said({ wish, now }: { wish: WishCard; now: number }) {
  if (wish.answer)
    return (
      <View className="wish__said sm">
        <View className="b">
          工会 {dayText(wish.answer.at, now)} 答复：{ANSWER_WORDS[wish.answer.kind]}
        </View>
        <View className="t2">{wish.answer.text}</View>
      </View>
    );
  return wish.overdue ? <View className="wish__late sm">还没有答复</View> : null;
}
