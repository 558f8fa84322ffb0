import { Text, View } from '@tarojs/components';
import { dateText } from '../../../../domain/base/clock';
import type { MyLesson } from '../../../../domain/api';
import type { Lesson } from '../../../../domain/model';
import { leaveUntil } from '../../../../domain/lesson/roll-times';
import { go } from '../../../app/way/go';
import type { LessonId } from '../../../app/known/attendance';
import { lessonHours } from '../../../app/words';
import { ComeAfterAll } from '../../../features/lesson/come-after-all';
import { LessonMark } from '../../../features/lesson/lesson-marks';
import { stateText, type LessonState } from '../../../features/lesson/lesson-state';
import { Button } from '../../../ui/button';

interface RowProps {
  lesson: Lesson;
  id: LessonId;
  known: MyLesson | undefined;
  state: LessonState;
  seated: boolean;
  lecture: boolean;
  now: number;
  onLeave: () => void;
}

/** One lesson: when it is, what is known of it, and leave while there is time for it. */
export function LessonRow({ lesson, id, known, state, seated, lecture, now, onLeave }: RowProps) {
  const words = stateText(state, known);
  const changeable = seated && !lesson.cancelled && now < leaveUntil(lesson) && !known?.mark;
  return (
    <View
      className={`my-lesson ${['cancelled', 'unknown', 'before'].includes(state) ? 't3' : ''}`}
      data-testid="my-lesson"
    >
      <View className="my-lesson__mark">
        <LessonMark state={state} />
      </View>
      <View className="grow">
        <View className="num">
          <Text className="b nowrap my-lesson__day">{dateText(lesson.startsAt, now)}</Text>
          <Text className="t2 nowrap">{lessonHours(lesson)}</Text>
        </View>
        {lesson.topic && <View className="sm t2">{lesson.topic}</View>}
        <View className="sm t3 num">
          {lecture ? words : `第 ${id.lessonIndex + 1} 次${words && `，${words}`}`}
          {lesson.reason && `：${lesson.reason}`}
          {lesson.by && !lesson.cancelled && `，${lesson.by}代课`}
        </View>
      </View>
      {state === 'absent' && (
        <Button
          kind="link"
          size="small"
          label={`${dateText(lesson.startsAt)}的缺课，怎么算、怎样申诉`}
          onTap={go.absences}
          testId="explain-absence"
        >
          怎么算
        </Button>
      )}
      {changeable && !lecture && !known?.leave && (
        <Button kind="link" size="small" label={`${dateText(lesson.startsAt)}请假`} onTap={onLeave} testId="leave">
          请假
        </Button>
      )}
      {changeable && known?.leave && !known.leave.lent && <ComeAfterAll lesson={id} className="text-link sm" />}
    </View>
  );
}
