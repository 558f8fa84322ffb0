import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { FirstFew } from './first-few';
import { GroupHead } from './heading';
import { Nothing } from './nothing';

interface ListGroupProps<T> {
  title: string;
  of: T[];
  /** What is counted at the end of the title's line: 个, 人. Without it nothing is. */
  unit?: string;
  /** If there are more than are listed. */
  count?: number;
  /** If there are more than these, a button shows the others. */
  first?: number;
  /** Of that button. */
  testId?: string;
  /** What can be done with the whole group. */
  act?: ReactNode;
  /** Stands there if there are none. Without it nothing does. */
  empty?: string;
  children: (one: T) => ReactNode;
}

/** Things of one kind in a card, with their title and their number over it. */
export function ListGroup<T>({
  title,
  of,
  unit,
  count = of.length,
  first = Infinity,
  testId = 'all',
  act,
  empty,
  children,
}: ListGroupProps<T>) {
  if (count === 0 && !empty) return null;
  return (
    <>
      <GroupHead aside={unit && `${count} ${unit}`} act={act}>
        {title}
      </GroupHead>
      {count === 0 ? (
        <Nothing>{empty}</Nothing>
      ) : (
        <View className="card num">
          <FirstFew of={of} first={first} unit={unit ?? ''} testId={testId}>
            {children}
          </FirstFew>
        </View>
      )}
    </>
  );
}
