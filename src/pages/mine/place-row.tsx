import { View } from '@tarojs/components';
import type { MyPlace } from '../../../domain/contract';
import { go } from '../../go';
import { Chip, SectionName } from '../../parts/marks';
import { Motif } from '../../parts/motif';
import { Tap } from '../../parts/tap';
import { sectionTitle, shortSchedule } from '../../words';

interface RowProps {
  mine: MyPlace;
  first: boolean;
  over: boolean;
  onDrop: () => void;
}

/** One section where I stand, with my place and the way out of it. */
export function PlaceRow({ mine, first, over, onDrop }: RowProps) {
  const { place, section, batch } = mine;
  const seated = place.state === 'SEATED';
  return (
    <Tap className="row place-row" onTap={() => go.answer(batch.batchId, section.sectionId)} testId="place-row">
      {!first && <View className="row__rule" />}
      <Motif category={section.category} size={44} className="row__motif" />
      <View className="grow">
        <View className="place-row__top">
          <SectionName course={section.course} name={section.name} />
          {over ? (
            <Chip kind="full">已结课</Chip>
          ) : seated ? (
            <Chip kind="seated">已入座</Chip>
          ) : (
            <Chip kind="waiting">候补第 {place.number} 位</Chip>
          )}
        </View>
        <View className="t2 num">{shortSchedule(section.schedule)}</View>
        <View className="sm t3">{section.place}</View>
        {!over && (
          <Tap
            inner
            className="place-row__drop sm"
            label={`${seated ? '退课' : '退出候补'}，${sectionTitle(section)}`}
            onTap={onDrop}
            testId="drop"
          >
            {seated ? '退课' : '退出候补'}
          </Tap>
        )}
      </View>
    </Tap>
  );
}
