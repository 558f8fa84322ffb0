import { View } from '@tarojs/components';
import { useState } from 'react';
import type { DemandGroups, DemandSum } from '../../../../domain/api';
import { unseatedOf } from '../../../../domain/line/demand';
import { useAsked } from '../../../app/memory/use-asked';
import { Choice } from '../../../ui/choice';
import { FirstFew } from '../../../ui/first-few';
import { DemandGrid } from './demand-grid';
import './demand-groups.scss';
import { releaseNumbers } from './release-numbers';
import { isWide } from '../../../ui/chart-look';

/** Which course and which hour are in demand: a grid on a desk, a list on a phone. */
export function ByCourseAndHour({ batchId }: { batchId: string }) {
  const { data } = useAsked(releaseNumbers(batchId), { when: false });
  // A copy that an older app has stored has no groups.
  const groups = data?.groups;
  if (!groups || data.pending || groups.cells.length < 2 || data.tries === 0) return null;
  return (
    <View className="card staff__card groups" data-testid="demand-groups">
      <View className="b">按课程和时段</View>
      {isWide() ? <DemandGrid groups={groups} /> : <DemandList groups={groups} />}
      <View className="sm t3 stack-2">想来的人 = 有座位的、候补的、被告知已满的，同一格里一人只算一次。</View>
    </View>
  );
}

type By = keyof DemandGroups;
const BY: [By, string][] = [
  ['cells', '一格一格'],
  ['courses', '课程'],
  ['hours', '时段'],
];

/** If there are more than these, those with the most people without a seat come first, and a tap shows the others. */
const FIRST = 6;

function DemandList({ groups }: { groups: DemandGroups }) {
  const [by, setBy] = useState<By>('cells');
  const rows: Row[] = groups[by];
  return (
    <>
      <Choice name="没有座位的人" value={by} options={BY} onChoose={setBy} testId="groups" />
      <FirstFew of={rows} first={FIRST} unit="行" testId="all-groups">
        {one => (
          <View key={nameOf(one)} className="groups__row num" data-testid="group">
            <View className="split split--base">
              <View className="grow">{nameOf(one)}</View>
              <View className={unseatedOf(one) > 0 ? 'groups__unseated b' : 't3'}>
                {unseatedOf(one) > 0 ? `${unseatedOf(one)} 人` : '都有座位'}
              </View>
            </View>
            <View className="sm t3">
              名额 {one.capacity}，想来 {one.wanted} 人，下期建议 {one.suggestedCapacity}
            </View>
          </View>
        )}
      </FirstFew>
    </>
  );
}

type Row = DemandSum & { course?: string; when?: string };

const nameOf = ({ course, when }: Row): string => [course, when].filter(Boolean).join(' ');
