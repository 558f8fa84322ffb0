import type { Observed } from '../../domain/probe/compare';
import { db } from '../base/database';
import { failureOf } from '../base/failure';

/** The SDK's own types say that its promises may not be promises. */
export type Work = () => unknown;

/** What a probe has seen so far. The probe writes nowhere else, and nothing about anybody. */
export class Observations {
  readonly all: Record<string, Observed> = {};

  set(key: string, value: Observed): void {
    this.all[key] = value;
  }

  /** How `work` fails, or that it does not. */
  async error(name: string, work: Work): Promise<void> {
    const thrown = await thrownBy(work);
    this.set(`error.${name}.failure`, thrown === undefined ? 'none' : failureOf(thrown));
    this.set(`error.${name}.code`, thrown === undefined ? 'none' : numberOf(thrown));
    this.set(`error.${name}.text`, thrown === undefined ? 'none' : wordsOf(thrown));
  }

  /** The times of `work` in ms. */
  times(name: string, ms: readonly number[]): void {
    const sorted = [...ms].sort((a, b) => a - b);
    const at = (share: number) => Math.round((sorted[Math.floor((sorted.length - 1) * share)] ?? 0) * 10) / 10;
    this.set(`ms.${name}.n`, sorted.length);
    this.set(`ms.${name}.p50`, at(0.5));
    this.set(`ms.${name}.p95`, at(0.95));
  }
}

export async function thrownBy(work: Work): Promise<unknown> {
  try {
    await work();
    return undefined;
  } catch (error) {
    return error ?? new Error('undefined was thrown');
  }
}

/** The SDK throws Errors with `errCode`, but a commit throws one with a `code` in words. */
export const numberOf = (thrown: unknown): string => {
  const { errCode, code } = thrown as { errCode?: unknown; code?: unknown };
  return String(errCode ?? code ?? 'none');
};

/** The message without the parts that differ each time: ids, and where to ask for help. */
const wordsOf = (thrown: unknown): string => {
  const { errMsg, message } = thrown as { errMsg?: unknown; message?: unknown };
  return String(message ?? errMsg ?? thrown)
    .replace(/https?:\/\/\S+/g, '…')
    .replace(/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\b[0-9a-f]{24,}\b/g, '…')
    .slice(0, 300);
};

/** The probe's own collection. The probe creates and empties it, and the command that started the probe removes it. */
export const PROBE_COLLECTION = 'hg_probe';
export const things = () => db.collection(PROBE_COLLECTION);

export async function empty(): Promise<void> {
  for (;;) {
    const { data } = (await things().limit(1_000).field({ _id: true }).get()) as { data: { _id: string }[] };
    if (data.length === 0) return;
    await inLots(data, 50, one => things().doc(one._id).remove());
  }
}

/** Works through `all`, with `lot` of them at once. */
export async function inLots<T>(all: readonly T[], lot: number, work: (one: T) => unknown): Promise<void> {
  for (let begin = 0; begin < all.length; begin += lot) await Promise.all(all.slice(begin, begin + lot).map(work));
}

export const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

export async function msOf(work: Work): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
