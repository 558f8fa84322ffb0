import { useEffect } from 'react';
import { useStore } from 'zustand';
import { SECOND } from '../../../domain/base/clock';
import type { BatchCard } from '../../../domain/api';
import { isDecided } from '../../../domain/base/fate';
import { laterAtOf } from '../../../domain/line/admission';
import { entryDelay } from '../../../domain/base/pace';
import { call, type Called } from '../../app/call/call';
import { personStore } from '../../app/memory/forget';
import { serverClock } from '../../app/clock/server-clock';

/** How the waiting room (候场) of a batch received me. */
export interface Entry {
  /** The opening that was planned at that time. If it has been moved since, the app must enter again. */
  opensAt: number;
  asking: boolean;
  answer: Called<'line.enter'> | undefined;
}

const entries = personStore<Record<string, Entry>>(() => ({}));

/** What `line.enter` finds does not change by itself. So a failed try is repeated, and an answer is kept. */
const settled = (entry: Entry | undefined): boolean => {
  const answer = entry?.answer;
  return answer !== undefined && (answer.ok || isDecided(answer));
};

const knownOf = (entry: Entry | undefined, opensAt: number | undefined): Entry | undefined =>
  entry?.opensAt === opensAt ? entry : undefined;

async function enter(batchId: string, opensAt: number): Promise<void> {
  const known = knownOf(entries.getState()[batchId], opensAt);
  if (known?.asking || settled(known)) return;
  entries.setState({ [batchId]: { opensAt, asking: true, answer: known?.answer } });
  const answer = await call('line.enter', { batchId });
  entries.setState({ [batchId]: { opensAt, asking: false, answer } });
}

/** My tag on the posted board; `undefined` before the waiting room has let me in. */
export function myTag(batchId: string): string | undefined {
  const answer = entries.getState()[batchId]?.answer;
  return answer?.ok ? answer.data.tag : undefined;
}

/**
 * Forgets the answers. After the profile has changed the app must enter again.
 */
export const leaveWaitingRooms = (): void => entries.setState({}, true);

const RETRY_MS = 5 * SECOND;

const opensLater = (batch: BatchCard, entry: Entry | undefined): boolean =>
  entry?.answer?.ok === true && entry.answer.data.opensAt > batch.opensAt;

interface Room {
  entry: Entry | undefined;
  /** The batch as it opens for me. If first-timers go first, it may open later for me than for them. */
  batch: BatchCard | undefined;
}

/** Enters the waiting room of a batch once while it may still open for me, and again if a try brought no answer. */
export function useWaitingRoom(batch: BatchCard | undefined, now: number, shown: boolean): Room {
  const batchId = batch?.batchId ?? '';
  const opensAt = batch?.opensAt;
  const laterAt = batch ? (laterAtOf(batch) ?? batch.opensAt) : 0;
  const here = shown && now < laterAt;
  const entry = useStore(entries, all => knownOf(all[batchId], opensAt));
  useEffect(() => {
    if (!here || opensAt === undefined || entry?.asking || settled(entry)) return undefined;
    const delay = entry?.answer ? RETRY_MS * (0.5 + Math.random()) : entryDelay(opensAt - serverClock.now());
    const timer = setTimeout(() => void enter(batchId, opensAt), delay);
    return () => clearTimeout(timer);
  }, [batchId, opensAt, here, entry]);
  return { entry, batch: batch && opensLater(batch, entry) ? { ...batch, opensAt: laterAt } : batch };
}
