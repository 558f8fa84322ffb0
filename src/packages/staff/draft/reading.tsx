import { View } from '@tarojs/components';
import { useState } from 'react';
import type { SheetView } from '../../../../domain/api';
import { focusField } from '../../../ui/focus';
import { Notice } from '../../../ui/notice';
import { ReadingFoot } from './reading-foot';
import { ReadingHead } from './reading-head';
import { ReadingRow, type Mending } from './reading-row';
import { afterTyping, cellId, hasColumn, nextRed, openRows, sameCell, type Place } from './sheet-cells';
import { SheetQuestions } from './sheet-questions';
import type { CourseSheet } from './use-course-sheet';
import type { Draft } from './use-draft';

interface ReadingProps {
  of: CourseSheet & { sheet: NonNullable<CourseSheet['sheet']> };
  draft: Draft;
  hasSections: boolean;
}

/**
 * What was understood of the sheet, row by row. A wrong cell can be corrected here. Nothing is stored before it is
 * imported.
 */
export function Reading({ of, draft, hasSections }: ReadingProps) {
  const { sheet, busy } = of;
  const { picked, said, read, imported } = sheet;
  const { reading } = read;
  const [editing, edit] = useState<Place>();
  const [message, setMessage] = useState<string>();
  const rows = openRows(read, imported);
  const shown = reading.rows.filter(row => !imported.includes(row.row));

  const say: typeof of.say = async change => {
    setMessage(undefined);
    draft.say(undefined);
    const answer = await of.say(change);
    if (typeof answer !== 'string') return answer;
    if (editing) setMessage(answer);
    else draft.say(answer);
    return answer;
  };
  const mending: Mending = {
    mended: said.mended,
    busy,
    message,
    editing,
    edit: place => {
      setMessage(undefined);
      edit(place);
      if (!place && editing) focusField(cellId(editing));
    },
    keep: (place, cell, typed, onward) =>
      void (async () => {
        const after = afterTyping(said.mended, place.row, cell.inputs, typed);
        const answer = after === said.mended ? read : await say({ mended: after });
        if (typeof answer === 'string') return;
        const next = nextRed(openRows(answer, imported), place);
        edit(onward ? next : undefined);
        if (!onward || !next) focusField(next ? cellId(next) : 'import-sheet');
      })(),
    undo: (place, cell) =>
      void (async () => {
        await say({ mended: said.mended.filter(each => !cell.mended.some(one => sameCell(one, each))) });
        focusField(cellId(place));
      })(),
    leaveOut: (row, out) => {
      edit(undefined);
      void say({ without: out ? [...said.without, row] : said.without.filter(each => each !== row) });
    },
  };

  return (
    <View data-testid="reading">
      <ReadingHead fileName={picked.fileName} reading={reading} rows={rows} imported={imported.length} />
      {reading.problems.map(problem => (
        <Notice key={problem} className="stack-2" kind="danger">
          {problem}
        </Notice>
      ))}
      <SheetQuestions reading={reading} said={said} busy={busy} onSay={change => void say(change)} />
      {shown.length > 0 && (
        <View className="card grid stack-3">
          <View className="grid__row grid__row--head cap t3">
            <View className="grid__line">行</View>
            <View className="grid__name">课程</View>
            <View className="grid__cell">时间</View>
            <View className="grid__cell">地点</View>
            <View className="grid__cell grid__cell--short">老师</View>
            <View className="grid__cell grid__cell--number">名额</View>
            {hasColumn(reading, 'waitlist') && <View className="grid__cell grid__cell--number">候补</View>}
          </View>
          {shown.map(row => (
            <ReadingRow key={row.row} row={row} reading={reading} mending={mending} />
          ))}
        </View>
      )}
      <Columns read={read} />
      <ReadingFoot of={of} draft={draft} hasSections={hasSections} rows={rows} />
    </View>
  );
}

/** Says what each column was taken for and which columns were ignored, so that nobody has to guess. */
function Columns({ read }: { read: SheetView }) {
  const passed = read.reading.columns.filter(column => !column.field && column.header);
  if (passed.length === 0) return null;
  return (
    <View className="sm t3 stack-3">
      没有用到的列：{passed.map(column => `${column.letter} 列“${column.header}”`).join('、')}
    </View>
  );
}
