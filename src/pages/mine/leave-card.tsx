import { View } from '@tarojs/components';
import { dateText, timeText } from '../../../domain/base/clock';
import { leaveUntil, rollOpensAt } from '../../../domain/lesson/roll-times';
import { sectionTitle } from '../../app/words';
import { startCheckIn } from '../../features/lesson/start-check-in';
import { ComeAfterAll } from '../../features/lesson/come-after-all';
import { LessonMark } from '../../features/lesson/lesson-marks';
import { Button } from '../../ui/button';
import type { PlannedLesson } from './timetable';

/** The lessons to come for which I am on leave. */
export const LeaveCards = ({ some, now }: { some: PlannedLesson[]; now: number }) =>
  some.map(planned => <LeaveCard key={`${planned.section.sectionId}-${planned.index}`} planned={planned} now={now} />);

/** What became of the seat, and the button that takes the leave back while that is possible. */
function LeaveCard({ planned, now }: { planned: PlannedLesson; now: number }) {
  const { section, lesson, index, known } = planned;
  const lent = known?.leave?.lent ?? false;
  const id = { sectionId: section.sectionId, lessonIndex: index };
  return (
    <View className="card pad leave-card" data-testid="on-leave">
      <View className="leave-card__head">
        <LessonMark state="leave" />
        <View className="grow num">
          <View className="b">
            {dateText(lesson.startsAt)} {timeText(lesson.startsAt)}，已请假
          </View>
          <View className="t2">
            {sectionTitle(section)}第 {index + 1} 次课
          </View>
          <View className="sm t3">
            {lent ? '座位借给了候补的工友，只这一次；您的名额还在。' : '候补里现在没有人，座位还空着。'}
          </View>
        </View>
      </View>
      {!lent && now < leaveUntil(lesson) && (
        <View className="stack-3">
          <ComeAfterAll lesson={id} />
        </View>
      )}
      {!lent && now >= rollOpensAt(lesson) && (
        <Button
          kind="ink"
          size="small"
          className="stack-3"
          onTap={() => void startCheckIn(id)}
          testId="check-in-anyway"
        >
          还是来了，扫码签到
        </Button>
      )}
    </View>
  );
}
