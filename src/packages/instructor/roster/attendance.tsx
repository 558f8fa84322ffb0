import { View } from '@tarojs/components';
import { kindWords } from '../../../../domain/batch/kind-words';
import type { SectionAttendance } from '../../../../domain/api';
import { DARK, LIGHT } from '../../../../charts/palette';
import { rateOf } from '../../../../domain/attendance/attendance';
import { takesPlace } from '../../../../domain/lesson/held-lessons';
import { countsText, percentText } from '../../../features/attendance/lesson-words';
import { lessonsSvg } from '../../../features/attendance/lessons-chart';
import { Picture } from '../../../ui/picture';
import { useAppearance } from '../../../ui/appearance/appearance';

const [WIDTH, HEIGHT] = [335, 190];

/** How the lessons so far were attended, one bar each. Draws nothing if there was no lesson yet. */
export function AttendanceChart({ attendance, now }: { attendance: SectionAttendance; now: number }) {
  const { dark, large } = useAppearance();
  const held = attendance.lessons.filter(lesson => takesPlace(attendance.section, lesson));
  const begun = held.filter(lesson => lesson.startsAt <= now);
  const rate = rateOf(begun);
  if (rate === null) return null;
  const look = { width: WIDTH, height: HEIGHT, size: large ? 15 : 12, palette: dark ? DARK : LIGHT };
  return (
    <View className="card pad roster__chart" data-testid="attendance-chart">
      <View className="split split--base">
        <View className="b">到课率 {percentText(rate)}</View>
        <View className="cap t3">请假不算缺课</View>
      </View>
      <Picture
        svg={lessonsSvg(held, now, look)}
        ratio={HEIGHT / WIDTH}
        label={begun
          .map(
            lesson =>
              `${kindWords(attendance.section).lesson(lesson.lessonIndex)}：${countsText(attendance.section, lesson, now)}`,
          )
          .join('；')}
      />
    </View>
  );
}
