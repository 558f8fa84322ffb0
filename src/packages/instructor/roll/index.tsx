import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { LENGTH } from '../../../../domain/bounds';
import type { RollView } from '../../../../domain/api';
import { timeText } from '../../../../domain/base/clock';
import { kindWords } from '../../../../domain/batch/kind-words';
import { isLecture } from '../../../../domain/lesson/lecture';
import { rollOpensAt } from '../../../../domain/lesson/roll-times';
import { written } from '../../../../domain/base/written';
import { go } from '../../../app/way/go';
import { Field } from '../../../ui/field';
import { FirstFew } from '../../../ui/first-few';
import { Motif } from '../../../ui/motif';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { SectionName } from '../../../ui/section-name';
import { Tabs } from '../../../ui/tabs';
import { Page } from '../../../app/page/page';
import { Empty, Shown } from '../../../app/page/states';
import { CALM_MS, useServerNow } from '../../../app/clock/use-now';
import { useShown } from '../../../app/page/use-shown';
import { whenText } from '../../../app/words';
import { useParameters } from '../../../app/way/use-parameters';
import { send } from '../../../features/roll/send';
import { lessonKey, lookAtRoll } from '../../../features/roll/rolls';
import { Counts } from './counts';
import { Dock } from './dock';
import { HeadCount, HeadSheet } from './head-count';
import './index.scss';
import { Line } from './line';
import { canMark, type RollPhase } from './phase';
import { RefusedMarks } from './refused-marks';
import { isHall, latestFirst, sumsOf, type Sums } from '../../../features/roll/rows';
import { Saved } from '../../../features/roll/saved';
import { Sheets } from './sheets';
import { useRoll, type Roll } from './use-roll';
import { WalkIns } from './walk-ins';

/** 点名: the roll of one lesson. It takes one tap per person. Without signal the marks wait on the phone. */
export default function RollPage() {
  const { sectionId = '', lessonIndex = '0' } = useParameters('roll');
  const key = lessonKey({ sectionId, lessonIndex: Number(lessonIndex) });
  const shown = useShown();
  const now = useServerNow(shown, CALM_MS);
  const roll = useRoll(key, shown, now);
  const { asked, box, view, rows, phase } = roll;
  const [person, setPerson] = useState<string>();
  const [counting, count] = useState(false);
  const [listed, setListed] = useState<Listed>('came');
  const sums = sumsOf(rows);
  const open = canMark(phase);

  return (
    <Page
      title="点名"
      testId="roll"
      dock={
        open &&
        rows.length > 0 && (
          <Dock
            roll={roll}
            unmarked={sums.unmarked}
            {...(view && isHall(view) ? { onUnmarked: () => setListed('missing') } : {})}
          />
        )
      }
      over={
        counting && view ? (
          <HeadSheet view={view} rollKey={key} onClose={() => count(false)} />
        ) : (
          <Sheets roll={roll} person={person} onPerson={setPerson} />
        )
      }
    >
      {view ? (
        <>
          <Head view={view} sums={sums} now={now} phase={phase} />
          {phase !== 'early' && <Counts sums={sums} />}
          <PhaseNote view={view} phase={phase} now={now} />
          {open && <Saved box={box} asked={asked} now={now} onRetry={() => void send(key)} />}
          <RefusedMarks box={box} boxKey={key} />
          {isLecture(view.section) && <HeadCount view={view} open={open} onCount={() => count(true)} />}
          <Lines roll={roll} listed={listed} onList={setListed} onPerson={setPerson} />
          {open && <AllOthers roll={roll} now={now} />}
          {open && <WalkIns view={view} rollKey={key} now={now} />}
        </>
      ) : (
        <Shown asked={asked} now={now} again={() => void lookAtRoll(key)}>
          {() => null}
        </Shown>
      )}
    </Page>
  );
}

/** From this number of people on there is a search field, because scrolling to a name takes too long. */
const LONG_ROLL = 20;

/** So many lines are drawn at first. */
const FIRST = 60;

/** In a hall: those who came, or those of whom nothing is known. */
type Listed = 'came' | 'missing';

interface LinesProps {
  roll: Roll;
  listed: Listed;
  onList: (listed: Listed) => void;
  onPerson: (memberId: string) => void;
}

function Lines({ roll, listed, onList, onPerson }: LinesProps) {
  const { phase, box, at, onKey, view } = roll;
  const [wanted, setWanted] = useState('');
  const name = written(wanted);
  const hall = view !== undefined && isHall(view) && phase !== 'early';
  const came = hall ? latestFirst(roll.rows) : [];
  const missing = hall ? roll.rows.filter(row => row.state === null) : [];
  const rows =
    name || !hall ? roll.rows.filter(row => row.person.name.includes(name)) : listed === 'came' ? came : missing;
  return (
    <>
      {roll.rows.length >= LONG_ROLL && (
        <View className="roll__find">
          <Field
            name="找人"
            value={wanted}
            onInput={setWanted}
            example="姓名"
            maxLength={LENGTH.query}
            testId="find-person"
          />
        </View>
      )}
      {hall && !name && (
        <Tabs
          label="名单"
          value={listed}
          options={[
            ['came', `来了的 ${came.length} 人`],
            ['missing', `没到的 ${missing.length} 人`],
          ]}
          onChoose={value => onList(value as Listed)}
          testId="listed"
        />
      )}
      {name && rows.length === 0 && <Empty title="名单上没有这个名字" text="换个写法再找" />}
      {hall && !name && rows.length === 0 && (
        <Empty
          title={listed === 'came' ? '还没有人到' : '都到了'}
          text="来了的人签到以后在“来了的”里，最近的在最上面"
        />
      )}
      {roll.rows.length === 0 && <Empty title="名单上还没有人" text="报上名的人会在这里" />}
      <View className="card roll__list">
        <FirstFew of={rows} first={hall ? FIRST : Infinity} unit="人" testId="all-lines">
          {row => (
            <Line
              key={row.person.memberId}
              row={row}
              open={canMark(phase)}
              called={phase !== 'early'}
              waits={row.unsent && (box?.stuck ?? false)}
              here={row.person.memberId === at && row.state === null}
              onKey={onKey}
              onPerson={onPerson}
            />
          )}
        </FirstFew>
      </View>
    </>
  );
}

/** Marks everybody who is not marked, at once. Before the lesson has begun nobody can be absent. */
function AllOthers({ roll, now }: { roll: Roll; now: number }) {
  const rest = roll.rows.filter(row => row.state === null && !row.locked);
  const begins = roll.view?.section.lessons[roll.view.lessonIndex]?.startsAt ?? 0;
  if (rest.length === 0) return null;
  return (
    <View className="others stack-4">
      <Button
        kind="ink"
        className="others__one"
        onTap={() => roll.setAsking({ rows: rest, state: 'present' })}
        testId="all-present"
      >
        其余 {rest.length} 人都到
      </Button>
      {now >= begins && (
        <Button
          kind="ink"
          className="others__one"
          onTap={() => roll.setAsking({ rows: rest, state: 'absent' })}
          testId="all-absent"
        >
          其余 {rest.length} 人都缺课
        </Button>
      )}
    </View>
  );
}

function Head({ view, sums, now, phase }: { view: RollView; sums: Sums; now: number; phase: RollPhase }) {
  const { section, lessonIndex } = view;
  const lesson = section.lessons[lessonIndex];
  return (
    <View className="roll__head">
      <Motif category={section.category} className="roll__motif" />
      <View className="grow">
        <SectionName course={section.course} name={section.name} className="h2" />
        <View className="sm t2 num">
          <Text className="nowrap">{kindWords(section).lesson(lessonIndex)}，</Text>
          <Text className="nowrap">{lesson ? whenText(lesson.startsAt, now) : ''}，</Text>
          <Text className="nowrap">应到 {sums.expected} 人</Text>
        </View>
        {lesson?.topic && <View className="sm t2">{lesson.topic}</View>}
        {lesson?.by && <View className="sm t2">由{lesson.by}代课</View>}
      </View>
      {phase === 'open' && lesson && now < lesson.endsAt && (
        <Button
          kind="ink"
          size="row"
          className="roll__code"
          label="出示签到码"
          onTap={() => go.checkInCode(section.sectionId, lessonIndex)}
          testId="to-code"
        >
          签到码
        </Button>
      )}
    </View>
  );
}

/** Why the keys are disabled, or what a tap means now. */
function PhaseNote({ view, phase, now }: { view: RollView; phase: RollPhase; now: number }) {
  const lesson = view.section.lessons[view.lessonIndex];
  const text = {
    open: '',
    cancelled: '这一次已经取消，不用点名，也不算缺课。',
    closed: '工会已经确认考勤，这里只能看。要改请联系工会。',
    early: lesson ? `${whenText(rollOpensAt(lesson), now)} 起可以点名，现在先看名单。` : '',
    correction: lesson ? `${timeText(lesson.endsAt)} 下课已超过 2 小时，改动要写原因，会记在操作记录里。` : '',
  }[phase];
  if (!text) return null;
  return (
    <View className="roll__phase">
      <Notice kind={phase === 'correction' ? 'soon' : 'quiet'} testId={`roll-${phase}`}>
        {text}
      </Notice>
    </View>
  );
}
