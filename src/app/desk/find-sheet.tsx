import { View } from '@tarojs/components';
import { useState } from 'react';
import { LENGTH } from '../../../domain/bounds';
import { dateText, tenthText } from '../../../domain/base/clock';
import type { FoundAbsence, FoundPerson, MyPlace } from '../../../domain/api';
import { wordsOf } from '../../../domain/line/place-words';
import { useDoing } from '../act/use-doing';
import { call } from '../call/call';
import { serverClock } from '../clock/server-clock';
import { titledLesson } from '../../../domain/batch/kind-words';
import { saidOnPhone } from '../../../domain/line/phone-words';
import { tooManyWords } from '../../../domain/people/found';
import { go } from '../way/go';
import { Field } from '../../ui/field';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Row } from '../../ui/row';
import { ActSheet } from '../../ui/act-sheet';
import { sectionTitle } from '../words';
import { Who } from '../../ui/who';

type Found = FoundPerson & { stands?: Stands };

interface Stands {
  places: MyPlace[];
  absences: FoundAbsence[];
}

/**
 * For somebody who rings and asks whether they have a seat: one search over all classes, by the whole name, the whole
 * number, or its last four digits. It says what to read out.
 */
export function FindSheet({ onClose }: { onClose: () => void }) {
  const [query, setQuery] = useState('');
  const { state, run, say } = useDoing();
  const [found, setFound] = useState<Found[]>();
  const [tooMany, setTooMany] = useState(false);

  const search = async () => {
    const answer = await call('staff.find', { query: query.trim() });
    if (!answer.ok) return answer.message;
    const { people } = answer.data;
    setFound(people);
    setTooMany(answer.data.tooMany ?? false);
    return people.length === 1 && people[0] ? look(people[0], people) : undefined;
  };
  const look = async (person: Found, among: Found[]) => {
    const answer = await call('staff.places', { memberId: person.memberId });
    if (!answer.ok) return answer.message;
    return setFound(among.map(one => (one === person ? { ...one, stands: answer.data } : one)));
  };

  return (
    <ActSheet
      title="找一个人"
      text="写完整的姓名、手机号，或手机号后四位，看他在哪些班、第几座、几点报上的。每次查找都记在操作记录里。"
      state={state}
      label="查找"
      busyLabel="正在查找"
      insteadLabel="关闭"
      onAct={() => (query.trim() ? void run(search) : say('请写完整的姓名、手机号，或手机号后四位'))}
      onClose={onClose}
      testId="find-anybody-now"
    >
      <Field
        name="姓名或手机号"
        value={query}
        onInput={setQuery}
        maxLength={LENGTH.query}
        example="全名、全号，或后四位"
        testId="find-anybody"
      />
      {found && tooMany && <Notice kind="quiet">{tooManyWords(found.length)}</Notice>}
      {found?.length === 0 && !tooMany && <Notice kind="quiet">没有找到。他可能还没有填过资料。</Notice>}
      {found?.map(person => (
        <View key={person.memberId} className="card pad find__person" data-testid="found-anybody">
          <Who name={person.name} more={person.phone} />
          <View className="sm t3">{person.employer}</View>
          {person.stands ? (
            <Stand {...person.stands} />
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

/** The sentence to read out, then each class, then the absences. */
function Stand({ places, absences }: Stands) {
  return (
    <>
      <View className="find__say" data-testid="found-said">
        <View className="sm t3">可以这样念</View>
        <View className="num">{saidOnPhone(places, absences.length, serverClock.now())}</View>
      </View>
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
            {sectionTitle(section)}，{wordsOf(place).place(place.number)}
          </View>
          <View className="sm t3">
            {batch.title}，{dateText(place.at)} {tenthText(place.at)} 报上
          </View>
        </Row>
      ))}
      {absences.map(one => (
        <View key={`${one.title} ${one.startsAt}`} className="sm t2 num stack-2" data-testid="found-absence">
          缺课：{titledLesson(one)}，{dateText(one.startsAt)}
        </View>
      ))}
    </>
  );
}
