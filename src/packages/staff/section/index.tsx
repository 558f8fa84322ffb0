import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { kindWords } from '../../../../domain/batch/kind-words';
import type { LinePerson, SectionCard } from '../../../../domain/api';
import { dateText } from '../../../../domain/base/clock';
import { PLACE_STATES, SIZE_OF, isWaiting } from '../../../../domain/line/place';
import { isLecture, takesAnybody } from '../../../../domain/lesson/lecture';
import { wordsOf } from '../../../../domain/line/place-words';
import { CodeSheet } from '../../../features/link/code-sheet';
import { GroupCodeSheet } from '../../../features/lesson/group-code-sheet';
import { MessageSheet } from '../../../features/roll/message-sheet';
import { go } from '../../../app/way/go';
import { Door } from '../../../ui/door';
import { Motif } from '../../../ui/motif';
import { GroupHead } from '../../../ui/heading';
import { Notice } from '../../../ui/notice';
import { Chip } from '../../../ui/chip';
import { SectionName } from '../../../ui/section-name';
import { Fact } from '../../../ui/fact';
import { questions } from '../../../app/memory/asked';
import { useAsked } from '../../../app/memory/use-asked';
import { lessonHours, timesOf, sectionTitle } from '../../../app/words';
import { ChangeForm, changesOf, type SectionChange } from '../../../features/change/forms';
import { AddPerson, MovePerson, RemovePerson } from '../../../features/change/person-forms';
import { Desk } from '../../../app/desk/desk';
import { useParameters } from '../../../app/way/use-parameters';
import './index.scss';
import { Line } from './line';
import { UnreachedSheet } from './unreached-sheet';
import { Answered } from '../../../app/page/answered';
import { serverClock } from '../../../app/clock/server-clock';

const lineOf = questions('staff.line', sectionId => ({ sectionId }));

type Doing =
  | { form: SectionChange }
  | { form: 'code' | 'message' | 'group' }
  | { form: 'unreached' }
  | { form: 'add' }
  | { form: 'move' | 'remove'; person: LinePerson }
  | undefined;

/** One class as staff see it: its facts, what can be changed, and its line with names. */
export default function StaffSection() {
  const { batchId = '', sectionId = '' } = useParameters('staffSection');
  const question = lineOf(sectionId);
  const { section, people: all = [] } = useAsked(question, { when: false }).data ?? {};
  const [doing, doIt] = useState<Doing>();
  const [changed, setChanged] = useState(false);
  const close = (done: boolean) => {
    doIt(undefined);
    if (!done) return;
    setChanged(true);
    void question.ask();
  };

  return (
    <Desk
      title={section ? sectionTitle(section) : '班级'}
      at="batch"
      within
      testId="staff-section"
      over={section && doing && <Over doing={doing} section={section} people={all} onClose={close} />}
    >
      <Answered to={question}>
        {({ section: one, people }) => (
          <View className="class">
            <View className="class__side">
              <Facts section={one} people={people} />
              {changed && (
                <Notice className="stack-3" kind="quiet" testId="changed">
                  改好了，通知正在发。过一会儿看看还有谁没通知到，给他们打电话。
                </Notice>
              )}
              <View className="card class__code">
                <Door
                  label="没通知到的人"
                  text="有变动，还没看到消息的人，请打电话"
                  onTap={() => doIt({ form: 'unreached' })}
                  testId="to-unreached"
                />
              </View>
              {one.cancelledAt === null && (
                <View className="card class__code">
                  {!isLecture(one) && (
                    <Door
                      label="结业"
                      text="谁够了次数，谁领了结课证明"
                      onTap={() => go.graduates(batchId, sectionId)}
                      testId="to-graduates"
                    />
                  )}
                  <Door
                    label={kindWords(one).tell}
                    text="有座位的人在“通知”里看到"
                    onTap={() => doIt({ form: 'message' })}
                    testId="to-message"
                  />
                  <Door
                    label={kindWords(one).group}
                    text="放群二维码，有座位的人看得到"
                    onTap={() => doIt({ form: 'group' })}
                    testId="to-group-code"
                  />
                  <Door
                    label="小程序码"
                    text={`扫了就打开${kindWords(one).it}`}
                    onTap={() => doIt({ form: 'code' })}
                    testId="section-code"
                  />
                </View>
              )}
              {one.cancelledAt === null && <Changes section={one} onChoose={form => doIt({ form })} />}
            </View>
            <View className="class__main">
              <Line
                section={one}
                people={people}
                onAdd={() => doIt({ form: 'add' })}
                onMove={person => doIt({ form: 'move', person })}
                onRemove={person => doIt({ form: 'remove', person })}
              />
            </View>
          </View>
        )}
      </Answered>
    </Desk>
  );
}

interface OverProps {
  doing: NonNullable<Doing>;
  section: SectionCard;
  people: LinePerson[];
  onClose: (done: boolean) => void;
}

function Over({ doing, section, people, onClose }: OverProps) {
  const waiting = people.filter(isWaiting).length;
  switch (doing.form) {
    case 'code':
      return (
        <CodeSheet
          of={{ to: 'section', sectionId: section.sectionId }}
          title={sectionTitle(section)}
          text={`扫了就打开${kindWords(section).it}，一直有效。`}
          onClose={() => onClose(false)}
        />
      );
    case 'unreached':
      return <UnreachedSheet sectionId={section.sectionId} onClose={() => onClose(false)} />;
    case 'message':
      return <MessageSheet section={section} onClose={() => onClose(false)} />;
    case 'group':
      return <GroupCodeSheet section={section} onClose={() => onClose(false)} />;
    case 'add':
      return <AddPerson section={section} onClose={onClose} />;
    case 'move':
      return <MovePerson section={section} person={doing.person} waiting={waiting} onClose={onClose} />;
    case 'remove':
      return <RemovePerson section={section} person={doing.person} waiting={waiting} onClose={onClose} />;
    default:
      return <ChangeForm kind={doing.form} section={section} now={serverClock.now()} onClose={onClose} />;
  }
}

function Facts({ section, people }: { section: SectionCard; people: LinePerson[] }) {
  const first = section.lessons.find(lesson => !lesson.cancelled);
  const words = kindWords(section);
  return (
    <View className="card pad">
      <View className="class__title">
        <Motif category={section.category} size={52} className="class__motif" />
        <SectionName course={section.course} name={section.name} className="h1" />
      </View>
      {section.cancelledAt !== null && (
        <Notice className="stack-3" kind="danger">
          {dateText(section.cancelledAt)} 已取消
        </Notice>
      )}
      <View className="stack-4">
        {PLACE_STATES.map(state => (
          <Fact key={state} name={wordsOf({ state }).word}>
            <Text className="num">
              {people.filter(person => person.state === state).length} / {section[SIZE_OF[state]]}
            </Text>
          </Fact>
        ))}
        <Fact name="时间">{timesOf(section)}</Fact>
        {first && !isLecture(section) && (
          <Fact name="第一次">
            {dateText(first.startsAt)} {lessonHours(first)}
          </Fact>
        )}
        <Fact name="地点">{section.place}</Fact>
        {!!section.roomCapacity && <Fact name="容量">坐得下 {section.roomCapacity} 人</Fact>}
        <Fact name={words.teacher}>{section.instructor}</Fact>
        {section.bring && <Fact name="自带">{section.bring}</Fact>}
        {takesAnybody(section) && <Fact name="入场">不报名也能来，坐满为止</Fact>}
        {section.organisation && <Fact name="承办">{section.organisation}</Fact>}
      </View>
      {section.lessons.some(lesson => lesson.cancelled) && (
        <View className="stack-3">
          <Chip kind="full">{words.cancelled(section.lessons.filter(lesson => lesson.cancelled).length)}</Chip>
        </View>
      )}
    </View>
  );
}

function Changes({ section, onChoose }: { section: SectionCard; onChoose: (kind: SectionChange) => void }) {
  return (
    <>
      <GroupHead>要改什么</GroupHead>
      <View className="card">
        {changesOf(section).map(({ kind, word, text }) => (
          <Door key={kind} label={word} text={text} onTap={() => onChoose(kind)} testId={`change-${kind}`} />
        ))}
      </View>
      <View className="sm t3 stack-2">每次改之前都先看会影响谁，改了自动通知，记在操作记录里。</View>
      <View className="sm t3 stack-2">
        {isLecture(section) ? '讲座发布以后不能改成班' : '班发布以后不能改成讲座'}
        ：请假、退课、签到的规则不一样，报了名的人是按原来的规则报的。
      </View>
    </>
  );
}
