import type { Index, Timer } from './wanted';

/** What is in the environment, as far as it concerns us. */
export interface FoundFunction {
  /** The platform's words: Active, Creating, Updating, CreateFailed, … */
  status: string;
  runtime: string;
  memory: number;
  timeout: number;
  timers: (Timer & { on: boolean })[];
  variables: Record<string, string>;
}

export interface FoundCollection {
  indexes: Index[];
  /** Whether clients may neither read nor write. */
  closed: boolean;
}

export interface Found {
  functions: Record<string, FoundFunction>;
  collections: Record<string, FoundCollection>;
}

export const NOTHING: Found = { functions: {}, collections: {} };

const BUSY = ['Creating', 'Updating', 'Publishing', 'Deleting'];
export const isBusy = (found: FoundFunction): boolean => BUSY.includes(found.status);
