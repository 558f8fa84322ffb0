import { kindWords } from '../../../../domain/batch/kind-words';
import { lastOf } from '../../../../domain/base/last-of';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { AttendedClass, LessonSums, SectionAttendance } from '../../../../domain/api';
import { rateOf } from '../../../../domain/attendance/attendance';
import { takesPlace } from '../../../../domain/lesson/held-lessons';
import { lessonsSvg } from '../../../features/attendance/lessons-chart';
import { Motif } from '../../../ui/motif';
import { Picture } from '../../../ui/picture';
import { useAppearance } from '../../../ui/appearance/appearance';
import { GroupHead } from '../../../ui/heading';
import { Chip, type ChipKind } from '../../../ui/chip';
import { Table, TableRow, Cell } from '../../../ui/table';
import { sectionTitle } from '../../../app/words';
import { isWide, lookOf } from '../../../ui/chart-look';
import { isToClose, over, percentText, sumOf } from './numbers';
import { dateText } from '../../../../domain/base/clock';
import { countsText } from '../../../features/attendance/lesson-words';
import { go } from '../../../app/way/go';
import { Row } from '../../../ui/row';

/** Every class: its rate and its lessons as bars. A tap shows its lessons one by one. */
export function Sections({ sections, now }: { sections: SectionAttendance[]; now: number }) {
  const [open, setOpen] = useState<string>();
  return (
    <>
      <GroupHead aside="点一个班，看每一次课">每个班</GroupHead>
      <Table head={['班级', ['每次课', 'bars'], '到课率', '缺课', '待确认']} className="card">
        {sections.map(one => {
          const { sectionId } = one.section;
          const opened = open === sectionId;
          return (
            <View key={sectionId} className="rates__section">
              <SectionRow one={one} now={now} opened={opened} onTap={() => setOpen(opened ? undefined : sectionId)} />
              {opened && <Lessons one={one} now={now} />}
            </View>
          );
        })}
      </Table>
    </>
  );
}

interface RowProps {
  one: SectionAttendance;
  now: number;
  opened: boolean;
  onTap: () => void;
}

function SectionRow({ one, now, opened, onTap }: RowProps) {
  const { section, lessons } = one;
  const past = over(one, now);
  const rate = percentText(rateOf(past));
  const toClose = lessons.filter(lesson => isToClose(section, lesson, now)).length;
  return (
    <TableRow
      label={`${sectionTitle(section)}，到课率 ${rate}，${opened ? '收起' : '看每一次课'}`}
      onTap={onTap}
      testId="section-row"
      mark={<Motif category={section.category} size={32} className="table__mark" />}
      name={
        <>
          <Text>{section.course}</Text>
          <Text className="t3"> {section.name}</Text>
          <View className="sm t3">{section.instructor}</View>
        </>
      }
      chip={section.cancelledAt !== null && <Chip kind="full">已取消</Chip>}
    >
      <Cell width="bars">
        {past.length > 0 ? <Bars one={one} now={now} /> : <View className="sm t3">还没有开始</View>}
      </Cell>
      <Cell word="到课率">
        <Text className={past.length > 0 ? 'b' : 't3'}>{rate}</Text>
      </Cell>
      <Cell word="缺课">{sumOf(past, 'absent')}</Cell>
      <Cell word="待确认">{toClose > 0 ? <Text className="rates__due b">{toClose}</Text> : 0}</Cell>
    </TableRow>
  );
}

function Bars({ one, now }: { one: SectionAttendance; now: number }) {
  const { dark, large } = useAppearance();
  const [width, height] = isWide() ? [460, large ? 150 : 116] : [320, large ? 170 : 130];
  const look = lookOf(width, height, dark, large ? 15 : 12);
  const last = lastOf(over(one, now));
  return (
    <Picture
      svg={lessonsSvg(
        one.lessons.filter(lesson => takesPlace(one.section, lesson)),
        now,
        look,
      )}
      ratio={height / width}
      label={last ? `最近一次到 ${last.present + last.late} 人，应到 ${last.expected} 人` : '还没有开始'}
    />
  );
}

/** The lessons of a class one by one, each with a link to its roll. */
function Lessons({ one: { section, lessons }, now }: { one: SectionAttendance; now: number }) {
  return (
    <View className="rates__lessons" data-testid="lessons">
      {lessons.map(lesson => {
        const [kind, word] = stateOf(section, lesson, now);
        return (
          <Row
            key={lesson.lessonIndex}
            role="link"
            onTap={() => go.staffLesson(section.sectionId, lesson.lessonIndex)}
            testId="lesson-row"
          >
            <View className="desk__line">
              <Text className="num">
                {kindWords(section).row(lesson.lessonIndex)} {dateText(lesson.startsAt)}
              </Text>
              <Chip kind={kind}>{word}</Chip>
            </View>
            <View className="sm t2 num">{countsText(section, lesson, now)}</View>
          </Row>
        );
      })}
    </View>
  );
}

function stateOf(section: AttendedClass, lesson: LessonSums, now: number): [ChipKind, string] {
  if (!takesPlace(section, lesson)) return ['full', '已取消'];
  if (lesson.closed) return ['run', '已确认'];
  if (isToClose(section, lesson, now)) return ['soon', '待确认'];
  return lesson.startsAt <= now ? ['open', '正在上'] : ['full', '还没上'];
}
