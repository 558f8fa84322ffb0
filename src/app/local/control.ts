import Taro from '@tarojs/taro';

/** The local routes of `npm start` (scripts/start). They are no part of the product. */
export interface CrowdProgress {
  state: 'idle' | 'preparing' | 'waiting' | 'running' | 'checking' | 'done' | 'failed';
  people: number;
  prepared: number;
  count: {
    sent: number;
    answered: number;
    byKind: { SEATED: number; WAITING: number; FULL: number; BUSY: number; OTHER: number };
    perSecond: number;
    elapsedMs: number;
  };
  opensAt: number;
  verdict: {
    seated: number;
    capacity: number;
    waiting: number;
    oversold: number;
    duplicates: number;
    unanswered: number;
    mistold: number;
    undersold: number;
  } | null;
  error: string | null;
}

type Said<T> = T | { error: string };

const isError = (value: unknown): value is { error: string } =>
  typeof value === 'object' && value !== null && typeof (value as { error?: unknown }).error === 'string';

async function ask<T>(method: 'GET' | 'POST', path: string, data?: object): Promise<Said<T>> {
  try {
    const reply = await Taro.request<unknown>({
      url: path,
      method,
      ...(data ? { data, header: { 'content-type': 'application/json' } } : {}),
    });
    if (reply.statusCode === 200 && reply.data) return reply.data as Said<T>;
    return { error: (reply.data as { message?: string } | null)?.message ?? `本地服务回答 ${reply.statusCode}` };
  } catch {
    return { error: '本地服务没有回答' };
  }
}

export const local = {
  crowd: () => ask<CrowdProgress>('GET', '/local/crowd'),
  letLoose: (batchId: string, people: number) => ask<CrowdProgress>('POST', '/local/crowd', { batchId, people }),
  reopen: (batchId: string, inSeconds: number) =>
    ask<{ opensAt: number }>('POST', '/local/reopen', { batchId, inSeconds }),
  isError,
};
