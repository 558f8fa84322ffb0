import type { ReactNode } from 'react';
import type { EndpointName, Output } from '../../../domain/api';
import { CALM_MS, useServerNow } from '../clock/use-now';
import type { Question } from '../memory/asked';
import { useAsked } from '../memory/use-asked';
import { Shown } from './states';
import { useShown } from './use-shown';

interface AnsweredProps<N extends EndpointName> {
  to: Question<Output<N>, N>;
  children: (data: Output<N>, now: number) => ReactNode;
}

/** Asks one question each time the page is shown. Shows what the answer makes of the screen, or why there is none. */
export function Answered<N extends EndpointName>({ to: question, children }: AnsweredProps<N>) {
  const now = useServerNow(useShown(), CALM_MS);
  const asked = useAsked(question);
  return (
    <Shown asked={asked} now={now} again={() => void question.ask()}>
      {data => children(data, now)}
    </Shown>
  );
}
