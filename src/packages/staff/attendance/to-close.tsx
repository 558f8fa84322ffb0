import { Text, View } from '@tarojs/components';
import { dateText } from '../../../../domain/base/clock';
import type { AttendedClass, LessonSums, LessonToConfirm, SectionAttendance } from '../../../../domain/api';
import { go } from '../../../app/way/go';
import { sectionTitle } from '../../../app/words';
import { Button } from '../../../ui/button';
import { Row } from '../../../ui/row';
import { FirstFew } from '../../../ui/first-few';
import { isToClose } from './numbers';

/** If there are more than these, the oldest come first. */
const FIRST = 5;

interface ToCloseProps {
  sections: SectionAttendance[];
  now: number;
  onCloseAll: (called: LessonToConfirm[]) => void;
}

/** Lessons that are over and not closed. Until they are closed nobody's absence counts. */
export function ToClose({ sections, now, onCloseAll }: ToCloseProps) {
  const open = sections
    .flatMap(({ section, lessons }) =>
      lessons.filter(lesson => isToClose(section, lesson, now)).map(lesson => ({ section, lesson })),
    )
    .sort((a, b) => a.lesson.startsAt - b.lesson.startsAt);
  const called = open.filter(({ lesson }) => lesson.unmarked === 0);
  return (
    <View className="card rates__card" data-testid="to-close">
      <View className="pad rates__head">
        <View className="b num">{open.length > 0 ? `${open.length} 次课的考勤待确认` : '考勤都确认了'}</View>
        <View className="sm t3">
          {open.length > 0 ? '确认以后，没来的人才记缺课；下课 7 天后自动确认' : '上完的课都已核对，缺课已经算进到课率'}
        </View>
      </View>
      {called.length > 1 && (
        <View className="pad rates__all">
          <Button kind="go" size="small" onTap={() => onCloseAll(called)} testId="close-all">
            确认 {called.length} 次都点过的
          </Button>
        </View>
      )}
      <FirstFew of={open} first={FIRST} unit="次" testId="all-to-close">
        {one => <LessonRow key={`${one.section.sectionId} ${one.lesson.lessonIndex}`} {...one} />}
      </FirstFew>
    </View>
  );
}

function LessonRow({ section, lesson }: { section: AttendedClass; lesson: LessonSums }) {
  return (
    <Row role="link" onTap={() => go.staffLesson(section.sectionId, lesson.lessonIndex)} testId="to-close-row">
      <View>
        <Text>{sectionTitle(section)}</Text>
        <Text className="t2 num"> 第 {lesson.lessonIndex + 1} 次</Text>
      </View>
      <View className="sm t3 num">
        {dateText(lesson.startsAt)}，{lesson.unmarked > 0 ? `${lesson.unmarked} 人未点` : '都点过了'}
      </View>
    </Row>
  );
}
