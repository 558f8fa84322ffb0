import { lastOf } from '../../../../domain/base/last-of';
import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { Output } from '../../../../domain/api';
import { dateText, dayKey, timeText } from '../../../../domain/base/clock';
import { useDoing } from '../../../app/act/use-doing';
import { call } from '../../../app/call/call';
import { Empty, Shown } from '../../../app/page/states';
import { question } from '../../../app/memory/asked';
import { useAsked } from '../../../app/memory/use-asked';
import { CALM_MS, useServerNow } from '../../../app/clock/use-now';
import { useShown } from '../../../app/page/use-shown';
import { Desk } from '../../../app/desk/desk';
import { Button } from '../../../ui/button';
import { Heading, GroupHead } from '../../../ui/heading';
import { Fault } from '../../../ui/notice';
import './index.scss';

type Pages = Pick<Output<'staff.record'>, 'entries' | 'next'>;
type Entry = Pages['entries'][number];

const latest = question('staff.record', {});

/** 操作记录: who changed what, when and why. Nothing here can be changed or deleted. */
export default function Record() {
  const shown = useShown();
  const now = useServerNow(shown, CALM_MS);
  const asked = useAsked(latest);
  const [older, setOlder] = useState<Pages>();
  const { state, run } = useDoing();
  // Entries that were loaded after an old first page may overlap with a new one.
  useEffect(() => setOlder(undefined), [asked.data]);

  const showOlder = async (after: NonNullable<Pages['next']>) => {
    const answer = await call('staff.record', { after });
    if (!answer.ok) return answer.message;
    const { entries, next } = answer.data;
    return setOlder(had => ({ entries: [...(had?.entries ?? []), ...entries], next }));
  };

  return (
    <Desk title="操作记录" at="record" testId="staff-record">
      <View className="desk__head">
        <Heading level={1} className="desk__title">
          操作记录
        </Heading>
      </View>
      <View className="t2 record__intro">每一次改动都在这里，只能看，不能改也不能删。</View>
      <Shown asked={asked} now={now} again={() => void latest.ask()}>
        {first => {
          const entries = [...first.entries, ...(older?.entries ?? [])];
          const { next } = older ?? first;
          if (entries.length === 0) return <Empty title="还没有记录" text="发布、改动、邀请和导出都会记在这里" />;
          return (
            <>
              {daysOf(entries).map(day => (
                <Day key={day.key} entries={day.entries} />
              ))}
              <Fault says={state.message} />
              {next && (
                <Button
                  kind="ink"
                  className="stack-4"
                  busy={state.busy}
                  busyLabel="正在取"
                  onTap={() => void run(() => showOlder(next))}
                  testId="older"
                >
                  看更早的
                </Button>
              )}
            </>
          );
        }}
      </Shown>
    </Desk>
  );
}

/** The entries by Shanghai day, in their order. */
function daysOf(entries: Entry[]): { key: string; entries: Entry[] }[] {
  const days: { key: string; entries: Entry[] }[] = [];
  for (const entry of entries) {
    const key = dayKey(entry.at);
    const last = lastOf(days);
    if (last?.key === key) last.entries.push(entry);
    else days.push({ key, entries: [entry] });
  }
  return days;
}

function Day({ entries }: { entries: Entry[] }) {
  return (
    <>
      <GroupHead>{dateText(entries[0]?.at ?? 0)}</GroupHead>
      <View className="card">
        {entries.map(entry => (
          <View key={entry._id} className="row record__row" data-testid="record-entry">
            <View className="record__at num t3">{timeText(entry.at)}</View>
            <View className="grow">
              <View>{entry.summary}</View>
              {(entry.before ?? entry.after) !== undefined && (
                <View className="sm t2">
                  <Text className="record__before">{entry.before ?? '无'}</Text>
                  <Text> → </Text>
                  <Text>{entry.after ?? '无'}</Text>
                </View>
              )}
              {entry.reason && <View className="sm t2">原因：{entry.reason}</View>}
              <View className="sm t3">{entry.byName || '系统'}</View>
            </View>
          </View>
        ))}
      </View>
    </>
  );
}
