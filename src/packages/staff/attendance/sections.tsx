import { lastOf } from '../../../../domain/base/last-of';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { SectionAttendance } from '../../../../domain/api';
import { rateOf } from '../../../../domain/attendance/attendance';
import { takesPlace } from '../../../../domain/lesson/held-lessons';
import { lessonsSvg } from '../../../features/attendance/lessons-chart';
import { Motif } from '../../../ui/motif';
import { Picture } from '../../../ui/picture';
import { Tap } from '../../../ui/tap';
import { useAppearance } from '../../../ui/appearance/appearance';
import { GroupHead } from '../../../ui/heading';
import { Chip } from '../../../ui/chip';
import { sectionTitle } from '../../../app/words';
import { lookOf } from '../../../features/line/seats-curve';
import { isWide } from '../../../features/line/seats-chart';
import { Lessons } from './lessons';
import { isToClose, over, percentText, sumOf } from './numbers';

/** Every class: its rate and its lessons as bars. A tap shows its lessons one by one. */
export function Sections({ sections, now }: { sections: SectionAttendance[]; now: number }) {
  const [open, setOpen] = useState<string>();
  return (
    <>
      <GroupHead aside="点一个班，看每一次课">每个班</GroupHead>
      <View className="card table">
        <View className="table__row table__row--head cap t3">
          <View className="table__name">班级</View>
          <View className="rates__bars">每次课</View>
          <View className="table__cell">到课率</View>
          <View className="table__cell">缺课</View>
          <View className="table__cell">待确认</View>
        </View>
        {sections.map(one => {
          const { sectionId } = one.section;
          const opened = open === sectionId;
          return (
            <View key={sectionId} className="rates__section">
              <Row one={one} now={now} opened={opened} onTap={() => setOpen(opened ? undefined : sectionId)} />
              {opened && <Lessons one={one} now={now} />}
            </View>
          );
        })}
      </View>
    </>
  );
}

interface RowProps {
  one: SectionAttendance;
  now: number;
  opened: boolean;
  onTap: () => void;
}

function Row({ one, now, opened, onTap }: RowProps) {
  const { section, lessons } = one;
  const past = over(one, now);
  const rate = percentText(rateOf(past));
  const toClose = lessons.filter(lesson => isToClose(section, lesson, now)).length;
  return (
    <Tap
      className="table__row"
      label={`${sectionTitle(section)}，到课率 ${rate}，${opened ? '收起' : '看每一次课'}`}
      onTap={onTap}
      testId="section-row"
    >
      <View className="table__name">
        <Motif category={section.category} size={32} className="table__motif" />
        <View className="grow">
          <Text>{section.course}</Text>
          <Text className="t3"> {section.name}</Text>
          <View className="sm t3">{section.instructor}</View>
        </View>
        {section.cancelledAt !== null && <Chip kind="full">已取消</Chip>}
      </View>
      <View className="rates__bars">
        {past.length > 0 ? <Bars one={one} now={now} /> : <View className="sm t3">还没有上过课</View>}
      </View>
      <View className="table__cell num">
        <Text className="table__word t3">到课率 </Text>
        <Text className={past.length > 0 ? 'b' : 't3'}>{rate}</Text>
      </View>
      <View className="table__cell num">
        <Text className="table__word t3">缺课 </Text>
        {sumOf(past, 'absent') || <Text className="t3">无</Text>}
      </View>
      <View className="table__cell num">
        <Text className="table__word t3">待确认 </Text>
        {toClose > 0 ? <Text className="rates__due b">{toClose}</Text> : <Text className="t3">无</Text>}
      </View>
    </Tap>
  );
}

function Bars({ one, now }: { one: SectionAttendance; now: number }) {
  const { dark, large } = useAppearance();
  const [width, height] = isWide() ? [460, large ? 150 : 116] : [320, large ? 170 : 130];
  const look = { ...lookOf(width, height, dark ? 'dark' : 'light'), size: large ? 15 : 12 };
  const last = lastOf(over(one, now));
  return (
    <Picture
      svg={lessonsSvg(
        one.lessons.filter(lesson => takesPlace(one.section, lesson)),
        now,
        look,
      )}
      ratio={height / width}
      label={last ? `最近一次到 ${last.present + last.late} 人，应到 ${last.expected} 人` : '还没有上过课'}
    />
  );
}
