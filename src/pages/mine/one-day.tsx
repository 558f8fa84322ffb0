import { Text, View } from '@tarojs/components';
import { dateText } from '../../../domain/clock';
import type { MyAttendance } from '../../../domain/contract';
import { lessonHours, sectionTitle } from '../../words';
import { lessonState, STATE_WORDS } from './lesson-state';
import type { Day, PlannedLesson } from './timetable';

/** The lessons of the day that was chosen in the week. */
export function OneDay({ day, known, now }: { day: Day; known: MyAttendance | undefined; now: number }) {
  return (
    <View className="card pad">
      <View className="b num">{dateText(day.at)}</View>
      {day.lessons.length === 0 && <View className="t3 stack-2">这一天没有课</View>}
      {day.lessons.map(planned => (
        <View key={`${planned.section.sectionId}-${planned.index}`} className="one-lesson">
          <View className="num t2">{lessonHours(planned.lesson)}</View>
          <View>
            <Text className="b">{sectionTitle(planned.section)}</Text>
            <Text className="t3 sm">
              {' '}
              第 {planned.index + 1} 次课{wordOf(planned, known, now)}
            </Text>
          </View>
          <View className="sm t3">{planned.section.place}</View>
        </View>
      ))}
    </View>
  );
}

function wordOf({ by, section, index }: PlannedLesson, known: MyAttendance | undefined, now: number): string {
  if (by === 'wait') return '，候补中';
  const word = STATE_WORDS[lessonState(section, index, known, now)];
  return word ? `，${word}` : by === 'lent' ? '，借给您这一次' : '';
}
