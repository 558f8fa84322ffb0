import { View } from '@tarojs/components';
import type { BatchCard, Output } from '../../../domain/api';
import { phaseOf } from '../../../domain/batch/phase';
import { spanText, whenText } from '../../app/words';
import { Sum, SumRow } from '../../ui/sum';

export type LiveSection = Output<'staff.batch'>['sections'][number];

interface SumsProps {
  batch: BatchCard;
  sections: LiveSection[];
  /** Absent in an answer that an older app has stored. */
  followers: number | undefined;
  now: number;
}

/** The sums of a batch, biggest first. It shows only what is counted. */
export function Sums({ batch, sections, followers, now }: SumsProps) {
  const sum = (of: (one: LiveSection) => number) => sections.reduce((all, one) => all + of(one), 0);
  const phase = phaseOf(batch, now);
  const since = now - batch.opensAt;
  return (
    <SumRow>
      <Sum name="已入座" value={sum(one => one.seated)} of={`/ ${batch.capacity}`} tone="open" />
      <Sum name="候补中" value={sum(one => one.waiting)} of="人" tone="waiting" />
      {phase === 'upcoming' && followers !== undefined && <Sum name="等着提醒" value={followers} of="人" />}
      <Sum name="满员的班" value={sections.filter(one => one.seatsLeft === 0).length} of={`/ ${sections.length}`} />
      <View className="sum">
        <View className="cap t3">{phase === 'upcoming' ? '开放' : '开放了'}</View>
        <View className="sum__span num">
          {phase === 'upcoming'
            ? whenText(batch.opensAt, now)
            : spanText(Math.min(since, batch.closesAt - batch.opensAt))}
        </View>
      </View>
    </SumRow>
  );
}
