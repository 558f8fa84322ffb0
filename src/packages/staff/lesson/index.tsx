import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { dateText, timeText } from '../../../../domain/base/clock';
import { kindWords, lessonTitle } from '../../../../domain/batch/kind-words';
import type { RollPerson, RollView } from '../../../../domain/api';
import { rollOpensAt } from '../../../../domain/lesson/roll-times';
import { DoorCode } from '../../../features/link/door-code';
import { Motif } from '../../../ui/motif';
import { questions } from '../../../app/memory/asked';
import { useAsked } from '../../../app/memory/use-asked';
import { lessonHours, whenText } from '../../../app/words';
import { Desk } from '../../../app/desk/desk';
import { useParameters } from '../../../app/way/use-parameters';
import { Sum, SumRow } from '../../../ui/sum';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { Chip, type ChipKind } from '../../../ui/chip';
import { SectionName } from '../../../ui/section-name';
import { CloseSheet } from './close-sheet';
import { CorrectSheet } from './correct-sheet';
import './index.scss';
import { Roll } from '../../../features/roll/roll-list';
import { countsOf } from '../../../features/roll/person-state';
import { Answered } from '../../../app/page/answered';

/** One question per lesson; its name is `<lessonIndex>@<sectionId>`. */
const rollOf = questions('attendance.lesson', name => {
  const [index = '', ...sectionId] = name.split('@');
  return { sectionId: sectionId.join('@'), lessonIndex: Number(index) };
});

type Doing = { sheet: 'close' } | { sheet: 'code' } | { sheet: 'correct'; person: RollPerson } | undefined;

/** One lesson as staff see it: who came, who did not, what was said, corrections, and the closing. */
export default function StaffLesson() {
  const { sectionId = '', lessonIndex = '0' } = useParameters('staffLesson');
  const question = rollOf(`${lessonIndex}@${sectionId}`);
  const roll = useAsked(question, { when: false }).data;
  const [doing, doIt] = useState<Doing>();
  const close = (changed?: RollView) => {
    doIt(undefined);
    if (changed) question.put(() => changed);
  };
  return (
    <Desk
      title={roll ? lessonTitle(roll.section, roll.lessonIndex) : '考勤'}
      at="attendance"
      within
      testId="staff-lesson"
      over={
        roll &&
        doing &&
        (doing.sheet === 'close' ? (
          <CloseSheet roll={roll} onClose={close} />
        ) : doing.sheet === 'code' ? (
          <DoorCode section={roll.section} lessonIndex={roll.lessonIndex} onClose={() => close()} />
        ) : (
          <CorrectSheet roll={roll} person={doing.person} onClose={close} />
        ))
      }
    >
      <Answered to={question}>
        {(view, now) => <OfLesson view={view} now={now} onDo={doIt} onChanged={close} />}
      </Answered>
    </Desk>
  );
}

interface LessonProps {
  view: RollView;
  now: number;
  onDo: (doing: Doing) => void;
  onChanged: (changed: RollView) => void;
}

function OfLesson({ view, now, onDo, onChanged }: LessonProps) {
  const lesson = view.section.lessons[view.lessonIndex];
  if (!lesson) return <Notice kind="quiet">没有这一次，请返回重新选</Notice>;
  const counts = countsOf(view);
  const opened = now >= rollOpensAt(lesson);
  const over = now >= lesson.endsAt;
  const [kind, word] = chipOf(view, now);
  return (
    <>
      <View className="staff-lesson__head">
        <Motif category={view.section.category} size={52} className="staff-lesson__motif" />
        <View className="grow">
          <View className="desk__line">
            <SectionName course={view.section.course} name={view.section.name} className="h1" />
            <Chip kind={kind}>{word}</Chip>
          </View>
          <View className="t2 num">
            {kindWords(view.section).row(view.lessonIndex)}，{dateText(lesson.startsAt)} {lessonHours(lesson)}
          </View>
          {lesson.topic && <View className="t2">{lesson.topic}</View>}
          <View className="sm t3">
            {view.section.place}，{lesson.by ? `${lesson.by}代课` : view.section.instructor}
          </View>
        </View>
      </View>
      {lesson.cancelled ? (
        <Notice className="stack-3" kind="quiet">
          {kindWords(view.section).one}已经取消，不用签到，也不算缺课。
        </Notice>
      ) : (
        <>
          {opened && (
            <SumRow className="staff-lesson__sums" testId="lesson-sums">
              <Sum name="到" value={counts.present} tone="open" />
              <Sum name="迟到" value={counts.late} tone="late" />
              <Sum name="请假" value={counts.leave} tone="waiting" />
              <Sum name="缺课" value={counts.absent} tone="absent" />
              <Sum name="未点" value={counts.unmarked} />
            </SumRow>
          )}
          {view.heads !== undefined && (
            <View className="t2 num stack-2" data-testid="heads">
              另有 {view.heads} 人未登记
            </View>
          )}
          <Closing view={view} over={over} now={now} onClose={() => onDo({ sheet: 'close' })} />
          {!over && (
            <Button kind="link" className="stack-3" onTap={() => onDo({ sheet: 'code' })} testId="door-code">
              教室门口的码
            </Button>
          )}
        </>
      )}
      <Roll
        view={view}
        day={lesson.startsAt}
        mayCorrect={opened && !lesson.cancelled}
        onCorrect={person => onDo({ sheet: 'correct', person })}
        onChanged={onChanged}
      />
    </>
  );
}

function chipOf({ section, lessonIndex, closedAt }: RollView, now: number): [ChipKind, string] {
  const lesson = section.lessons[lessonIndex];
  if (!lesson || lesson.cancelled) return ['full', '已取消'];
  if (closedAt !== null) return ['run', '考勤已确认'];
  if (now >= lesson.endsAt) return ['soon', '考勤待确认'];
  return now >= lesson.startsAt ? ['open', '正在上'] : ['full', '还没上'];
}

interface ClosingProps {
  view: RollView;
  over: boolean;
  now: number;
  onClose: () => void;
}

/** The one button of the page, or what became of the act. */
function Closing({ view, over, now, onClose }: ClosingProps) {
  if (view.closedAt !== null)
    return (
      <Notice kind="quiet" testId="closed">
        {dateText(view.closedAt)} {timeText(view.closedAt)} 确认了考勤。老师不能再改，您还可以更正。
      </Notice>
    );
  if (!over) {
    const endsAt = view.section.lessons[view.lessonIndex]?.endsAt ?? 0;
    return (
      <Notice kind="quiet">
        {whenText(endsAt, now)} {kindWords(view.section).over}以后可以确认考勤。<Text>确认前谁都不记缺课。</Text>
      </Notice>
    );
  }
  return (
    <Button kind="go" size="small" className="staff-lesson__close" onTap={onClose} testId="close-lesson">
      确认考勤
    </Button>
  );
}
