import { View } from '@tarojs/components';
import { useState } from 'react';
import { LENGTH } from '../../../domain/bounds';
import type { FoundPerson, LinePerson, SectionCard } from '../../../domain/api';
import { plainWords } from '../../../domain/base/written';
import { wordsOf } from '../../../domain/line/place-words';
import { tooManyWords } from '../../../domain/people/found';
import { call } from '../../app/call/call';
import { Field } from '../../ui/field';
import { Button } from '../../ui/button';
import { Notice, Fault } from '../../ui/notice';
import { PickOne } from '../../ui/pick';
import { ChangeSheet } from './change-sheet';
import { Who } from '../../ui/who';

interface AddProps {
  section: SectionCard;
  onClose: (done: boolean) => void;
}

/**
 * Puts somebody at the end of the line. They are found by whole name or phone number, so that nobody can browse
 * through people.
 */
export function AddPerson({ section, onClose }: AddProps) {
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<FoundPerson[]>();
  const [tooMany, setTooMany] = useState(false);
  const [chosen, choose] = useState<FoundPerson>();
  const [fault, setFault] = useState<string>();
  const search = async () => {
    if (!query.trim()) return setFault('请写完整的姓名或手机号');
    const answer = await call('staff.find', { query: query.trim() });
    setFault(answer.ok ? undefined : answer.message);
    if (answer.ok) {
      setFound(answer.data.people);
      setTooMany(answer.data.tooMany ?? false);
      choose(answer.data.people.length === 1 ? answer.data.people[0] : undefined);
    }
  };
  return (
    <ChangeSheet
      title="加一个人"
      text="排在队伍最后：有空座就入座，没有就候补。"
      change={() =>
        chosen ? { kind: 'addPerson', sectionId: section.sectionId, memberId: chosen.memberId } : '请先找到要加的人'
      }
      needsReason
      onClose={onClose}
    >
      <Field
        name="姓名或手机号"
        value={query}
        onInput={setQuery}
        maxLength={LENGTH.query}
        example="要写完整"
        testId="find-person"
      />
      <Button kind="ink" size="small" className="find-person__now" onTap={() => void search()} testId="find-now">
        查找
      </Button>
      <Fault says={fault} className="stack-2" />
      {found && tooMany && (
        <Notice className="stack-2" kind="quiet">
          {tooManyWords(found.length)}
        </Notice>
      )}
      {found?.length === 0 && !tooMany && (
        <Notice className="stack-2" kind="quiet">
          没有找到。要请他先在“我的”里填好姓名和手机。
        </Notice>
      )}
      {found?.map(person => (
        <PickOne key={person.memberId} on={person === chosen} onChoose={() => choose(person)} testId="found-person">
          <View className="grow">
            <Who name={person.name} more={person.phone} />
            <View className="sm t3">{person.employer}</View>
          </View>
        </PickOne>
      ))}
    </ChangeSheet>
  );
}

interface PersonProps {
  section: SectionCard;
  person: LinePerson;
  waiting: number;
  onClose: (done: boolean) => void;
}

/** Takes somebody out of the line. */
export function RemovePerson({ section, person, onClose }: PersonProps) {
  return (
    <ChangeSheet
      title={`把${person.name}移出队伍`}
      text={wordsOf(person).removed}
      change={() => ({ kind: 'removePerson', sectionId: section.sectionId, memberId: person.memberId })}
      needsReason
      onClose={onClose}
    />
  );
}

/** Moves somebody to another place in the waiting list. */
export function MovePerson({ section, person, waiting, onClose }: PersonProps) {
  const [text, setText] = useState(String(person.number));
  return (
    <ChangeSheet
      title={`调整${person.name}的候补位置`}
      text={`现在是候补第 ${person.number} 位，一共 ${waiting} 人候补。`}
      change={() => {
        const number = Number(plainWords(text));
        if (!Number.isInteger(number) || number < 1 || number > waiting) return `请写 1 到 ${waiting} 之间的数字`;
        return { kind: 'movePerson', sectionId: section.sectionId, memberId: person.memberId, number };
      }}
      needsReason
      onClose={onClose}
    >
      <Field name="改到候补第几位" value={text} onInput={setText} digits testId="change-number" />
    </ChangeSheet>
  );
}
