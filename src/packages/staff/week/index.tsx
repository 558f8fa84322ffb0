import { View } from '@tarojs/components';
import { useState } from 'react';
import { DAY, dayKey, dayText, startOfDay, startOfWeek, weekdayText } from '../../../../domain/base/clock';
import { holidayOn } from '../../../../domain/batch/holidays';
import { weekGrid } from '../../../../domain/week/grid';
import { CALM_MS, useServerNow } from '../../../app/clock/use-now';
import { Desk, DeskHead } from '../../../app/desk/desk';
import { questions } from '../../../app/memory/asked';
import { useAsked } from '../../../app/memory/use-asked';
import { Empty, Shown } from '../../../app/page/states';
import { useShown } from '../../../app/page/use-shown';
import { told } from '../../../ui/a11y';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { Tabs } from '../../../ui/tabs';
import { Grid, type GridDay } from './grid';
import './index.scss';

const weekAt = questions('staff.week', monday => ({ at: Number(monday) }));

type By = 'room' | 'person';

/** 周表: which class is in which room and with whom, over all batches and drafts, a week at a time. */
export default function Week() {
  const shown = useShown();
  const now = useServerNow(shown, CALM_MS);
  const [steps, step] = useState(0);
  const [by, chooseBy] = useState<By>('room');
  const [chosen, choose] = useState<string>();
  const monday = startOfWeek(now) + steps * 7 * DAY;
  const question = weekAt(String(monday));
  const asked = useAsked(question);
  const days = Array.from({ length: 7 }, (_, index): GridDay => {
    const at = monday + index * DAY;
    const key = dayKey(at);
    const off = holidayOn(key)?.name ?? (asked.data?.holidays.includes(key) ? '停课' : undefined);
    return { key, at, off };
  });
  const today = days.find(day => day.at === startOfDay(now)) ?? days[0];
  const day = days.find(one => one.key === chosen) ?? today;
  return (
    <Desk title="周表" at="week" testId="staff-week">
      <DeskHead title="周表">
        <View className="week__steps">
          <View className="num" {...told({ live: 'polite' })}>
            {dayText(monday)}–{dayText(monday + 6 * DAY)}
          </View>
          <Button kind="plain" size="small" onTap={() => step(steps - 1)} testId="week-back">
            上一周
          </Button>
          <Button kind="plain" size="small" onTap={() => step(steps + 1)} testId="week-on">
            下一周
          </Button>
        </View>
      </DeskHead>
      <Tabs
        label="按什么看"
        value={by}
        options={[
          ['room', '按教室'],
          ['person', '按老师'],
        ]}
        onChoose={chooseBy}
        testId="week-by"
      />
      <View className="week__days">
        <Tabs
          label="哪一天"
          value={day?.key}
          options={days.map(one => [one.key, `周${weekdayText(one.at)} ${dayText(one.at)}`] as const)}
          onChoose={choose}
          testId="week-day"
        />
        {day?.off && (
          <Notice kind="quiet" className="week__off">
            这一天{day.off}
          </Notice>
        )}
      </View>
      <Shown asked={asked} now={now} again={() => void question.ask()}>
        {({ classes }) => {
          const rows = weekGrid(classes, by, monday);
          return rows.length === 0 ? (
            <Empty title="这一周没有课" text="看看上一周或下一周" testId="no-week" />
          ) : (
            <Grid by={by} rows={rows} days={days} day={day?.key} />
          );
        }}
      </Shown>
    </Desk>
  );
}
