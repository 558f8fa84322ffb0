import { Text, View } from '@tarojs/components';
import { Fragment, type ReactNode } from 'react';
import type { Lesson, OfferedSection } from '../../../../domain/model';
import type { ReadRow, SheetReading } from '../../../../domain/sheet/draft';
import { Motif } from '../../../ui/motif';
import { Tap } from '../../../ui/tap';
import { ClassTimes } from './class-times';
import { MendCell } from './mend-cell';
import {
  cellOf,
  GROUPS,
  hasColumn,
  MORE,
  rowTitle,
  type Group,
  type Mended,
  type Place,
  type SheetCell,
} from './sheet-cells';

export interface Mending {
  mended: Mended[];
  busy: boolean;
  message: string | undefined;
  editing: Place | undefined;
  edit: (place: Place | undefined) => void;
  keep: (place: Place, cell: SheetCell, typed: Record<string, string>, onward: boolean) => void;
  undo: (place: Place, cell: SheetCell) => void;
  leaveOut: (row: number, out: boolean) => void;
}

interface RowProps {
  row: ReadRow;
  reading: SheetReading;
  mending: Mending;
}

/** One row of the sheet: what was understood, and what to change in the cells that are wrong. */
export function ReadingRow({ row, reading, mending }: RowProps) {
  const { draft } = row;
  const { editing, busy } = mending;
  /** `label`: stands beside a cell and names it. On a desk the head of the table names most cells. */
  const cell = (group: Group, className: string, shown: ReactNode, label?: string) => {
    const one = cellOf(row, group, reading, mending.mended);
    const place = { row: row.row, group };
    const raw = one.inputs
      .map(input => input.value)
      .join(' ')
      .trim();
    const said = draft ? shown : raw;
    return (
      <MendCell
        row={row.row}
        cell={one}
        className={className}
        editing={editing?.row === row.row && editing.group === group}
        busy={busy}
        message={mending.message}
        onEdit={() => mending.edit(place)}
        onLeave={() => mending.edit(undefined)}
        onKeep={(typed, onward) => mending.keep(place, one, typed, onward)}
        onUndo={() => mending.undo(place, one)}
      >
        {label && <Text className={`t3 ${label}`}>{GROUPS[group]} </Text>}
        {said === '' ? <Text className="t3">—</Text> : said}
      </MendCell>
    );
  };
  if (row.leftOut) return <LeftOut row={row} reading={reading} mending={mending} />;
  return (
    <View className="grid__row" data-testid={row.errors.length ? 'bad-row' : 'good-row'}>
      <View className="grid__line num t3">
        <Text className="grid__word">第 </Text>
        {row.row}
        <Text className="grid__word"> 行</Text>
        <Tap
          className="grid__out"
          label={`不导入第 ${row.row} 行，${rowTitle(row, reading)}`}
          disabled={busy}
          onTap={() => mending.leaveOut(row.row, true)}
          testId={`leave-out-${row.row}`}
        >
          不要
        </Tap>
      </View>
      <View className="grid__name">
        {draft && <Motif category={draft.category} size={32} className="grid__motif" />}
        {cell(
          'course',
          'grow',
          <>
            <Text className="b">{draft?.course}</Text>
            <Text className="t3"> {draft?.name}</Text>
          </>,
        )}
      </View>
      {cell('time', 'grid__cell num', draft && <ClassTimes section={draft} />)}
      {cell(
        'place',
        'grid__cell',
        <>
          {draft?.place}
          {draft?.roomCapacity && <View className="sm t3">坐得下 {draft.roomCapacity} 人</View>}
        </>,
      )}
      {cell('instructor', 'grid__cell grid__cell--short', draft?.instructor, 'grid__word')}
      {cell('capacity', 'grid__cell grid__cell--number num', draft?.capacity, 'grid__word')}
      {hasColumn(reading, 'waitlist') &&
        cell('waitlist', 'grid__cell grid__cell--number num', draft?.waitlistLimit, 'grid__word')}
      {MORE.some(group => hasColumn(reading, group)) && (
        <View className="grid__more">
          {MORE.filter(group => hasColumn(reading, group)).map(group => (
            <Fragment key={group}>
              {cell(group, 'grid__extra sm t2', draft && moreOf(draft, group), 'cell__label')}
            </Fragment>
          ))}
        </View>
      )}
    </View>
  );
}

/** A row that is not imported: which class it was, and the button that brings it back. */
function LeftOut({ row, reading, mending }: RowProps) {
  return (
    <View className="grid__row grid__row--out t3" data-testid="left-out-row">
      <View className="grow">
        第 {row.row} 行 {rowTitle(row, reading)}，不导入
      </View>
      <Tap
        className="cell__undo"
        label={`加回第 ${row.row} 行，${rowTitle(row, reading)}`}
        disabled={mending.busy}
        onTap={() => mending.leaveOut(row.row, false)}
        testId={`take-back-${row.row}`}
      >
        加回来
      </Tap>
    </View>
  );
}

function moreOf(draft: OfferedSection, group: Group): string {
  switch (group) {
    case 'organisation':
      return draft.organisation;
    case 'audience':
      return draft.audienceText;
    case 'bring':
      return draft.bring ?? '';
    case 'topics':
      return topicsWords(draft.lessons);
    default:
      return draft.note;
  }
}

/** 8 次课有主题：认识六大茶类、绿茶冲泡、… */
function topicsWords(lessons: readonly Lesson[]): string {
  const topics = lessons.flatMap(({ topic }) => topic ?? []);
  return topics.length === 0 ? '' : `${topics.length} 次课有主题：${topics.join('、')}`;
}
