import { useCallback } from 'react';
import { MARK_WORDS } from '../../../../domain/roll/mark-words';
import { PersonSheet } from './person-sheet';
import { canMark } from './phase';
import { ReasonSheet } from './reason-sheet';
import type { RollRow } from '../../../features/roll/rows';
import type { Roll } from './use-roll';

/** More names than these are not read. */
const MOST_NAMES = 60;
const namesOf = (rows: readonly RollRow[]): string => {
  const names = rows.slice(0, MOST_NAMES).map(row => row.person.name);
  return names.join('、') + (rows.length > MOST_NAMES ? ` 等 ${rows.length} 人` : '');
};

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
      text={`${namesOf(asking.rows)}：${asking.state ? MARK_WORDS[asking.state] : '取消记录'}`}
      needsReason={phase === 'correction'}
      reason={reason}
      label="确定"
      onDone={why => mark(asking.rows, asking.state, why)}
      onClose={stopAsking}
    />
  );
}
