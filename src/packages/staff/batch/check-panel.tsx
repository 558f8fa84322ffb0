import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { CheckReport } from '../../../../domain/model';
import { DAY, dayText, startOfDay, timeText } from '../../../../domain/base/clock';
import { useDoing } from '../../../app/act/use-doing';
import { call, LONG_CALL_MS } from '../../../app/call/call';
import { told } from '../../../ui/a11y';
import { Icon } from '../../../ui/icon';
import { Notice, Fault } from '../../../ui/notice';
import { Button } from '../../../ui/button';

/** 名额核对: whether lines, standings and counters agree. Shows the last report, and makes a new one at a tap. */
export function CheckPanel({ latest, now }: { latest: CheckReport | null; now: number }) {
  const [fresh, setFresh] = useState<CheckReport>();
  const { state, run } = useDoing();
  const report = fresh && (!latest || fresh.startedAt >= latest.startedAt) ? fresh : latest;
  const check = async () => {
    const answer = await call('staff.check', {}, { timeoutMs: LONG_CALL_MS });
    return answer.ok ? setFresh(answer.data.report) : answer.message;
  };
  return (
    <View className="card pad staff__card" data-testid="check-panel">
      <View className="split split--base staff__card-head">
        <View className="b">名额核对</View>
        {report && <View className="cap t3 num">{checkedText(report.endedAt, now)}</View>}
      </View>
      {report ? <Report report={report} /> : <View className="t3">还没有核对过。每天凌晨会自动核对一次。</View>}
      <Fault says={state.message} />
      <Button
        kind="ink"
        className="stack-4"
        busy={state.busy}
        busyLabel="正在核对"
        onTap={() => void run(check)}
        testId="run-check"
      >
        现在核对一次
      </Button>
    </View>
  );
}

/** `今天凌晨 3:10 核对过`, `今天 17:52 核对过`, `昨天凌晨 3:10 核对过` */
function checkedText(at: number, now: number): string {
  const days = Math.round((startOfDay(now) - startOfDay(at)) / DAY);
  const day = days === 0 ? '今天' : days === 1 ? '昨天' : dayText(at, now);
  const time = timeText(at);
  return `${day}${time < '05:00' ? '凌晨' : ''} ${time.replace(/^0/, '')} 核对过`;
}

function Report({ report }: { report: CheckReport }) {
  const { healed, alarms } = report;
  return (
    <View {...told({ live: 'polite' })} data-testid="check-report">
      <Line good={alarms.length === 0} text="要人处理的" value={alarms.length} />
      <Line good text="多占的，已清掉" value={healed.unusedHolds} />
      <Line good text="漏记的，已补上" value={healed.missingHolds} />
      <View className="cap t3 stack-2">
        核对了 {report.sections} 个班的队伍和 {report.standings} 个人的状况
      </View>
      {alarms.map(({ sectionId, text }) => (
        <Notice key={sectionId + text} className="stack-2" kind="danger">
          {text}
        </Notice>
      ))}
    </View>
  );
}

function Line({ good, text, value }: { good: boolean; text: string; value: number }) {
  return (
    <View className="check">
      <Icon name={good ? 'check' : 'warn'} ink={good ? 'open' : 'danger'} className="check__icon" />
      <Text className="check__text">{text}</Text>
      <Text className="num b">{value}</Text>
    </View>
  );
}
