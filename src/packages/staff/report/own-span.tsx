import { View } from '@tarojs/components';
import { useState } from 'react';
import { isRefused } from '../../../../domain/base/refuse';
import { instantsOf, type BadSpan, type Span } from '../../../../domain/report/span';
import { Button } from '../../../ui/button';
import { DayField } from '../../../ui/day-field';
import { Fault } from '../../../ui/notice';

const BAD: Record<BadSpan, string> = {
  day: '请选好开始和结束的日期',
  order: '结束要在开始之后',
  long: '最长一年，请把日期改近一些',
};

/** 自选: the first and the last day. */
export function OwnSpan({ onChoose }: { onChoose: (span: Span) => void }) {
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [bad, setBad] = useState<BadSpan>();
  const choose = () => {
    const instants = instantsOf({ from, to });
    if (isRefused(instants)) return setBad(instants.details.why);
    setBad(undefined);
    return onChoose({ from, to });
  };
  return (
    <View className="card pad figures__own">
      <View className="figures__days">
        <DayField name="开始" value={from} onChange={setFrom} testId="span-from" />
        <DayField name="结束（含当天）" value={to} onChange={setTo} testId="span-to" />
      </View>
      <Fault says={bad && BAD[bad]} testId="span-bad" />
      <Button kind="ink" size="small" className="stack-3" onTap={choose} testId="span-go">
        看数字
      </Button>
    </View>
  );
}
