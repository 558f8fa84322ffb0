import { View } from '@tarojs/components';
import { useState } from 'react';
import { spanOf, SPAN_KINDS, SPAN_WORDS, type Span, type SpanKind } from '../../../../domain/report/span';
import { CALM_MS, useServerNow } from '../../../app/clock/use-now';
import { Desk } from '../../../app/desk/desk';
import { useShown } from '../../../app/page/use-shown';
import { Heading } from '../../../ui/heading';
import { Tabs } from '../../../ui/tabs';
import { Nothing } from '../../../ui/nothing';
import { OwnSpan } from './own-span';
import { Signed } from './signed';
import { SpanNumbersOf } from './span-numbers';
import './index.scss';

/** 数字: what a span adds up to, with its words, its picture and its workbook, and what was signed. */
export default function ReportDesk() {
  const now = useServerNow(useShown(), CALM_MS);
  const [kind, setKind] = useState<SpanKind>('this');
  const [own, setOwn] = useState<Span>();
  const span = kind === 'own' ? own : spanOf(kind, now);
  return (
    <Desk title="数字" at="report" testId="staff-report">
      <Heading level={1}>数字</Heading>
      <View className="t2 stack-2">给上级的数字，只算结了课的课。每个数点开看定义。</View>
      <View className="figures__spans">
        <Tabs
          label="哪一段时间"
          value={kind}
          options={SPAN_KINDS.map(one => [one, SPAN_WORDS[one]] as const)}
          onChoose={setKind}
          testId="span-kind"
        />
      </View>
      {kind === 'own' && <OwnSpan onChoose={setOwn} />}
      {span ? (
        <SpanNumbersOf key={`${span.from}_${span.to}`} span={span} />
      ) : (
        <Nothing>选好起止日期，点“看数字”。</Nothing>
      )}
      <Signed />
    </Desk>
  );
}
