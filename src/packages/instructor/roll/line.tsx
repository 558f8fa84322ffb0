import { Text, View } from '@tarojs/components';
import { memo } from 'react';
import type { MarkState } from '../../../../domain/roll/roll';
import { MARK_WORDS } from '../../../../domain/roll/mark-words';
import { told } from '../../../ui/a11y';
import { Tap } from '../../../ui/tap';
import { Button } from '../../../ui/button';
import type { RollRow } from '../../../features/roll/rows';
import { checkedInText, disputeText, GUEST_WORDS, receivedText, scanOf } from '../../../features/roll/roll-words';

/** Short enough for a key under a thumb. */
const KEYS: [MarkState, string][] = [
  ['present', '到'],
  ['late', '迟'],
  ['absent', '缺'],
];

interface LineProps {
  row: RollRow;
  /** If true, a tap marks. */
  open: boolean;
  /** False before the lesson's time, when a person without a mark is not missing. */
  called: boolean;
  /** True if the mark is not sent yet and sending will take more than a second. */
  waits: boolean;
  /** True for the person to whom the button for the next unmarked one has led. */
  here: boolean;
  onKey: (memberId: string, key: MarkState) => void;
  onPerson: (memberId: string) => void;
}

export const lineId = (memberId: string): string => `p-${memberId}`;

function LineOf({ row, open, called, waits, here, onKey, onPerson }: LineProps) {
  const { person, state, locked } = row;
  const guest = GUEST_WORDS[person.as];
  const dispute = disputeText(row);
  const scan = scanOf(row);
  return (
    <View
      id={lineId(person.memberId)}
      className={here ? 'roll-line roll-line--here' : 'roll-line'}
      data-testid="roll-line"
      {...told({ role: 'group', label: person.name })}
    >
      <Tap
        className="roll-line__who"
        label={`${person.name}，详情`}
        onTap={() => onPerson(person.memberId)}
        testId="person"
      >
        <View>
          <Text className="roll-line__name">{person.name}</Text>
          {guest && <Text className="roll-line__tag">{guest}</Text>}
          {waits && (
            <Text className="roll-line__waits" data-testid="waits">
              待传
            </Text>
          )}
        </View>
        <View className="sm t3 num">
          {person.seat !== null && <Text className="roll-line__seat">{person.seat} 号</Text>}
          <Text>{person.employer}</Text>
        </View>
        <Facts row={row} />
      </Tap>
      {open && !locked ? (
        <View className="roll-line__keys">
          {KEYS.map(([key, word]) => (
            <Tap
              key={key}
              className={`key ${state === key ? `key--${key}` : ''}`}
              label={`${person.name}，${MARK_WORDS[key]}`}
              pressed={state === key}
              onTap={() => onKey(person.memberId, key)}
              testId={`key-${key}`}
            >
              {word}
            </Tap>
          ))}
        </View>
      ) : (
        <View className={`roll-line__state roll-line__state--${state ?? 'unmarked'}`}>
          {state ? MARK_WORDS[state] : called ? '未点' : ''}
        </View>
      )}
      {dispute && (
        <View className="roll-line__dispute sm" data-testid="dispute">
          <Text className="grow num">
            {dispute}
            {open && !locked && '。点一下就定了'}
          </Text>
          {open && !locked && scan && (
            <Button
              kind="line"
              size="row"
              label={`认可${person.name}的扫码，记为${MARK_WORDS[scan.state]}`}
              onTap={() => onKey(person.memberId, scan.state)}
              testId="accept-scan"
            >
              认可扫码
            </Button>
          )}
        </View>
      )}
    </View>
  );
}

function Facts({ row }: { row: RollRow }) {
  const { person, state, locked, namesake } = row;
  const came = checkedInText(row);
  const late = receivedText(row);
  return (
    <>
      {namesake && <View className="sm t3 num">{person.phone}</View>}
      {locked && <View className="sm t2">工会更正</View>}
      {came && <View className="sm t3 num">{came}</View>}
      {late && (
        <View className="sm t3 num" data-testid="received">
          {late}
        </View>
      )}
      {state === 'leave' && (
        <View className="sm roll-line__leave" data-testid="on-leave">
          请假{person.leave?.reason ? `：${person.leave.reason}` : ''}
        </View>
      )}
    </>
  );
}

/**
 * Each look at the roll brings new rows, but most are unchanged. On an old phone, drawing fifty of them again takes
 * noticeable time.
 */
const same = (a: RollRow, b: RollRow) => a === b || JSON.stringify(a) === JSON.stringify(b);

export const Line = memo(
  LineOf,
  (a, b) =>
    a.open === b.open &&
    a.called === b.called &&
    a.waits === b.waits &&
    a.here === b.here &&
    a.onKey === b.onKey &&
    a.onPerson === b.onPerson &&
    same(a.row, b.row),
);
