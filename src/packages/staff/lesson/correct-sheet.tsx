import { useState } from 'react';
import type { RollPerson, RollView } from '../../../../domain/api';
import { isMovedShortly } from '../../../../domain/lesson/roll-times';
import { MARK_STATES, type MarkState } from '../../../../domain/roll/roll';
import { ActWithReason } from '../../../app/act/act-with-reason';
import { useAct } from '../../../app/act/use-act';
import { STATE_WORDS, stateOf } from '../../../features/roll/person-state';
import { Choice } from '../../../ui/choice';

interface CorrectProps {
  roll: RollView;
  person: RollPerson;
  /** Called with the roll after the change, if something was changed. */
  onClose: (changed?: RollView) => void;
}

/** 补签: staff state what somebody was in this lesson, and give a reason. */
export function CorrectSheet({ roll, person: { memberId, name, ...person }, onClose }: CorrectProps) {
  const { section, lessonIndex } = roll;
  const before = stateOf(person);
  const [state, choose] = useState<MarkState>();
  const { act, ...of } = useAct('attendance.correct');
  return (
    <ActWithReason
      of={of}
      title={`改${name}的考勤`}
      text={`现在是${STATE_WORDS[before]}。您改的盖过老师点的和本人签的，原来的记录都留着。`}
      label="改"
      busyLabel="正在改"
      insteadLabel="不改了"
      lacks={!state && '请先选改成什么'}
      example="例如 老师确认当晚到了"
      onAct={reason =>
        state && void act({ sectionId: section.sectionId, lessonIndex, memberId, state, reason }, onClose)
      }
      onClose={() => onClose()}
      testId="correct"
    >
      <Choice
        name="改成"
        value={state}
        options={MARK_STATES.map(one => [one, STATE_WORDS[one]])}
        onChoose={choose}
        hint={consequence(roll, person.as, before, state)}
        testId="correct"
      />
    </ActWithReason>
  );
}

/** What a correction does to the no-shows. Only a closed lesson has any, and only for people who had a seat. */
function consequence(
  { section, lessonIndex, closedAt }: RollView,
  as: RollPerson['as'],
  before: string,
  state: MarkState | undefined,
): string {
  const lesson = section.lessons[lessonIndex];
  if (closedAt === null || as !== 'seat' || !state || !lesson || isMovedShortly(lesson)) return '';
  if (state === 'absent') return '会记一次缺课，本人能看到，也能申诉';
  return before === 'absent' ? '这一次不再算缺课' : '';
}
