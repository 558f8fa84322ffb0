import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { kindWords } from '../../../../domain/batch/kind-words';
import type { RosterEntry, SectionCard } from '../../../../domain/api';
import { PLACE_STATES, SIZE_OF, isSeated } from '../../../../domain/line/place';
import { wordsOf } from '../../../../domain/line/place-words';
import { isLecture } from '../../../../domain/lesson/lecture';
import { isStale } from '../../../../domain/lesson/group-code';
import { GroupCodeSheet } from '../../../features/lesson/group-code-sheet';
import { MessageSheet } from '../../../features/roll/message-sheet';
import { CourseAndName } from '../../../ui/section-name';
import { Door } from '../../../ui/door';
import { Motif } from '../../../ui/motif';
import { Heading, GroupHead } from '../../../ui/heading';
import { Chip } from '../../../ui/chip';
import { Page } from '../../../app/page/page';
import { Empty } from '../../../app/page/states';
import { questions } from '../../../app/memory/asked';
import { useAsked } from '../../../app/memory/use-asked';
import { timesOf } from '../../../app/words';
import { useParameters } from '../../../app/way/use-parameters';
import { AttendanceChart } from './attendance';
import './index.scss';
import { Lessons } from './lessons';
import { Ratings } from './ratings';
import { Answered } from '../../../app/page/answered';

const rosterOf = questions('roll.roster', sectionId => ({ sectionId }));
const ratingsOf = questions('rating.own', sectionId => ({ sectionId }));
const attendanceOf = questions('roll.attendance', sectionId => ({ sectionId }));

/** One of my sections: how its lessons were attended, who has a seat and who waits. Phone numbers come masked. */
export default function Roster() {
  const { sectionId = '' } = useParameters('roster');
  const question = rosterOf(sectionId);
  const attendance = useAsked(attendanceOf(sectionId)).data;
  const ratings = useAsked(ratingsOf(sectionId)).data;
  const [doing, doIt] = useState<{ section: SectionCard; form: 'message' | 'group' }>();
  return (
    <Page
      title="名单"
      testId="roster"
      over={
        doing &&
        (doing.form === 'message' ? (
          <MessageSheet section={doing.section} onClose={() => doIt(undefined)} />
        ) : (
          <GroupCodeSheet
            section={doing.section}
            onClose={done => {
              doIt(undefined);
              if (done) void question.ask();
            }}
          />
        ))
      }
    >
      <Answered to={question}>
        {({ section, people, groupCodeAt }, now) => (
          <>
            <View className="roster__head">
              <Motif category={section.category} className="roster__motif" />
              <View className="grow">
                <Heading level={2}>
                  <CourseAndName course={section.course} name={section.name} />
                </Heading>
                <View className="sm t3">
                  {timesOf(section)}，{section.place}
                </View>
              </View>
            </View>
            {people.some(isSeated) && (
              <View className="card stack-4">
                <Door
                  label={kindWords(section).tell}
                  text="带什么、从哪个门进"
                  onTap={() => doIt({ section, form: 'message' })}
                  testId="to-message"
                />
                <Door
                  label={kindWords(section).group}
                  text={groupWords(groupCodeAt, now)}
                  onTap={() => doIt({ section, form: 'group' })}
                  testId="to-group-code"
                />
              </View>
            )}
            {attendance && !isLecture(section) && <AttendanceChart attendance={attendance} now={now} />}
            {ratings && <Ratings ratings={ratings} now={now} />}
            {attendance && <Lessons attendance={attendance} now={now} />}
            {PLACE_STATES.map(state => (
              <People
                key={state}
                title={wordsOf({ state }).present}
                some={people.filter(one => one.state === state)}
                of={section[SIZE_OF[state]]}
              />
            ))}
            {people.length === 0 && <Empty title="还没有人报名" text="开放后，报上的人会在这里" />}
          </>
        )}
      </Answered>
    </Page>
  );
}

const groupWords = (at: number | null | undefined, now: number): string =>
  at == null ? '放上群二维码，有座位的人看得到' : isStale({ at }, now) ? '二维码已过期，请换一张' : '二维码放好了';

function People({ title, some, of }: { title: string; some: RosterEntry[]; of: number }) {
  if (some.length === 0) return null;
  return (
    <>
      <GroupHead
        aside={
          <>
            {some.length} / {of}
          </>
        }
      >
        {title}
      </GroupHead>
      <View className="card">
        {some.map(one => (
          <View key={`${one.state}${one.number}`} className="roster-person" data-testid="person">
            <View className="roster-person__number t3 num">{one.number}</View>
            <View className="grow">
              <Text className="b">{one.name}</Text>
              <Text className="t3 num roster-person__phone">{one.phone}</Text>
              <View className="sm t3">{one.employer}</View>
            </View>
            {!isSeated(one) && <Chip kind={wordsOf(one).look}>{wordsOf(one).word}</Chip>}
          </View>
        ))}
      </View>
    </>
  );
}
