import { useEffect } from 'react';
import { MINUTE } from '../../../../domain/base/clock';
import { serverClock } from '../../../app/clock/server-clock';
import { lookAtRoll, rollOf } from '../../../features/roll/rolls';
import { lessonsOf, rollsToKeep, type TaughtSection } from './day';

/** A roll younger than this need not be fetched again. */
const FRESH_MS = 5 * MINUTE;

/** Fetches, one after the other, the rolls that may soon be needed where there is no signal. */
export function useKeptRolls(sections: readonly TaughtSection[] | undefined, shown: boolean): void {
  useEffect(() => {
    if (!sections || !shown) return undefined;
    let stopped = false;
    const fetchAll = async () => {
      const now = serverClock.now();
      for (const key of rollsToKeep(lessonsOf(sections), now)) {
        const { data, savedAt } = rollOf(key).store.getState();
        if (stopped) return;
        if (data && now - savedAt < FRESH_MS) continue;
        const answer = await lookAtRoll(key);
        if (!answer.ok && answer.code === 'OFFLINE') return;
      }
    };
    void fetchAll();
    return () => {
      stopped = true;
    };
  }, [sections, shown]);
}
