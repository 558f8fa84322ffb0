import { Text, View } from '@tarojs/components';
import { dateText } from '../../../../domain/base/clock';
import type { AttendedClass, LessonSums, SectionAttendance } from '../../../../domain/api';
import { takesPlace } from '../../../../domain/lesson/held-lessons';
import { countsText } from '../../../features/attendance/lesson-words';
import { go } from '../../../app/way/go';
import { Row } from '../../../ui/row';
import { Chip, type ChipKind } from '../../../ui/chip';
import { isToClose } from './numbers';

/** The lessons of a class one by one, each with a link to its roll. */
export function Lessons({ one: { section, lessons }, now }: { one: SectionAttendance; now: number }) {
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
                第 {lesson.lessonIndex + 1} 次 {dateText(lesson.startsAt)}
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
