import { Text, View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import type { MyPlace } from '../../../domain/contract';
import { dateText } from '../../../domain/clock';
import { go } from '../../go';
import { DropSheet } from '../../line/drop-sheet';
import { Page } from '../../parts/page';
import { Empty, Shown } from '../../parts/states';
import { mine } from '../../state/places';
import { useAsked } from '../../state/use-asked';
import { useServerNow } from '../../state/use-now';
import { useShown } from '../../state/use-shown';
import { lessonHours, sectionTitle } from '../../words';
import './index.scss';
import { NextTicket } from './next-ticket';
import { PlaceRow } from './place-row';
import { firstWeek, lessonsOf, nextLesson, weekOf, type Day } from './timetable';
import { Told } from './told';
import { WeekStrip } from './week-strip';

/** My classes: the week, the next lesson, my places in all lines. */
export default function Mine() {
  const shown = useShown();
  const now = useServerNow(shown, 1_000);
  const asked = useAsked(mine);
  const [dropping, setDropping] = useState<MyPlace>();
  usePullDownRefresh(() => void mine.ask().finally(() => Taro.stopPullDownRefresh()));
  return (
    <Page
      title="我的课"
      tab
      testId="mine"
      over={
        dropping && (
          <DropSheet
            mine={dropping}
            now={now}
            onClose={() => setDropping(undefined)}
            onDropped={() => setDropping(undefined)}
          />
        )
      }
    >
      <Told now={now} />
      <Shown asked={asked} now={now} again={() => void mine.ask()} tall>
        {({ places }) =>
          places.length === 0 ? (
            <Empty
              title="还没有报班"
              text="报上的班、候补的班都会在这里"
              action={{ label: '去看看', onTap: go.home }}
              testId="no-places"
            />
          ) : (
            <Timetable places={places} now={now} onDrop={setDropping} />
          )
        }
      </Shown>
    </Page>
  );
}

const isOver = (place: MyPlace, now: number) => (place.section.lessons.at(-1)?.endsAt ?? 0) <= now;

function Timetable({ places, now, onDrop }: { places: MyPlace[]; now: number; onDrop: (mine: MyPlace) => void }) {
  const lessons = lessonsOf(places);
  const [weekAt, setWeekAt] = useState(() => firstWeek(lessons, now));
  const [chosen, setChosen] = useState<string>();
  const week = weekOf(weekAt, lessons);
  const day = week.find(one => one.key === chosen);
  const next = nextLesson(lessons, now);
  const live = places.filter(one => !isOver(one, now));
  const past = places.filter(one => isOver(one, now));
  return (
    <>
      <WeekStrip week={week} now={now} chosen={chosen} onChoose={setChosen} onWeek={setWeekAt} />
      {day ? <OneDay day={day} /> : next && <NextTicket next={next} now={now} />}
      <PlaceList title="我的班" some={live} now={now} onDrop={onDrop} />
      <PlaceList title="上过的班" some={past} now={now} onDrop={onDrop} />
    </>
  );
}

function OneDay({ day }: { day: Day }) {
  return (
    <View className="card pad">
      <View className="b num">{dateText(day.at)}</View>
      {day.lessons.length === 0 && <View className="t3 stack-2">这一天没有课</View>}
      {day.lessons.map(({ mine: one, lesson, number }) => (
        <View key={one.section.sectionId} className="one-lesson">
          <View className="num t2">{lessonHours(lesson)}</View>
          <View>
            <Text className="b">{sectionTitle(one.section)}</Text>
            <Text className="t3 sm">
              {' '}
              第 {number} 次课{one.place.state === 'WAITING' ? '，候补中' : ''}
            </Text>
          </View>
          <View className="sm t3">{one.section.place}</View>
        </View>
      ))}
    </View>
  );
}

interface ListProps {
  title: string;
  some: MyPlace[];
  now: number;
  onDrop: (mine: MyPlace) => void;
}

function PlaceList({ title, some, now, onDrop }: ListProps) {
  if (some.length === 0) return null;
  return (
    <>
      <View className="sec">
        <View className="h2">{title}</View>
        <Text className="sm t3">{some.length} 个</Text>
      </View>
      <View className="card">
        {some.map((one, i) => (
          <PlaceRow
            key={one.place.sectionId}
            mine={one}
            first={i === 0}
            over={isOver(one, now)}
            onDrop={() => onDrop(one)}
          />
        ))}
      </View>
    </>
  );
}
