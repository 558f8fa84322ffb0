import { Text, View } from '@tarojs/components';
import type { ShownEntry } from '../../../../domain/api';
import { dateText, dayKey, timeText } from '../../../../domain/base/clock';
import { lastOf } from '../../../../domain/base/last-of';
import { Desk, DeskHead } from '../../../app/desk/desk';
import { question } from '../../../app/memory/asked';
import { useOlder } from '../../../app/memory/older';
import { useAsked } from '../../../app/memory/use-asked';
import { Answered } from '../../../app/page/answered';
import { OlderButton } from '../../../app/page/older-button';
import { Empty } from '../../../app/page/states';
import { ListGroup } from '../../../ui/list-group';
import './index.scss';

const latest = question('staff.record', {});

/** 操作记录: who changed what, when and why. Nothing here can be changed or deleted. */
export default function Record() {
  const { data } = useAsked(latest, { when: false });
  const older = useOlder('staff.record', data?.next ?? undefined);
  return (
    <Desk title="操作记录" at="record" testId="staff-record">
      <DeskHead title="操作记录" />
      <View className="t2 record__intro">每一次改动都在这里，只能看，不能改也不能删。</View>
      <Answered to={latest}>
        {({ entries }) =>
          entries.length === 0 ? (
            <Empty title="还没有记录" text="发布、改动、邀请和导出都会记在这里" />
          ) : (
            <>
              {daysOf([...entries, ...older.some]).map(day => (
                <ListGroup key={day.key} title={dateText(day.entries[0]?.at ?? 0)} of={day.entries}>
                  {entry => <Entry key={entry._id} entry={entry} />}
                </ListGroup>
              ))}
              <OlderButton older={older} label="看更早的" />
            </>
          )
        }
      </Answered>
    </Desk>
  );
}

/** The entries by Shanghai day, in their order. */
function daysOf(entries: ShownEntry[]): { key: string; entries: ShownEntry[] }[] {
  const days: { key: string; entries: ShownEntry[] }[] = [];
  for (const entry of entries) {
    const key = dayKey(entry.at);
    const last = lastOf(days);
    if (last?.key === key) last.entries.push(entry);
    else days.push({ key, entries: [entry] });
  }
  return days;
}

const Entry = ({ entry }: { entry: ShownEntry }) => (
  <View className="row record__row" data-testid="record-entry">
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
);
