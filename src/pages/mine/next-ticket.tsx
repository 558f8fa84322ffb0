import { Text, View } from '@tarojs/components';
import { timeText } from '../../../domain/base/clock';
import { kindWords } from '../../../domain/batch/kind-words';
import { isLecture } from '../../../domain/lesson/lecture';
import { leaveUntil, rollOpensAt } from '../../../domain/lesson/roll-times';
import { go } from '../../app/way/go';
import { Motif } from '../../ui/motif';
import { Icon } from '../../ui/icon';
import { Tap } from '../../ui/tap';
import { Button } from '../../ui/button';
import { Heading } from '../../ui/heading';
import { Perforation } from '../../ui/perforation';
import { SectionName } from '../../ui/section-name';
import { lessonHours, whenText } from '../../app/words';
import { startCheckIn } from '../../features/lesson/start-check-in';
import type { PlannedLesson } from './timetable';

interface TicketProps {
  next: PlannedLesson;
  now: number;
  onLeave: () => void;
}

/** The next class as a ticket: when, what, where, and the check-in. */
export function NextTicket({ next, now, onLeave }: TicketProps) {
  const { section, lesson, index, by } = next;
  return (
    <View className="ticket next-ticket" data-testid="next-lesson">
      <Tap className="next-ticket__part" role="link" onTap={() => go.myClass(section.sectionId)} testId="next-class">
        <View className="split next-ticket__when">
          <Heading level={3} className="num">
            {lesson.startsAt <= now ? '正在上课' : whenText(lesson.startsAt, now)}
          </Heading>
          <View className="sm t3 num">
            {isLecture(section)
              ? kindWords(section).thing
              : `第 ${index + 1} 次课，${by === 'lent' ? '借给您这一次' : `共 ${section.lessons.length} 次`}`}
          </View>
        </View>
        <View className="next-ticket__what">
          <Motif category={section.category} size={60} className="next-ticket__motif" />
          <View className="grow">
            <SectionName course={section.course} name={section.name} className="h2" />
            <View className="t2 num">{lessonHours(lesson)}</View>
            <View className="t2">{section.place}</View>
          </View>
        </View>
      </Tap>
      <Perforation />
      <View className="next-ticket__part next-ticket__part--last">
        <CheckInPart next={next} now={now} onLeave={onLeave} />
      </View>
    </View>
  );
}

/**
 * The main button keeps its place and height. First it says from when one can check in, then it scans, then it says
 * what is known.
 */
function CheckInPart({ next, now, onLeave }: TicketProps) {
  const { section, lesson, index, by, known } = next;
  const expected = { sectionId: section.sectionId, lessonIndex: index };
  if (known?.mark) return <Marked mark={known.mark} />;
  const from = rollOpensAt(lesson);
  if (now >= from)
    return (
      <>
        <Button kind="go" onTap={() => void startCheckIn(expected)} testId="check-in-now">
          扫码签到
        </Button>
        <Button kind="plain" onTap={() => go.checkIn({ expected })} testId="by-number">
          输入四位数字
        </Button>
      </>
    );
  const mayLeave = by === 'seat' && !isLecture(section) && now < leaveUntil(lesson);
  return (
    <>
      <Button kind="quiet" disabled testId="check-in-early">
        <Text className="num">{whenText(from, now)} 起签到</Text>
      </Button>
      {mayLeave ? (
        <Button kind="plain" label="这节课请假" onTap={onLeave} testId="leave">
          来不了，请假
        </Button>
      ) : (
        <View className="sm t3 center next-ticket__hint">扫老师手机上的码，或输入码下面的数字</View>
      )}
    </>
  );
}

type Mark = NonNullable<NonNullable<PlannedLesson['known']>['mark']>;

const MARKED: Record<Mark['state'], string> = {
  present: '已签到',
  late: '已签到，记为迟到',
  leave: '老师记了请假',
  absent: '老师记了缺课',
};

function Marked({ mark: { state, at } }: { mark: Mark }) {
  const here = state === 'present' || state === 'late';
  const ink = state === 'present' ? 'open' : state === 'late' ? 'soon' : 'ink-2';
  return (
    <View className={`marked marked--${state}`} data-testid="marked">
      <Icon name={state === 'present' ? 'check' : state === 'late' ? 'clock' : 'info'} ink={ink} size={24} />
      <View className="marked__words">
        <Text className="b num">
          {MARKED[state]}
          {here && ` ${timeText(at)}`}
        </Text>
        {!here && <View className="sm">您到了的话，请和老师说一声。</View>}
      </View>
    </View>
  );
}
