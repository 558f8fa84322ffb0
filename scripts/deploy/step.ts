import type { Index, Timer } from './wanted';

export type Difference =
  | { kind: 'code' }
  | { kind: 'memory' | 'timeout'; is: number; wanted: number }
  | { kind: 'timer'; timer: Timer }
  | { kind: 'variable'; name: string };

export type Step =
  | { do: 'create-collection'; collection: string }
  | { do: 'close-rule'; collection: string }
  | { do: 'drop-index'; collection: string; index: string }
  | { do: 'create-index'; collection: string; index: Index }
  | { do: 'drop-timer'; function: string; timer: Timer }
  | { do: 'drop-function'; function: string }
  | { do: 'create-function'; function: string; timers: Timer[]; variables: Record<string, string> }
  | {
      do: 'update-function';
      function: string;
      differs: Difference[];
      timers: Timer[];
      /** All variables that it will have, because the platform replaces the whole set. */
      variables: Record<string, string>;
    };

export type FunctionStep = Extract<Step, { do: 'create-function' | 'update-function' }>;

export const isFunctionStep = (step: Step): step is FunctionStep =>
  step.do === 'create-function' || step.do === 'update-function';

/** What none of our steps can do, so that a person must do it. */
export type Need =
  | { need: 'variable'; name: string; functions: string[] }
  | { need: 'runtime'; function: string; is: string; wanted: string }
  | { need: 'remove-failed'; function: string }
  | { need: 'timer-on'; function: string; timer: string };
