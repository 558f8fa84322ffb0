import type { PropsWithChildren } from 'react';
import { Tap } from './tap';

interface PickProps {
  on: boolean;
  onChoose: () => void;
  testId: string;
}

/** One of several that are too long for a row of buttons. */
export function PickOne({ on, onChoose, children, testId }: PropsWithChildren<PickProps>) {
  return (
    <Tap selected={on} className={on ? 'pick pick--on' : 'pick'} onTap={onChoose} testId={testId}>
      {children}
    </Tap>
  );
}
