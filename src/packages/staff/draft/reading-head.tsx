import { Text, View } from '@tarojs/components';
import type { SheetView } from '../../../../domain/api';
import { isRight, type ReadRow } from '../../../../domain/sheet/draft';
import { told } from '../../../ui/a11y';
import { cellCount, rowTitle } from './sheet-cells';

interface HeadProps {
  fileName: string;
  reading: SheetView['reading'];
  rows: ReadRow[];
  imported: number;
}

/** What was read, how much of it is right, and which classes have cells to look at. */
export function ReadingHead({ fileName, reading, rows, imported }: HeadProps) {
  const { sheet, skipped } = reading;
  const bad = rows.reduce((sum, row) => sum + cellCount(row.errors), 0);
  const warned = rows.reduce((sum, row) => sum + cellCount(row.warnings), 0);
  const right = rows.filter(isRight).length;
  return (
    <>
      <View className="split reading__head">
        <View className="grow">
          <View className="b">{fileName}</View>
          <View className="sm t3">
            {sheet ? `读的是工作表“${sheet}”，` : ''}读到 {reading.rows.length} 行
            {skipped.length > 0 ? `，跳过 ${skipped.length} 行说明或合计` : ''}
            {imported > 0 ? `，其中 ${imported} 个班已经导入` : ''}
          </View>
        </View>
        <View className="reading__sums num" {...told({ live: 'polite' })}>
          <Sum value={right} word="个班可用" tone="open" />
          {bad > 0 && <Sum value={bad} word="格要改" tone="danger" />}
          {warned > 0 && <Sum value={warned} word="格提醒" tone="few" />}
        </View>
      </View>
      {bad > 0 && <View className="sm t-danger stack-2">要改：{whose(rows, 'errors', reading)}。点红格子就能改</View>}
      {warned > 0 && (
        <View className="sm t-few stack-2" data-testid="whose-hints">
          提醒：{whose(rows, 'warnings', reading)}
        </View>
      )}
    </>
  );
}

const MOST_NAMED = 8;

/** `茶艺一班、古琴二班 2 格`: the classes that the cells belong to. */
function whose(rows: readonly ReadRow[], kind: 'errors' | 'warnings', reading: SheetView['reading']): string {
  const some = rows.filter(row => row[kind].length > 0);
  const named = some.slice(0, MOST_NAMED).map(row => {
    const count = cellCount(row[kind]);
    return count > 1 ? `${rowTitle(row, reading)} ${count} 格` : rowTitle(row, reading);
  });
  return some.length > MOST_NAMED ? `${named.join('、')}等 ${some.length} 个班` : named.join('、');
}

function Sum({ value, word, tone }: { value: number; word: string; tone: 'open' | 'danger' | 'few' }) {
  return (
    <View className="reading__sum">
      <Text className={`reading__value t-${tone}`}>{value}</Text>
      <Text className="sm"> {word}</Text>
    </View>
  );
}
