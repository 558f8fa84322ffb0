import { Text, View } from '@tarojs/components';
import { kindWords } from '../../../domain/batch/kind-words';
import { dateText } from '../../../domain/base/clock';
import type { MyAttendance } from '../../../domain/api';
import { lessonHours, sectionTitle } from '../../app/words';
import { lessonState, STATE_WORDS } from '../../features/lesson/lesson-state';
import type { Day, PlannedLesson } from './timetable';

/** The lessons of the day that was chosen in the week. */
export function OneDay({ day, known, now }: { day: Day; known: MyAttendance | undefined; now: number }) {
  return (
    <View className="card pad">
      <View className="b num">{dateText(day.at, now)}</View>
      {day.lessons.length === 0 && <View className="t3 stack-2">这一天没有课</View>}
      {day.lessons.map(planned => (
        <View key={`${planned.section.sectionId}-${planned.index}`} className="one-lesson">
          <View className="num t2">{lessonHours(planned.lesson)}</View>
          <View>
            <Text className="b">{sectionTitle(planned.section)}</Text>
            <Text className="t3 sm">
              {' '}
              {kindWords(planned.section).lesson(planned.index)}
              {wordOf(planned, known, now)}
            </Text>
          </View>
          <View className="sm t3">{planned.section.place}</View>
        </View>
      ))}
    </View>
  );
}

/** All lessons of the week that was chosen, because what stands below the strip is what the strip shows. */
export function OneWeek({ week, known, now }: { week: Day[]; known: MyAttendance | undefined; now: number }) {
  const days = week.filter(day => day.lessons.length > 0);
  if (days.length === 0) return <View className="card pad t3 stack-3">这一周没有课</View>;
  return days.map(day => (
    <View key={day.key} className="stack-3">
      <OneDay day={day} known={known} now={now} />
    </View>
  ));
}

function wordOf({ by, section, index }: PlannedLesson, known: MyAttendance | undefined, now: number): string {
  if (by === 'wait') return '，候补中';
  const word = STATE_WORDS[lessonState(section, index, known, now)];
  return word ? `，${word}` : by === 'lent' ? '，借给您这一次' : '';
}
