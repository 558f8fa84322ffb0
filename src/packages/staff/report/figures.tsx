import { Text, View } from '@tarojs/components';
import { definitionOf, type NumberKey } from '../../../../domain/report/definitions';
import type { Numbers } from '../../../../domain/report/numbers';
import { besides, valueText } from '../../../../domain/report/said';
import { spanWords } from '../../../../domain/report/span';
import { Heading } from '../../../ui/heading';
import { Cell, Table, TableRow } from '../../../ui/table';
import type { Open, WholeSpan } from './known';

const GROUPS: [string, NumberKey[]][] = [
  ['来了多少人', ['people', 'visits', 'hours', 'newcomers', 'employers', 'rate']],
  ['办了什么', ['batches', 'courses', 'sections', 'lessons', 'seats', 'organisations', 'instructors']],
  ['想来的和满意的', ['turnedAway', 'satisfied']],
  ['职工的愿望', ['wishesProposed', 'wishesAnswered', 'wishesTaken', 'wishesOpened']],
];

/** Every number with the one of a year earlier beside it. A tap opens what it means. */
export function Figures({ whole: { span, said }, onOpen }: { whole: WholeSpan; onOpen: (open: Open) => void }) {
  return (
    <>
      {GROUPS.map(([title, keys]) => (
        <View key={title} className="card pad figures__card">
          <Heading level={3}>{title}</Heading>
          <Table head={['', [spanWords(span), 'wide'], ['上年同期', 'wide']]} className="figures__table">
            {keys.map(key => (
              <Figure key={key} of={key} numbers={said.numbers} before={said.before} onOpen={onOpen} />
            ))}
          </Table>
        </View>
      ))}
    </>
  );
}

interface FigureProps {
  of: NumberKey;
  numbers: Numbers;
  before: Numbers;
  onOpen: (open: Open) => void;
}

function Figure({ of, numbers, before, onOpen }: FigureProps) {
  const { title, unit } = definitionOf(of);
  const more = besides(numbers, of);
  return (
    <TableRow
      onTap={() => onOpen({ sheet: 'definition', number: of })}
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
