import { useEffect, useState } from 'react';
import { onStep, pushStep } from './history';
import { useParameters } from './use-parameters';

/**
 * The current step of a page that has steps, from 0. In a browser the step is in the address, and Back goes to the
 * one before.
 */
export function useStep(count: number): [number, (step: number) => void] {
  const params = useParameters('draft');
  const [step, setStep] = useState(() => stepIn(params, count));
  useEffect(() => onStep(values => setStep(stepIn(values, count))), [count]);
  const go = (next: number) => {
    if (next === step) return;
    setStep(next);
    pushStep('step', String(next));
  };
  return [step, go];
}

function stepIn({ step = '0' }: { step?: string | undefined }, count: number): number {
  const number = Number(step);
  return Number.isInteger(number) && number >= 0 && number < count ? number : 0;
}
