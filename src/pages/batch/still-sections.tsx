import { View } from '@tarojs/components';
import { kindWords } from '../../../domain/batch/kind-words';
import type { BatchCard, SectionCard } from '../../../domain/api';
import { EnterHint } from '../../app/single-page/enter-hint';
import { Motif } from '../../ui/motif';
import { SectionName } from '../../ui/section-name';
import { shortTimes } from '../../app/words';
import { BatchHead } from '../../features/line/batch-head';

interface StillProps {
  batch: BatchCard;
  sections: SectionCard[];
  now: number;
}

/** The batch as 朋友圈 opens it: it can be read, and nothing on it is a link. */
export function StillSections({ batch, sections, now }: StillProps) {
  return (
    <>
      <BatchHead batch={batch} left={{ seatsLeft: batch.seatsLeft, waitingLeft: batch.waitingLeft ?? 1 }} now={now} />
      <View className="stack-3">
        <EnterHint act="就能候场和报名" />
      </View>
      <View className="card stack-4">
        {sections.map((section, i) => (
          <View key={section.sectionId} className="row section-row" data-testid="still-row">
            {i > 0 && <View className="row__rule" />}
            <Motif category={section.category} size={52} className="row__motif" />
            <View className="grow">
              <SectionName course={section.course} name={section.name} />
              <View className="t2 num">{shortTimes(section)}</View>
              <View className="sm t3">{section.place}</View>
              <View className="sm t3 num">
                {section.cancelledAt === null ? `${section.capacity} 个名额` : `${kindWords(section).it}已经取消`}
              </View>
            </View>
          </View>
        ))}
      </View>
    </>
  );
}
