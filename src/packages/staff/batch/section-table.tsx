import { Text, View } from '@tarojs/components';
import type { BatchCard } from '../../../../domain/api';
import { HOUR, MINUTE, SECOND, secondText } from '../../../../domain/base/clock';
import { Motif } from '../../../ui/motif';
import { go } from '../../../app/way/go';
import { Tap } from '../../../ui/tap';
import { Meter } from '../../../ui/meter';
import { sectionTitle } from '../../../app/words';
import { filledAt } from '../../../features/line/seats-curve';
import type { LiveSection } from '../../../features/line/live-sums';

/** `12.3 秒`, `2 分 5 秒`, `3 小时 4 分` */
export function lastedText(ms: number): string {
  if (ms < MINUTE) return `${(ms / SECOND).toFixed(1)} 秒`;
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)} 分 ${Math.floor((ms % MINUTE) / SECOND)} 秒`;
  return `${Math.floor(ms / HOUR)} 小时 ${Math.floor((ms % HOUR) / MINUTE)} 分`;
}

/** Every section: seats left, people seated, people waiting, and how soon it was full. */
export function SectionTable({ batch, sections }: { batch: BatchCard; sections: LiveSection[] }) {
  return (
    <View className="card table staff__card">
      <View className="table__row table__row--head cap t3">
        <View className="table__name">班级</View>
        <View className="table__meter">还剩</View>
        <View className="table__cell">已入座</View>
        <View className="table__cell">候补</View>
        <View className="table__cell table__cell--wide">满员</View>
      </View>
      {sections.map(one => {
        const full = filledAt(one);
        return (
          <Tap
            key={one.sectionId}
            role="link"
            className="table__row"
            label={`${sectionTitle(one)}的队伍`}
            onTap={() => go.staffSection(batch.batchId, one.sectionId)}
            testId="staff-row"
          >
            <View className="table__name">
              <Motif category={one.category} size={32} className="table__motif" />
              <View className="grow">
                <Text>{one.course}</Text>
                <Text className="t3"> {one.name}</Text>
              </View>
            </View>
            <View className="table__meter">
              <Meter left={one.seatsLeft} of={one.capacity} />
              <Text className="table__left num b">{one.seatsLeft || '满'}</Text>
            </View>
            <View className="table__cell num">
              <Text className="table__word t3">入座 </Text>
              {one.seated} / {one.capacity}
            </View>
            <View className="table__cell num">
              <Text className="table__word t3">候补 </Text>
              {one.waiting || <Text className="t3">无</Text>}
            </View>
            <View className="table__cell table__cell--wide num">
              {full === undefined ? (
                <Text className="t3">未满</Text>
              ) : (
                <Text>
                  {lastedText(full - batch.opensAt)}满<Text className="t3 table__at">（{secondText(full)}）</Text>
                </Text>
              )}
            </View>
          </Tap>
        );
      })}
    </View>
  );
}
