import { useState, type ReactNode } from 'react';
import { Button } from './button';

interface FirstFewProps<T> {
  of: T[];
  /** If there are more than these, a button shows the others. */
  first: number;
  /** What is counted: 行, 人, 次. */
  unit: string;
  testId: string;
  children: (one: T) => ReactNode;
}

/** The first few of a long list, and a button that shows all of it. */
export function FirstFew<T>({ of, first, unit, testId, children }: FirstFewProps<T>) {
  const [all, showAll] = useState(false);
  return (
    <>
      {(all ? of : of.slice(0, first)).map(children)}
      {!all && of.length > first && (
        <Button kind="plain" onTap={() => showAll(true)} testId={testId}>
          看全部 {of.length} {unit}
        </Button>
      )}
    </>
  );
}
