import { View } from '@tarojs/components';
import type { MyAttendance, MyPlace } from '../../../../domain/api';
import { isLecture } from '../../../../domain/lesson/lecture';
import { isSeated } from '../../../../domain/line/place';
import { knownOf } from '../../../app/known/attendance';
import { MarkStrip } from '../../../features/lesson/lesson-marks';
import { lessonStates } from '../../../features/lesson/lesson-state';
import { GroupHead } from '../../../ui/heading';
import { CalendarButton } from './calendar-button';
import { LessonRow } from './lesson-row';

interface LessonsProps {
  own: MyPlace;
  known: MyAttendance | undefined;
  now: number;
  onLeave: (lessonIndex: number) => void;
}

/** All lessons: first the sums so far, then the lessons to come, then those that are over, the latest first. */
export function Lessons({ own: { section, place }, known, now, onLeave }: LessonsProps) {
  const states = lessonStates(section, known, now, place.at);
  const rows = section.lessons.map((lesson, lessonIndex) => {
    const id = { sectionId: section.sectionId, lessonIndex };
    const row = (
      <LessonRow
        key={lessonIndex}
        lesson={lesson}
        id={id}
        known={knownOf(known, id)}
        state={states[lessonIndex] ?? 'coming'}
        seated={isSeated(place)}
        lecture={isLecture(section)}
        now={now}
        onLeave={() => onLeave(lessonIndex)}
      />
    );
    return { row, startsAt: lesson.startsAt, over: lesson.endsAt <= now };
  });
  const coming = rows.filter(one => !one.over).sort((a, b) => a.startsAt - b.startsAt);
  const over = rows.filter(one => one.over).sort((a, b) => b.startsAt - a.startsAt);
  if (isLecture(section))
    return (
      <>
        <GroupHead>{coming.length > 0 ? '时间' : '已经讲完'}</GroupHead>
        <View className="card my-lessons my-lessons--over">{[...coming, ...over].map(one => one.row)}</View>
        {coming.length > 0 && (
          <View className="stack-4">
            <CalendarButton section={section} now={now} />
          </View>
        )}
      </>
    );
  return (
    <>
      <GroupHead
        aside={
          coming.length > 0
            ? over.length > 0
              ? `已上 ${over.length} 次，还有 ${coming.length} 次`
              : `还有 ${coming.length} 次`
            : '都上完了'
        }
      >
        全部 {rows.length} 次
      </GroupHead>
      <View className="card my-lessons">
        <MarkStrip states={states} />
        {coming.map(one => one.row)}
      </View>
      <View className="stack-4">
        <CalendarButton section={section} now={now} />
      </View>
      {over.length > 0 && (
        <>
          <GroupHead aside={<>{over.length} 次</>}>已上完的课</GroupHead>
          <View className="card my-lessons my-lessons--over">{over.map(one => one.row)}</View>
        </>
      )}
    </>
  );
}
