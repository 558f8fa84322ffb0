import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { SECOND } from '../../domain/clock';
import { entryDelay } from '../../domain/rules/pace';
import { call, type Called } from '../api/call';
import { serverClock } from '../api/server-clock';

/** How the waiting room (候场) of a batch received me. */
export interface Entry {
  asking: boolean;
  answer: Called<'line.enter'> | undefined;
}

const entries = createStore<Record<string, Entry>>(() => ({}));

/** What `line.enter` finds does not change by itself: a failed try is repeated, an answer is kept. */
const settled = (entry: Entry | undefined): boolean => {
  const answer = entry?.answer;
  return !!answer && (answer.ok || !['OFFLINE', 'TIMEOUT', 'BUSY', 'FAULT'].includes(answer.code));
};

async function enter(batchId: string): Promise<void> {
  const known = entries.getState()[batchId];
  if (known?.asking || settled(known)) return;
  entries.setState({ [batchId]: { asking: true, answer: known?.answer } });
  const answer = await call('line.enter', { batchId });
  entries.setState({ [batchId]: { asking: false, answer } });
}

/** What stands for me on the posted board; `undefined` before the waiting room has let me in. */
export function myTag(batchId: string): string | undefined {
  const answer = entries.getState()[batchId]?.answer;
  return answer?.ok ? answer.data.tag : undefined;
}

/** After the profile has changed, or somebody else uses the phone, the room must look again. */
export const leaveWaitingRooms = (): void => entries.setState({}, true);

const RETRY_MS = 5 * SECOND;

/** Enters the waiting room of a batch once while `here`, and again after a try that brought no answer. */
export function useWaitingRoom(batchId: string, opensAt: number | undefined, here: boolean): Entry | undefined {
  const entry = useStore(entries, all => all[batchId]);
  useEffect(() => {
    if (!here || !batchId || opensAt === undefined || entry?.asking || settled(entry)) return undefined;
    const delay = entry?.answer ? RETRY_MS * (0.5 + Math.random()) : entryDelay(opensAt - serverClock.now());
    const timer = setTimeout(() => void enter(batchId), delay);
    return () => clearTimeout(timer);
  }, [batchId, opensAt, here, entry]);
  return entry;
}
