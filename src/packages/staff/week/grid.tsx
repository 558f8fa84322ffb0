import { Text, View } from '@tarojs/components';
import { dayText, timeText, weekdayText } from '../../../../domain/base/clock';
import type { GridLesson, GridRow } from '../../../../domain/week/grid';
import { go } from '../../../app/way/go';
import { Tap } from '../../../ui/tap';

export interface GridDay {
  key: string;
  at: number;
  /** Why there should be no class: a holiday, or a day off of a batch. */
  off: string | undefined;
}

interface GridProps {
  by: 'room' | 'person';
  rows: GridRow[];
  days: GridDay[];
  /** The day that a phone shows; a desk shows all of them. */
  day: string | undefined;
}

/** Rooms or people down, days across. A clash is red, a holiday is shaded. */
export function Grid({ by, rows, days, day }: GridProps) {
  const shown = days.findIndex(one => one.key === day);
  const clashes = rows.flatMap(row => row.days.flat()).filter(lesson => lesson.clash).length;
  const other = (one: GridDay) => (one.key === day ? '' : 'week__day--other');
  return (
    <View className="card pad" data-testid="week-grid">
      <View className={`week__sum ${clashes > 0 ? 'b' : 't2'}`}>
        {clashes > 0 ? `${clashes} 次课撞了` : '没有撞的'}
      </View>
      <View className="week__row week__row--head cap t3">
        <View className="week__name">{by === 'room' ? '教室' : '老师'}</View>
        {days.map(({ key, at, off }) => (
          <View key={key} className={off ? 'week__day week__day--off' : 'week__day'}>
            周{weekdayText(at)} {dayText(at)}
            {off && <View>{off}</View>}
          </View>
        ))}
      </View>
      {rows.every(row => row.days[shown]?.length === 0) && <View className="week__days t3 stack-3">这一天没有课</View>}
      {rows.map(row => (
        <View
          key={row.name}
          className={row.days[shown]?.length ? 'week__row' : 'week__row week__row--free'}
          data-testid="week-row"
        >
          <View className="week__name b">{row.name}</View>
          {days.map((one, index) => (
            <View key={one.key} className={`week__day ${one.off ? 'week__day--off' : ''} ${other(one)}`}>
              {row.days[index]?.map(lesson => (
                <Lesson
                  key={`${lesson.startsAt} ${lesson.sectionId ?? lesson.batchId} ${lesson.title}`}
                  lesson={lesson}
                />
              ))}
            </View>
          ))}
        </View>
      ))}
      <View className="sm t3 stack-3">红的是同一时间撞了，灰底是节假日或停课日。点一节课就到那个班。</View>
    </View>
  );
}

function Lesson({ lesson }: { lesson: GridLesson }) {
  const { startsAt, endsAt, title, batchId, batchTitle, sectionId, clash } = lesson;
  return (
    <Tap
      role="link"
      className={clash ? 'week__lesson week__lesson--clash sm' : 'week__lesson sm'}
      onTap={() => (sectionId === undefined ? go.draft(batchId) : go.staffSection(batchId, sectionId))}
      testId={clash ? 'week-clash' : 'week-lesson'}
    >
      <Text className="num">
        {timeText(startsAt)}–{timeText(endsAt)}
      </Text>
      <View>
        {title}
        {clash ? '，撞了' : ''}
      </View>
      <View className="t3">
        {batchTitle || '没有名称的一期'}
        {sectionId === undefined ? '，草稿' : ''}
      </View>
    </Tap>
  );
}
