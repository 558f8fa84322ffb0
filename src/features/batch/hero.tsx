import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import type { BatchCard } from '../../../domain/api';
import { dayText } from '../../../domain/base/clock';
import { phaseOf } from '../../../domain/batch/phase';
import { go } from '../../app/way/go';
import { EnterHint } from '../../app/single-page/enter-hint';
import { Countdown } from '../../ui/countdown';
import { Wall } from '../../ui/motif';
import { Tap } from '../../ui/tap';
import { Heading } from '../../ui/heading';
import { Chip } from '../../ui/chip';
import { Button } from '../../ui/button';
import { batchState, roomIn } from './batch-words';
import './hero.scss';

/** The batch of the day: its wall with all windows lit, when it opens, one button. */
export function Hero({ batch, now, single }: { batch: BatchCard; now: number; single?: boolean }) {
  const state = batchState(batch, now);
  const upcoming = phaseOf(batch, now) === 'upcoming';
  const room = roomIn(batch);
  return (
    <Frame batch={batch} single={single}>
      <Wall categories={batch.categories} />
      <View className="pad">
        <View className="hero__title">
          <Heading level={1}>{batch.title}</Heading>
          <Chip kind={state.kind}>{state.word}</Chip>
        </View>
        <View className="t2 stack-2">
          {batch.sectionCount} 个班，{batch.capacity} 个名额，
          <Text className="nowrap">{dayText(batch.firstLessonAt, now)}起上课</Text>
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
            <View className="t2">
              {room === 'wait' ? '名额已满，有人退课会按候补先后递补' : '名额和候补都满了，有人退出时会重新开放'}
            </View>
          )}
        </View>
        {single ? (
          <EnterHint act="看班级，候场报名" />
        ) : (
          <>
            <Button
              inner
              kind={room === 'none' && !upcoming ? 'ink' : 'go'}
              onTap={() => go.batch(batch.batchId)}
              testId="hero-open"
            >
              {upcoming ? '先看班级，选好再等' : room === 'seat' ? '去报名' : room === 'wait' ? '看看候补' : '看看班级'}
            </Button>
            {upcoming && <View className="sm t3 center stack-3">先看好班、填好资料，到点只要点一下</View>}
          </>
        )}
      </View>
    </Frame>
  );
}

/** The whole card can be tapped, as every other card. The button in it is for the keyboard and for screen readers. */
function Frame({ batch, single, children }: PropsWithChildren<{ batch: BatchCard; single?: boolean | undefined }>) {
  return single ? (
    <View className="card hero" data-testid="hero">
      {children}
    </View>
  ) : (
    <Tap plain className="card hero" onTap={() => go.batch(batch.batchId)} testId="hero">
      {children}
    </Tap>
  );
}
