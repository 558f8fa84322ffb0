import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { LENGTH } from '../../../domain/bounds';
import { dateText, tenthText } from '../../../domain/base/clock';
import type { FoundPerson, MyPlace } from '../../../domain/api';
import { useDoing } from '../act/use-doing';
import { call } from '../call/call';
import { go } from '../way/go';
import { Field } from '../../ui/field';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Row } from '../../ui/row';
import { ActSheet } from '../../ui/act-sheet';
import { sectionTitle } from '../words';

type Found = FoundPerson & { places?: MyPlace[] };

/**
 * For somebody who rings and asks whether they have a seat: one search over all classes, by the whole name or
 * number.
 */
export function FindSheet({ onClose }: { onClose: () => void }) {
  const [query, setQuery] = useState('');
  const { state, run, say } = useDoing();
  const [found, setFound] = useState<Found[]>();

  const search = async () => {
    const answer = await call('staff.find', { query: query.trim() });
    if (!answer.ok) return answer.message;
    const { people } = answer.data;
    setFound(people);
    return people.length === 1 && people[0] ? look(people[0], people) : undefined;
  };
  const look = async (person: Found, among: Found[]) => {
    const answer = await call('staff.places', { memberId: person.memberId });
    if (!answer.ok) return answer.message;
    return setFound(among.map(one => (one === person ? { ...one, places: answer.data.places } : one)));
  };

  return (
    <ActSheet
      title="找一个人"
      text="写完整的姓名或手机号，看他在哪些班、第几座、几点报上的。"
      state={state}
      label="查找"
      busyLabel="正在查找"
      insteadLabel="关闭"
      onAct={() => (query.trim() ? void run(search) : say('请写完整的姓名或手机号'))}
      onClose={onClose}
      testId="find-anybody-now"
    >
      <Field
        name="姓名或手机号"
        value={query}
        onInput={setQuery}
        maxLength={LENGTH.query}
        example="要写完整"
        testId="find-anybody"
      />
      {found?.length === 0 && <Notice kind="quiet">没有找到。他可能还没有填过资料。</Notice>}
      {found?.map(person => (
        <View key={person.memberId} className="card pad find__person" data-testid="found-anybody">
          <View>
            <Text className="b">{person.name}</Text>
            <Text className="num t2"> {person.phone}</Text>
          </View>
          <View className="sm t3">{person.employer}</View>
          {person.places ? (
            <Places places={person.places} />
          ) : (
            <Button kind="link" onTap={() => void run(() => look(person, found))} testId="find-places">
              看他的班
            </Button>
          )}
        </View>
      ))}
    </ActSheet>
  );
}

function Places({ places }: { places: MyPlace[] }) {
  if (places.length === 0) return <View className="t3 stack-2">一个班也没有，也没有候补</View>;
  return (
    <>
      {places.map(({ place, section, batch }) => (
        <Row
          className="num"
          key={place.sectionId}
          role="link"
          onTap={() => go.staffSection(batch.batchId, place.sectionId)}
          testId="found-place"
          end={null}
        >
          <View>
            {sectionTitle(section)}，{place.state === 'SEATED' ? `第 ${place.number} 座` : `候补第 ${place.number} 位`}
          </View>
          <View className="sm t3">
            {batch.title}，{dateText(place.at)} {tenthText(place.at)} 报上
          </View>
        </Row>
      ))}
    </>
  );
}
