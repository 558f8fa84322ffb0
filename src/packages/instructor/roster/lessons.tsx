import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { kindWords } from '../../../../domain/batch/kind-words';
import { isLecture } from '../../../../domain/lesson/lecture';
import { dateText, timeText } from '../../../../domain/base/clock';
import type { LessonSums, SectionAttendance } from '../../../../domain/api';
import { rollOpensAt } from '../../../../domain/lesson/roll-times';
import { takesPlace } from '../../../../domain/lesson/held-lessons';
import { countsText } from '../../../features/attendance/lesson-words';
import { go } from '../../../app/way/go';
import { Button } from '../../../ui/button';
import { GroupHead } from '../../../ui/heading';
import { Row } from '../../../ui/row';
import { Chip } from '../../../ui/chip';

/** The lessons that are over or running, and the next one. */
const AHEAD = 1;

/**
 * The lessons of a class, each with a link to its roll. Later lessons are hidden until somebody asks for them; the
 * next one is shown.
 */
export function Lessons({ attendance, now }: { attendance: SectionAttendance; now: number }) {
  const [all, setAll] = useState(false);
  const { lessons } = attendance;
  const begun = lessons.filter(lesson => lesson.startsAt <= now).length;
  const shown = all ? lessons : lessons.slice(0, begun + AHEAD);
  return (
    <>
      <GroupHead aside={<>共 {lessons.length} 次</>}>{isLecture(attendance.section) ? '点名' : '每次课'}</GroupHead>
      <View className="card">
        {shown.map(lesson => (
          <LessonRow key={lesson.lessonIndex} attendance={attendance} lesson={lesson} now={now} />
        ))}
        {lessons.length > shown.length && (
          <Button kind="plain" onTap={() => setAll(true)} testId="all-lessons">
            看全部 {lessons.length} 次
          </Button>
        )}
      </View>
    </>
  );
}

interface RowProps {
  attendance: SectionAttendance;
  lesson: LessonSums;
  now: number;
}

function LessonRow({ attendance: { section }, lesson, now }: RowProps) {
  return (
    <Row role="link" onTap={() => go.roll(section.sectionId, lesson.lessonIndex)} testId="lesson-row">
      <View className="num">
        <Text>{kindWords(section).row(lesson.lessonIndex)}，</Text>
        <Text className="nowrap">{dateText(lesson.startsAt)}</Text>{' '}
        <Text className="nowrap">{timeText(lesson.startsAt)}</Text>
      </View>
      {lesson.topic && <View className="sm t2">{lesson.topic}</View>}
      <View className="sm t2 num">{countsText(section, lesson, now)}</View>
      <State section={section} lesson={lesson} now={now} />
    </Row>
  );
}

function State({ section, lesson, now }: { section: SectionAttendance['section']; lesson: LessonSums; now: number }) {
  if (!takesPlace(section, lesson)) return <Chip kind="full">已取消</Chip>;
  if (lesson.closed) return <Chip kind="run">考勤已确认</Chip>;
  const { startsAt, endsAt } = lesson;
  if (now >= rollOpensAt({ startsAt, endsAt }) && now < endsAt) return <Chip kind="open">可以点名</Chip>;
  return endsAt <= now && lesson.unmarked > 0 ? <Chip kind="soon">没点完</Chip> : null;
}
