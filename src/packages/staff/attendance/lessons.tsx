import { Text, View } from '@tarojs/components';
import { dateText } from '../../../../domain/base/clock';
import type { AttendedClass, LessonSums, SectionAttendance } from '../../../../domain/api';
import { takesPlace } from '../../../../domain/lesson/held-lessons';
import { countsText } from '../../../features/attendance/lesson-words';
import { go } from '../../../app/way/go';
import { Chip, type ChipKind } from '../../../ui/marks';
import { Icon } from '../../../ui/icon';
import { Tap } from '../../../ui/tap';
import { isToClose } from './numbers';

/** The lessons of a class one by one, each with a link to its roll. */
export function Lessons({ one: { section, lessons }, now }: { one: SectionAttendance; now: number }) {
  return (
    <View className="rates__lessons" data-testid="lessons">
      {lessons.map(lesson => {
        const [kind, word] = stateOf(section, lesson, now);
        return (
          <Tap
            key={lesson.lessonIndex}
            role="link"
            className="row door"
            onTap={() => go.staffLesson(section.sectionId, lesson.lessonIndex)}
            testId="lesson-row"
          >
            <View className="grow">
              <View className="rates__lesson">
                <Text className="num">
                  第 {lesson.lessonIndex + 1} 次 {dateText(lesson.startsAt)}
                </Text>
                <View className="rates__chip">
                  <Chip kind={kind}>{word}</Chip>
                </View>
              </View>
              <View className="sm t2 num">{countsText(section, lesson, now)}</View>
            </View>
            <Icon name="next" ink="ink-3" size={18} />
          </Tap>
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
