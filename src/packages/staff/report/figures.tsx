import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { definitionOf, DEFINITIONS_VERSION, type NumberKey } from '../../../../domain/report/definitions';
import type { Numbers } from '../../../../domain/report/numbers';
import { besides, valueText } from '../../../../domain/report/said';
import { spanWords } from '../../../../domain/report/span';
import { Button } from '../../../ui/button';
import { Heading } from '../../../ui/heading';
import { Sheet } from '../../../ui/sheet';
import { Cell, Table, TableRow } from '../../../ui/table';
import type { WholeSpan } from './known';

const GROUPS: [string, NumberKey[]][] = [
  ['来了多少人', ['people', 'visits', 'onTheDay', 'hours', 'newcomers', 'employers', 'rate']],
  ['办了什么', ['batches', 'courses', 'sections', 'lessons', 'seats', 'organisations', 'instructors']],
  ['想来的和满意的', ['turnedAway', 'satisfied']],
  ['职工的愿望', ['wishesProposed', 'wishesAnswered', 'wishesTaken', 'wishesOpened']],
];

/** Every number with the one of a year earlier beside it. A tap opens what it means. */
export function Figures({ whole: { span, said } }: { whole: WholeSpan }) {
  const [meant, explain] = useState<NumberKey>();
  return (
    <>
      {GROUPS.map(([title, keys]) => (
        <View key={title} className="card pad figures__card">
          <Heading level={3}>{title}</Heading>
          <Table head={['', [spanWords(span), 'wide'], ['上年同期', 'wide']]} className="figures__table">
            {keys.map(key => (
              <Figure key={key} of={key} {...said} onTap={() => explain(key)} />
            ))}
          </Table>
        </View>
      ))}
      {meant && <DefinitionSheet number={meant} onClose={() => explain(undefined)} />}
    </>
  );
}

interface FigureProps {
  of: NumberKey;
  numbers: Numbers;
  before: Numbers;
  onTap: () => void;
}

function Figure({ of, numbers, before, onTap }: FigureProps) {
  const { title, unit } = definitionOf(of);
  const more = besides(numbers, of);
  return (
    <TableRow
      onTap={onTap}
      label={`${title} ${valueText(numbers, of)} ${unit}，上年同期 ${valueText(before, of)}，看定义`}
      testId={`figure-${of}`}
      name={
        <>
          <View>{title}</View>
          {more && <View className="sm t3">{more}</View>}
        </>
      }
    >
      <Cell width="wide">
        <Text className="b">{valueText(numbers, of)}</Text>
        <Text className="sm t3 figures__unit"> {unit}</Text>
      </Cell>
      <Cell word="上年同期" width="wide">
        <Text className="t2">{valueText(before, of)}</Text>
      </Cell>
    </TableRow>
  );
}

/** The definition of a number, in the sentence that the workbook prints, too. */
function DefinitionSheet({ number, onClose }: { number: NumberKey; onClose: () => void }) {
  const { title, unit, is } = definitionOf(number);
  return (
    <Sheet label={title} onClose={onClose}>
      <Heading level={2}>{title}</Heading>
      <View className="stack-3" data-testid="definition">
        {is}
      </View>
      <View className="sm t3 stack-2">
        {unit && `单位：${unit}。`}定义 {DEFINITIONS_VERSION}，下载的表里也印着。
      </View>
      <Button kind="plain" className="stack-4" onTap={onClose} testId="definition-done">
        好了
      </Button>
    </Sheet>
  );
}
