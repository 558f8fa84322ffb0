import { Text, View } from '@tarojs/components';
import type { RollPerson, RollView, ShownMark } from '../../../domain/api';
import { Button } from '../../ui/button';
import { GroupHead } from '../../ui/heading';
import { Nothing } from '../../ui/nothing';
import { Chip } from '../../ui/chip';
import { AcceptScan } from './accept-scan';
import { STATE_WORDS, stateOf, type PersonState } from './person-state';
import { BY, clockText, disputedText, scanOf } from './disputed-words';
import './roll.scss';

interface RollProps {
  view: RollView;
  /** Any instant of the lesson's day. What was said on another day is shown with its date. */
  day: number;
  mayCorrect: boolean;
  onCorrect: (person: RollPerson) => void;
  /** Called with the roll after something was accepted. */
  onChanged: (changed: RollView) => void;
}

/** The roll with names: seats in their order, then the people who are in for this lesson only. */
export function Roll({ view, day, mayCorrect, onCorrect, onChanged }: RollProps) {
  const seats = view.people.filter(person => person.as === 'seat');
  const guests = view.people.filter(person => person.as !== 'seat');
  const group = (people: RollPerson[]) =>
    people.map(person => (
      <Person
        key={person.memberId}
        view={view}
        onChanged={onChanged}
        person={person}
        state={stateOf(person)}
        day={day}
        onCorrect={mayCorrect ? () => onCorrect(person) : undefined}
      />
    ));
  return (
    <>
      <GroupHead>名单 {seats.length} 人</GroupHead>
      {seats.length === 0 ? (
        <Nothing>这个班还没有人入座</Nothing>
      ) : (
        <View className="card" data-testid="roll">
          {group(seats)}
        </View>
      )}
      {guests.length > 0 && (
        <>
          <GroupHead>只来这一次 {guests.length} 人</GroupHead>
          <View className="card" data-testid="guests">
            {group(guests)}
          </View>
        </>
      )}
    </>
  );
}

interface PersonProps {
  view: RollView;
  person: RollPerson;
  state: PersonState;
  day: number;
  onCorrect: (() => void) | undefined;
  onChanged: (changed: RollView) => void;
}

function Person({ view, person, state, day, onCorrect, onChanged }: PersonProps) {
  const scan = scanOf(person);
  return (
    <View className="roll-person__row" data-testid="roll-person">
      <View className="roll-person__seat num t3">{person.seat ?? ''}</View>
      <View className="roll-person__who">
        <View className="roll-person__name">
          <Text className="b">{person.name}</Text>
          {person.as !== 'seat' && (
            <Chip kind="run" className="roll-person__chip">
              {person.as === 'lent' ? '借座' : '补位'}
            </Chip>
          )}
        </View>
        <View className="sm t3 num">
          {person.phone} {person.employer}
        </View>
      </View>
      <View className="roll-person__said">
        <StateMark state={state} />
        <View className="sm t3 num">{saidText(person, state, day)}</View>
        {person.disputed && (
          <View className="sm roll-person__disputed" data-testid="disputed">
            {disputedText(person, view)}
          </View>
        )}
        {scan && onCorrect && <AcceptScan view={view} person={person} scan={scan} onDone={onChanged} />}
      </View>
      {onCorrect && (
        <Button
          kind="quiet"
          size="row"
          className="roll-person__act"
          label={`改${person.name}的考勤，现在是${STATE_WORDS[state]}`}
          onTap={onCorrect}
          testId="correct"
        >
          改
        </Button>
      )}
    </View>
  );
}

/** A state in a word, with a mark whose shape differs too. */
export function StateMark({ state }: { state: PersonState }) {
  return (
    <View className={`state state--${state}`}>
      <View className="state__mark" />
      <Text>{STATE_WORDS[state]}</Text>
    </View>
  );
}

/** This is only a hint, because phones err, and somebody may have checked in at the gate. */
const FAR_METRES = 300;

/** Where the state comes from, in a line. */
export function saidText({ mark, leave }: RollPerson, state: PersonState, day: number): string {
  if (mark) return `${clockText(mark.at, day)} ${BY[mark.source]}${farText(mark)}${receivedText(mark, day)}`;
  if (leave) return `${clockText(leave.at, day)} 请的假${leave.reason ? `：${leave.reason}` : ''}`;
  return state === 'absent' ? '没有人点，确认考勤时记的' : '';
}

/** The mark waited on a phone without signal. */
const receivedText = ({ receivedAt }: ShownMark, day: number) =>
  receivedAt === null ? '' : `，${clockText(receivedAt, day)} 才传到`;

const farText = ({ metres }: ShownMark) =>
  metres !== null && metres >= FAR_METRES ? `，离第一个签到的人约 ${Math.round(metres / 100) * 100} 米` : '';
