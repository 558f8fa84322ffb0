import { Text, View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import { Tap } from './tap';
import './table.scss';

/** The widths that a column may have on a desk. On a phone the row is a card, and its cells share the width. */
export type CellWidth = 'meter' | 'wide' | 'when' | 'bars';

const cellClass = (width?: CellWidth) => `table__cell num ${width ? `table__cell--${width}` : ''}`.trim();

interface TableProps {
  /** The names of the columns; the first one is that of the row. A pair adds the width. */
  head: (string | readonly [name: string, width: CellWidth])[];
  className?: string;
  testId?: string;
}

/** A table on a desk; on a phone each row is a small card whose cells say what they are. */
export function Table({ head: [name, ...columns], className = '', children, testId }: PropsWithChildren<TableProps>) {
  return (
    <View className={`table ${className}`.trim()} {...(testId ? { 'data-testid': testId } : {})}>
      <View className="table__row table__row--head cap t3">
        <View className="table__name">{name}</View>
        {columns.map(column => {
          const [word, width] = typeof column === 'string' ? [column] : column;
          return (
            <View key={word} className={cellClass(width)}>
              {word}
            </View>
          );
        })}
      </View>
      {children}
    </View>
  );
}

interface RowProps {
  /** What the row is about. */
  name: ReactNode;
  /** Drawn before the name. */
  mark?: ReactNode;
  /** Stands after the name. */
  chip?: ReactNode;
  /** With it the row can be pressed. */
  onTap?: () => void;
  role?: 'link' | 'button';
  label?: string;
  selected?: boolean;
  className?: string;
  testId?: string;
}

export function TableRow({
  name,
  mark,
  chip,
  onTap,
  role,
  label,
  selected,
  className = '',
  children,
  testId,
}: PropsWithChildren<RowProps>) {
  const shown = `table__row ${className}`.trim();
  const within = (
    <>
      <View className="table__name">
        {mark}
        <View className="grow">{name}</View>
        {chip}
      </View>
      {children}
    </>
  );
  if (!onTap)
    return (
      <View className={shown} {...(testId ? { 'data-testid': testId } : {})}>
        {within}
      </View>
    );
  return (
    <Tap
      className={`${shown} table__row--tap`}
      onTap={onTap}
      {...(role ? { role } : {})}
      {...(label ? { label } : {})}
      {...(selected === undefined ? {} : { selected })}
      {...(testId ? { testId } : {})}
    >
      {within}
    </Tap>
  );
}

interface CellProps {
  /** The column's name, which a phone shows before the value, and a screen reader says. */
  word?: string;
  width?: CellWidth;
}

/** One value. Zero is said as 无, in grey. */
export function Cell({ word, width, children }: PropsWithChildren<CellProps>) {
  return (
    <View className={cellClass(width)}>
      {word && <Text className="table__word t3">{word} </Text>}
      {children === 0 ? <Text className="t3">无</Text> : children}
    </View>
  );
}
