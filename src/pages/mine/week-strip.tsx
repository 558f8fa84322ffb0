import { Text, View } from '@tarojs/components';
import { DAY, dayKey, dayOfMonth, dayText, weekdayText } from '../../../domain/base/clock';
import { Icon } from '../../ui/icon';
import { Tap } from '../../ui/tap';
import { sectionTitle } from '../../app/words';
import type { Day } from './timetable';

interface StripProps {
  week: Day[];
  now: number;
  chosen: string | undefined;
  onChoose: (key: string | undefined) => void;
  onWeek: (weekAt: number) => void;
}

/** The week. A full dot is a class, a hollow one a place in line. */
export function WeekStrip({ week, now, chosen, onChoose, onWeek }: StripProps) {
  const monday = week[0]?.at ?? 0;
  const move = (weeks: number) => {
    onChoose(undefined);
    onWeek(monday + weeks * 7 * DAY);
  };
  return (
    <View>
      <View className="split strip__head">
        <Tap className="strip__move" label="上一周" onTap={() => move(-1)}>
          <Icon name="back" ink="ink-2" />
        </Tap>
        <View className="sm t2 num">
          <Text className="nowrap">{dayText(monday, now)}</Text> 至{' '}
          <Text className="nowrap">{dayText(monday + 6 * DAY, now)}</Text>
        </View>
        <Tap className="strip__move" label="下一周" onTap={() => move(1)}>
          <Icon name="next" ink="ink-2" />
        </Tap>
      </View>
      <View className="strip">
        {week.map(day => {
          const today = day.key === dayKey(now);
          const seated = day.lessons.some(one => one.by !== 'wait');
          const waiting = !seated && day.lessons.length > 0;
          const names = day.lessons.map(one => sectionTitle(one.section)).join('、');
          return (
            <Tap
              key={day.key}
              className={`day ${day.key === chosen ? 'day--on' : ''} ${day.at + DAY <= now ? 'day--past' : ''}`}
              label={`${dayText(day.at)}周${weekdayText(day.at)}${today ? '，今天' : ''}${names ? `，${names}` : '，没有课'}`}
              selected={day.key === chosen}
              onTap={() => onChoose(day.key === chosen ? undefined : day.key)}
            >
              <View className="day__name cap">{today ? '今' : weekdayText(day.at)}</View>
              <View className="day__number num">{dayOfMonth(day.at)}</View>
              <View className={`day__dot ${seated ? 'day__dot--seated' : ''} ${waiting ? 'day__dot--waiting' : ''}`} />
            </Tap>
          );
        })}
      </View>
    </View>
  );
}
