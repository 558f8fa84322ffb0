import type { CallEvent } from '../../../domain/api';

/** What became of one request, before the answer is read. */
export type Reply =
  | { kind: 'answer'; value: unknown }
  /** Refused at the gate before the function ran. */
  | { kind: 'busy'; retryAfterMs: number }
  /** Nobody knows whether the function ran. */
  | { kind: 'timeout' }
  | { kind: 'offline' }
  /** The function is missing, or its code is not complete, so nothing ran. `code` is the platform's. */
  | { kind: 'missing'; code: string }
  /** The whole environment is stopped: nothing ran. */
  | { kind: 'stopped'; code: string }
  /** The function broke; it may have written before that. */
  | { kind: 'fault' };

/** Sends one event to one cloud function. Never rejects. */
export type Transport = (fn: string, event: CallEvent, timeoutMs: number) => Promise<Reply>;
