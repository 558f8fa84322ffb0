import { useCallback } from 'react';
import { MARK_WORDS } from '../../../../domain/roll/mark-words';
import { PersonSheet } from './person-sheet';
import { canMark } from './phase';
import { ReasonSheet } from './reason-sheet';
import type { Roll } from './use-roll';

interface SheetsProps {
  roll: Roll;
  /** The person whose sheet is open. */
  person: string | undefined;
  onPerson: (memberId: string | undefined) => void;
}

/** Lies over the page: the sheet of one person, or the question for the reason of a mark. */
export function Sheets({ roll, person, onPerson }: SheetsProps) {
  const { rows, phase, asking, setAsking, reason, mark } = roll;
  const closePerson = useCallback(() => onPerson(undefined), [onPerson]);
  const stopAsking = useCallback(() => setAsking(undefined), [setAsking]);
  const opened = rows.find(row => row.person.memberId === person);
  if (opened)
    return (
      <PersonSheet
        key={person}
        row={opened}
        open={canMark(phase)}
        correction={phase === 'correction'}
        reason={reason}
        onMark={(state, why) => {
          mark([opened], state, why);
          closePerson();
        }}
        onClose={closePerson}
      />
    );
  if (!asking) return null;
  return (
    <ReasonSheet
      title={
        asking.rows.length > 1
          ? `其余 ${asking.rows.length} 人都记为${asking.state ? MARK_WORDS[asking.state] : '未点'}？`
          : '改这一次的记录'
      }
      text={`${asking.rows.map(row => row.person.name).join('、')}：${asking.state ? MARK_WORDS[asking.state] : '取消记录'}`}
      needsReason={phase === 'correction'}
      reason={reason}
      label="确定"
      onDone={why => mark(asking.rows, asking.state, why)}
      onClose={stopAsking}
    />
  );
}
