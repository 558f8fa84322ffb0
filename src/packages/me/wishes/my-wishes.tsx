import { View } from '@tarojs/components';
import type { MyWish } from '../../../../domain/api';
import { dayText } from '../../../../domain/base/clock';
import { slotWords } from '../../../../domain/wish/said';
import { Empty } from '../../../app/page/states';
import { go } from '../../../app/way/go';
import { Button } from '../../../ui/button';
import { Stages, type StageOnLine } from '../../../ui/stages';
import { Said } from './wish-row';

interface MyWishesProps {
  wishes: MyWish[];
  now: number;
  onHours: (wish: MyWish) => void;
  onLeave: (wish: MyWish) => void;
}

/** The wishes that I proposed or joined, each with its steps. */
export function MyWishes({ wishes, now, onHours, onLeave }: MyWishesProps) {
  if (wishes.length === 0)
    return <Empty title="还没有想学的" text="在“大家想学的”里点“我也想学”，或者提一门课" testId="no-my-wishes" />;
  return (
    <View className="card stack-3">
      {wishes.map(wish => (
        <View key={wish.wishId} className="wish" data-testid={`my-${wish.wishId}`}>
          <View className="split">
            <View className="grow b">{wish.title}</View>
            <View className="sm t3 num">{wish.voiceCount} 人想学</View>
          </View>
          <View className="sm t3">{stateWords(wish)}</View>
          <Stages stages={stepsOf(wish, now)} className="stack-3" testId="wish-steps" />
          <Said wish={wish} now={now} />
          <View className="wish__acts">
            {wish.batchId && (
              <Button kind="ink" size="small" onTap={() => go.batch(wish.batchId ?? '')}>
                去看看这一期
              </Button>
            )}
            {wish.voice && wish.state !== 'hidden' && (
              <>
                <Button
                  kind="link"
                  size="small"
                  label={`改时间，${wish.title}`}
                  onTap={() => onHours(wish)}
                  testId="wish-hours"
                >
                  改时间
                </Button>
                <Button
                  kind="link"
                  size="small"
                  label={`不学了，${wish.title}`}
                  onTap={() => onLeave(wish)}
                  testId="wish-leave"
                >
                  不学了
                </Button>
              </>
            )}
          </View>
        </View>
      ))}
    </View>
  );
}

const stateWords = ({ state, own, voice }: MyWish): string =>
  [
    ...(state === 'held' ? ['工会看过课名以后，大家才看得到'] : []),
    ...(state === 'hidden' ? ['工会收起了这个愿望'] : []),
    ...(own ? ['我提的'] : []),
    ...(voice ? [`方便的时间：${voice.when.map(slotWords).join('、')}`] : ['已经退出']),
  ].join('，');

/** 已提出 → 已答复 → 已立项 → 已开放, each with its date. */
function stepsOf({ steps: { proposedAt, answeredAt, takenAt, openedAt } }: MyWish, now: number): StageOnLine[] {
  const dates = [
    ['已提出', proposedAt],
    ['已答复', answeredAt],
    ['已立项', takenAt],
    ['已开放', openedAt],
  ] as const;
  return dates.map(([word, at]) =>
    at === null
      ? { word: word.slice(1), note: '还没有', state: 'todo' }
      : { word, note: dayText(at, now), state: 'done' },
  );
}
