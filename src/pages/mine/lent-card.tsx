import { View } from '@tarojs/components';
import { dayText } from '../../../domain/base/clock';
import type { MyAttendance } from '../../../domain/api';
import { leaveUntil } from '../../../domain/lesson/roll-times';
import { Motif } from '../../ui/motif';
import { Button } from '../../ui/button';
import { Heading } from '../../ui/heading';
import { ActSheet } from '../../ui/act-sheet';
import { useDoing } from '../../app/act/use-doing';
import { passOn } from '../../features/lesson/lesson-acts';
import { lessonHours, sectionTitle, untilText } from '../../app/words';

type LentLesson = MyAttendance['lent'][number];

const nameOf = ({ section, lessonIndex }: LentLesson): string =>
  `${dayText(section.lessons[lessonIndex]?.startsAt ?? 0)}的${sectionTitle(section)}`;

/** A seat for one lesson, lent by somebody on leave. It is mine unless I pass it on. */
export function LentCard({ lent, now, onPass }: { lent: LentLesson; now: number; onPass: () => void }) {
  const { section, lessonIndex } = lent;
  const lesson = section.lessons[lessonIndex];
  if (!lesson || lesson.endsAt <= now) return null;
  const until = leaveUntil(lesson);
  return (
    <View className="card pad lent-card" data-testid="lent">
      <View className="lent-card__head">
        <Motif category={section.category} size={44} className="lent-card__motif" />
        <View className="grow">
          <Heading level={3}>{nameOf(lent)}空出一个座位，留给您</Heading>
          <View className="t2 num">
            {lessonHours(lesson)}，{section.place}
          </View>
          <View className="sm t3 num">
            只这一次，候补名次不变。{now < until && `${untilText(until, now)} 前可以让。`}
          </View>
        </View>
      </View>
      {now < until ? (
        <Button kind="ink" size="small" className="stack-3" onTap={onPass} testId="pass-on">
          让给下一位
        </Button>
      ) : (
        <View className="sm t3 stack-2">来不了请直接和老师说。</View>
      )}
    </View>
  );
}

interface PassOnProps {
  lent: LentLesson;
  onClose: () => void;
  onPassed: () => void;
}

/** 让给下一位, with one question before. */
export function PassOnSheet({ lent, onClose, onPassed }: PassOnProps) {
  const { state, run } = useDoing();
  const send = async () => {
    const acted = await passOn({ sectionId: lent.section.sectionId, lessonIndex: lent.lessonIndex });
    return acted.done ? onPassed() : acted.message;
  };
  return (
    <ActSheet
      title="让给下一位？"
      text={<>{nameOf(lent)}，这一次的座位给后面的工友。您的候补名次不变，也不影响报别的班。让了就收不回来。</>}
      state={state}
      label="让给下一位"
      takes
      busyLabel="正在办"
      insteadLabel="我要去"
      onAct={() => void run(send)}
      onClose={onClose}
      testId="pass-on-confirm"
    />
  );
}
