import type { CallEvent } from '../../domain/api';

/** What became of one request, before anybody looks into the answer. */
export type Reply =
  | { kind: 'answer'; value: unknown }
  /** Turned away at the gate before the function ran. */
  | { kind: 'busy'; retryAfterMs: number }
  /** Nobody knows whether the function ran. */
  | { kind: 'timeout' }
  | { kind: 'offline' }
  /** The function is not there, or its code is not whole: nothing ran. `code` as the platform has it. */
  | { kind: 'missing'; code: string }
  /** The whole environment is stopped: nothing ran. */
  | { kind: 'stopped'; code: string }
  /** The function broke: it may have written before it did. */
  | { kind: 'fault' };

/** Sends one event to one cloud function. Never rejects. */
export type Transport = (fn: string, event: CallEvent, timeoutMs: number) => Promise<Reply>;
