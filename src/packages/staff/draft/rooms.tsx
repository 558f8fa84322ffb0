import { Text, View } from '@tarojs/components';
import { useMemo, useState } from 'react';
import { DAY, dayText, timeText, weekdayText } from '../../../../domain/base/clock';
import type { DraftView } from '../../../../domain/api';
import { holidayOn } from '../../../../domain/batch/holidays';
import { daysOfWeek, roomsWeek, weeksOf, type RoomLesson } from '../../../../domain/draft/rooms-week';
import { told } from '../../../ui/a11y';
import { Button } from '../../../ui/button';
import { Heading } from '../../../ui/heading';

/** Which class is in which room, a week at a time. A clash is red, a holiday is shaded. */
export function Rooms({ view }: { view: DraftView }) {
  const { sections, taken, holidays } = view;
  const { mondays, first } = useMemo(() => weeksOf({ sections }, taken ?? []), [sections, taken]);
  const [chosen, choose] = useState<number>();
  const week = Math.min(chosen ?? first, mondays.length - 1);
  const monday = mondays[week];
  if (monday === undefined) return null;
  const rooms = roomsWeek({ sections }, taken ?? [], monday);
  const days = daysOfWeek(monday).map((day, at) => {
    const off = holidayOn(day)?.name ?? (holidays.includes(day) ? '停课' : undefined);
    return { at: monday + at * DAY, off };
  });
  return (
    <View className="card pad rooms" data-testid="rooms">
      <View className="rooms__head">
        <Heading level={2} className="grow">
          教室一周
        </Heading>
        <View className="rooms__steps">
          <Button kind="plain" size="small" disabled={week === 0} onTap={() => choose(week - 1)} testId="rooms-back">
            上一周
          </Button>
          <View className="num" {...told({ live: 'polite' })}>
            {dayText(monday)}–{dayText(monday + 6 * DAY)}
          </View>
          <Button
            kind="plain"
            size="small"
            disabled={week === mondays.length - 1}
            onTap={() => choose(week + 1)}
            testId="rooms-on"
          >
            下一周
          </Button>
        </View>
      </View>
      <View className="rooms__row rooms__row--head cap t3">
        <View className="rooms__name">教室</View>
        {days.map(({ at, off }) => (
          <View key={at} className={off ? 'rooms__day rooms__day--off' : 'rooms__day'}>
            周{weekdayText(at)} {dayText(at)}
            {off && <View>{off}</View>}
          </View>
        ))}
      </View>
      {rooms.map(({ room, days: lessons }) => (
        <View key={room} className="rooms__row" data-testid="room">
          <View className="rooms__name">
            <Text className="b">{room}</Text>
            {lessons.every(day => day.length === 0) && <Text className="grid__word sm t3"> 这一周空着</Text>}
          </View>
          {days.map(({ at, off }, index) => (
            <View
              key={at}
              className={`rooms__day ${off ? 'rooms__day--off' : ''} ${lessons[index]?.length ? '' : 'rooms__day--free'}`}
            >
              <View className="grid__word sm t3">
                周{weekdayText(at)} {dayText(at)} {off}
              </View>
              {lessons[index]?.map(lesson => (
                <Lesson key={`${lesson.startsAt} ${lesson.title} ${lesson.batchTitle ?? ''}`} lesson={lesson} />
              ))}
            </View>
          ))}
        </View>
      ))}
      <View className="sm t3 stack-3">灰字是已经发布的期次。红的是同一时间撞了，灰底是节假日或停课日。</View>
    </View>
  );
}

function Lesson({ lesson: { startsAt, endsAt, title, batchTitle, clash } }: { lesson: RoomLesson }) {
  return (
    <View
      className={`rooms__lesson sm ${clash ? 'rooms__lesson--clash' : batchTitle ? 't3' : ''}`}
      {...(clash ? { 'data-testid': 'room-clash' } : {})}
    >
      <Text className="num">
        {timeText(startsAt)}–{timeText(endsAt)}
      </Text>
      <View>
        {title}
        {batchTitle ? `（${batchTitle}）` : ''}
        {clash ? '，撞了' : ''}
      </View>
    </View>
  );
}
