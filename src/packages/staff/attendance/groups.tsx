import { lastOf } from '../../../../domain/base/last-of';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { SectionAttendance } from '../../../../domain/api';
import { useAppearance } from '../../../ui/appearance/appearance';
import { Picture } from '../../../ui/picture';
import { isWide, lookOf } from '../../../ui/chart-look';
import { Choice } from '../../../ui/choice';
import { FirstFew } from '../../../ui/first-few';
import { Table, TableRow, Cell } from '../../../ui/table';
import { labelOf, weeksSvg } from './chart';
import { groupsBy, over, percentText, sumOf, weeksOf, type Group, type GroupBy } from './numbers';

const BY: [GroupBy, string][] = [
  ['course', '按课程'],
  ['organisation', '按承办单位'],
];
const INSTEAD: Record<GroupBy, string> = { course: '这门课', organisation: '这家' };

/** A district has dozens of courses. Those with the lowest rates come first, and a tap shows the others. */
const FIRST = 8;

/** Rates by course or by organisation, over the weeks and in total. A tap on a row draws its line. */
export function Groups({ sections, now }: { sections: SectionAttendance[]; now: number }) {
  const [by, setBy] = useState<GroupBy>('course');
  const [name, choose] = useState<string>();
  const groups = groupsBy(by, sections, now);
  const chosen = groups.find(one => one.name === name) ?? groups[0];
  return (
    <View className="card pad rates__card" data-testid="groups">
      <View className="rates__by">
        <Choice name="到课率，一周一周看" value={by} options={BY} onChoose={setBy} testId="by" />
      </View>
      {chosen && <Weeks by={by} groups={groups} chosen={chosen} sections={sections} now={now} />}
      <Table head={[by === 'course' ? '课程' : '承办单位', '到课率', '上了', '缺课', '请假']} className="rates__groups">
        <FirstFew of={groups} first={FIRST} unit="行" testId="all-groups">
          {one => <GroupRow key={one.name} group={one} on={one === chosen} onChoose={() => choose(one.name)} />}
        </FirstFew>
      </Table>
      <View className="sm t3 stack-2">
        到课率 = 来了的 ÷（来了的 + 缺课的）。请假的、还没点的都不算在内；低的在前。
      </View>
    </View>
  );
}

interface WeeksProps {
  by: GroupBy;
  groups: Group[];
  chosen: Group;
  sections: SectionAttendance[];
  now: number;
}

function Weeks({ by, groups, chosen, sections, now }: WeeksProps) {
  const { dark, large } = useAppearance();
  const all = weeksOf(sections.flatMap(one => over(one, now)));
  if (all.length === 0) return <View className="t3 stack-3">还没有点过名，点了名这里就画出来</View>;
  const [width, height] = isWide() ? [640, 220] : [335, large ? 260 : 220];
  const svg = weeksSvg(
    {
      title: '每周到课率',
      all,
      chosen: { label: labelOf(chosen.name, INSTEAD[by]), weeks: weeksOf(chosen.lessons) },
      others: groups.filter(one => one !== chosen).map(one => weeksOf(one.lessons)),
    },
    lookOf(width, height, dark, large ? 17 : 13),
  );
  return (
    <>
      <View className="sm t2 stack-3">
        绿线是<Text className="b">{chosen.name}</Text>，点下面一行换一条
      </View>
      <Picture
        svg={svg}
        ratio={height / width}
        label={`${chosen.name}到课率 ${percentText(chosen.rate)}，最近一周全部 ${percentText(lastOf(all)?.[1] ?? null)}`}
      />
    </>
  );
}

function GroupRow({ group, on, onChoose }: { group: Group; on: boolean; onChoose: () => void }) {
  const { name, sections, lessons, rate } = group;
  return (
    <TableRow
      selected={on}
      className={on ? 'rates__group rates__group--on' : 'rates__group'}
      onTap={onChoose}
      testId="group-row"
      name={
        <>
          <Text>{name}</Text>
          {sections > 1 && <Text className="sm t3 num"> {sections} 个班</Text>}
        </>
      }
    >
      <Cell word="到课率">
        <Text className="b">{percentText(rate)}</Text>
      </Cell>
      <Cell word="上了">{lessons.length} 次</Cell>
      <Cell word="缺课">{sumOf(lessons, 'absent')}</Cell>
      <Cell word="请假">{sumOf(lessons, 'leave')}</Cell>
    </TableRow>
  );
}
