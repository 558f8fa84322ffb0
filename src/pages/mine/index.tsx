import { lessonsEndAt } from '../../../domain/lesson/held-lessons';
import { View } from '@tarojs/components';
import Taro, { useDidHide, usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import type { MyAttendance, MyPlace } from '../../../domain/api';
import { go } from '../../app/way/go';
import { DropSheet } from '../../features/line/drop-sheet';
import { told } from '../../ui/a11y';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { OlderButton } from '../../app/page/older-button';
import { Page } from '../../app/page/page';
import { Empty, Shown } from '../../app/page/states';
import { attendance } from '../../app/known/attendance';
import { useOlder } from '../../app/memory/older';
import { mine } from '../../app/known/places';
import { useAsked } from '../../app/memory/use-asked';
import { useServerNow } from '../../app/clock/use-now';
import { useShown } from '../../app/page/use-shown';
import { AbsenceDoor } from './absence-door';
import './index.scss';
import { LeaveCards } from './leave-card';
import { LeaveSheet } from '../../features/lesson/leave-sheet';
import { LentCard, PassOnSheet } from './lent-card';
import { NextTicket } from './next-ticket';
import { OneDay, OneWeek } from './one-day';
import { PlaceList } from './place-list';
import { firstWeek, lessonsOf, nextLesson, onLeave, weekOf, type PlannedLesson } from './timetable';
import { RatingCards } from './rating-cards';
import { Told } from './told';
import { WeekStrip } from './week-strip';

/** What lies over the page. */
type Over =
  | { kind: 'drop'; mine: MyPlace }
  | { kind: 'leave'; planned: PlannedLesson }
  | { kind: 'pass'; lent: MyAttendance['lent'][number] };

/** My classes: the week, the next lesson with its check-in, my places in all lines. */
export default function Mine() {
  const shown = useShown();
  const now = useServerNow(shown);
  const asked = useAsked(mine);
  const known = useAsked(attendance);
  const [over, setOver] = useState<Over>();
  const [passed, setPassed] = useState(false);
  usePullDownRefresh(() => void Promise.all([mine.ask(), attendance.ask()]).finally(() => Taro.stopPullDownRefresh()));
  const close = () => setOver(undefined);
  return (
    <Page
      title="我的课"
      tab
      testId="mine"
      over={over && <OverPage over={over} now={now} onClose={close} onPassed={setPassed} />}
    >
      <Told now={now} />
      <RatingCards now={now} />
      <Shown asked={asked} now={now} again={() => void mine.ask()} tall>
        {({ places, older }) =>
          places.length === 0 && !older ? (
            <Empty
              title="还没有报班"
              text="报上的班、候补的班都会在这里"
              action={{ label: '去看看', onTap: go.home }}
              testId="no-places"
            />
          ) : (
            <>
              {passed && (
                <View className="passed-on" {...told({ live: 'polite' })}>
                  <Notice kind="quiet" testId="passed-on">
                    好的，已让给下一位，不影响您报别的班。
                  </Notice>
                </View>
              )}
              {known.data?.lent.map(lent => (
                <LentCard
                  key={`${lent.section.sectionId}-${lent.lessonIndex}`}
                  lent={lent}
                  now={now}
                  onPass={() => setOver({ kind: 'pass', lent })}
                />
              ))}
              <Timetable places={places} older={older} known={known.data} now={now} onOver={setOver} />
            </>
          )
        }
      </Shown>
      <AbsenceDoor noShows={known.data?.noShows ?? []} now={now} />
    </Page>
  );
}

interface OverProps {
  over: Over;
  now: number;
  onClose: () => void;
  onPassed: (passed: boolean) => void;
}

function OverPage({ over, now, onClose, onPassed }: OverProps) {
  if (over.kind === 'drop') return <DropSheet mine={over.mine} now={now} onClose={onClose} onDropped={onClose} />;
  if (over.kind === 'leave') {
    const { section, index } = over.planned;
    return <LeaveSheet section={section} lessonIndex={index} now={now} onClose={onClose} />;
  }
  const pass = () => {
    onPassed(true);
    onClose();
  };
  return <PassOnSheet lent={over.lent} onClose={onClose} onPassed={pass} />;
}

const isOver = (place: MyPlace, now: number) => lessonsEndAt(place.section.lessons) <= now;

interface TimetableProps {
  places: MyPlace[];
  /** There are more classes, in batches that have been over for a long time. */
  older: boolean | undefined;
  known: MyAttendance | undefined;
  now: number;
  onOver: (over: Over) => void;
}

function Timetable({ places, older: more, known, now, onOver }: TimetableProps) {
  const older = useOlder('line.past', more);
  const lessons = lessonsOf(places, known);
  const first = firstWeek(lessons, now);
  // The week that was chosen counts for this visit only. The next visit begins at the next lesson again.
  const [turned, setTurned] = useState<number>();
  const [chosen, setChosen] = useState<string>();
  useDidHide(() => {
    setTurned(undefined);
    setChosen(undefined);
  });
  const weekAt = turned ?? first;
  const away = weekAt !== first;
  const week = weekOf(weekAt, lessons);
  const day = week.find(one => one.key === chosen);
  const next = nextLesson(lessons, now);
  const absent = onLeave(lessons, now);
  const list = { known, now, onDrop: (one: MyPlace) => onOver({ kind: 'drop', mine: one }) };
  return (
    <>
      <WeekStrip week={week} now={now} chosen={chosen} onChoose={setChosen} onWeek={setTurned} />
      {away && (
        <Button kind="ink" size="small" className="stack-3" onTap={() => setTurned(undefined)} testId="week-back">
          {next ? '回到下一次课那一周' : '回到本周'}
        </Button>
      )}
      {day ? (
        <OneDay day={day} known={known} now={now} />
      ) : away ? (
        <OneWeek week={week} known={known} now={now} />
      ) : (
        <>
          <LeaveCards some={absent.filter(one => !next || one.lesson.startsAt < next.lesson.startsAt)} now={now} />
          {next && <NextTicket next={next} now={now} onLeave={() => onOver({ kind: 'leave', planned: next })} />}
          <LeaveCards some={absent.filter(one => next && one.lesson.startsAt >= next.lesson.startsAt)} now={now} />
        </>
      )}
      <PlaceList title="我的班" some={places.filter(one => !isOver(one, now))} {...list} />
      <PlaceList title="往期的班" some={[...places.filter(one => isOver(one, now)), ...older.some]} over {...list} />
      <OlderButton older={older} label="更早的班" />
    </>
  );
}
