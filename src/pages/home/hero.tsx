import { Text, View } from '@tarojs/components';
import type { BatchCard } from '../../../domain/contract';
import { dayText } from '../../../domain/clock';
import { phaseOf } from '../../../domain/rules/phase';
import { go } from '../../go';
import { EnterHint } from '../../opened/enter-hint';
import { Countdown } from '../../parts/countdown';
import { Chip } from '../../parts/marks';
import { Wall } from '../../parts/motif';
import { Tap } from '../../parts/tap';
import { batchState } from './batch-words';

/** The batch of the day: its wall with all windows lit, when it opens, one button. */
export function Hero({ batch, now, single }: { batch: BatchCard; now: number; single?: boolean }) {
  const state = batchState(batch, now);
  const upcoming = phaseOf(batch, now) === 'upcoming';
  return (
    <View className="card hero" data-testid="hero">
      <Wall categories={batch.categories} />
      <View className="pad">
        <View className="hero__title">
          <View className="h1">{batch.title}</View>
          <Chip kind={state.kind}>{state.word}</Chip>
        </View>
        <View className="t2 stack-2">
          {batch.sectionCount} 个班，{batch.capacity} 个名额，{dayText(batch.firstLessonAt)}起上课
        </View>
        <View className="hero__big">
          {upcoming ? (
            <Countdown leftMs={batch.opensAt - now} />
          ) : batch.seatsLeft > 0 ? (
            <View className="count">
              <Text className="t3 hero__left">还有</Text>
              <Text className="count__digits">{batch.seatsLeft}</Text>
              <Text className="count__unit">个名额</Text>
            </View>
          ) : (
            <View className="t2">名额已满，有人退课会按候补先后递补</View>
          )}
        </View>
        {single ? (
          <EnterHint act="看班级，候场报名" />
        ) : (
          <>
            <Tap className="btn btn--go" onTap={() => go.batch(batch.batchId)} testId="hero-open">
              {upcoming ? '先看班级，选好再等' : batch.seatsLeft > 0 ? '去报名' : '看看候补'}
            </Tap>
            {upcoming && <View className="sm t3 center stack-3">现在就能候场，到点只要点一下</View>}
          </>
        )}
      </View>
    </View>
  );
}
