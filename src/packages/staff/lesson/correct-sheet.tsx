import { useState } from 'react';
import { LENGTH } from '../../../../domain/bounds';
import type { RollPerson, RollView } from '../../../../domain/api';
import { MARK_STATES, type MarkState } from '../../../../domain/roll/roll';
import { isMovedShortly } from '../../../../domain/lesson/roll-times';
import { Field } from '../../../ui/field';
import { useAct } from '../../../app/act/use-act';
import { Choice } from '../../../ui/choice';
import { ActSheet } from '../../../ui/act-sheet';
import { STATE_WORDS, stateOf } from '../../../features/roll/person-state';

interface CorrectProps {
  roll: RollView;
  person: RollPerson;
  /** Called with the roll after the change, if something was changed. */
  onClose: (changed?: RollView) => void;
}

/** 补签: staff state what somebody was in this lesson, and give a reason. */
export function CorrectSheet({ roll, person, onClose }: CorrectProps) {
  const before = stateOf(person);
  const [to, setTo] = useState<MarkState | ''>('');
  const [reason, setReason] = useState('');
  const { state, act, say } = useAct('attendance.correct');

  const correct = () => {
    if (to === '') return say('请先选改成什么');
    if (!reason.trim()) return say('请写一句原因，会记在操作记录里');
    const { section, lessonIndex } = roll;
    const whose = { sectionId: section.sectionId, lessonIndex, memberId: person.memberId };
    return void act({ ...whose, state: to, reason: reason.trim() }, onClose);
  };

  return (
    <ActSheet
      title={`改${person.name}的考勤`}
      text={<>现在是{STATE_WORDS[before]}。您改的盖过老师点的和本人签的，原来的记录都留着。</>}
      state={state}
      label="改"
      busyLabel="正在改"
      insteadLabel="不改了"
      onAct={correct}
      onClose={() => onClose()}
      testId="correct-now"
    >
      <Choice
        name="改成"
        value={to}
        options={MARK_STATES.map(one => [one, STATE_WORDS[one]])}
        onChoose={setTo}
        hint={consequence(roll, person, before, to)}
        testId="correct"
      />
      <Field
        name="原因"
        value={reason}
        onInput={setReason}
        example="例如 老师确认当晚到了"
        maxLength={LENGTH.reason}
        testId="correct-reason"
      />
    </ActSheet>
  );
}

/** What a correction does to the no-shows. Only a closed lesson has any, and only for people who had a seat. */
function consequence(view: RollView, person: RollPerson, before: string, state: MarkState | ''): string {
  const lesson = view.section.lessons[view.lessonIndex];
  if (view.closedAt === null || person.as !== 'seat' || state === '' || !lesson || isMovedShortly(lesson)) return '';
  if (state === 'absent') return '会记一次缺课，本人能看到，也能申诉';
  return before === 'absent' ? '这一次不再算缺课' : '';
}
