import { LONGEST_RETRY_MS, waitBefore } from '../../domain/rules/pace';
import { call } from '../api/call';
import { losePlace, mine } from '../state/places';

export type Dropped = { done: true } | { done: false; message: string };

const TRIES = 4;

/** Leaves a line and finds out whether it happened: leaving twice is leaving once, so no answer means asking again. */
export async function dropUntilKnown(sectionId: string, late = false): Promise<Dropped> {
  let message = '还没收到答复，请稍后再试';
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const answer = await call('line.drop', late ? { sectionId, late } : { sectionId });
    if (answer.ok) {
      losePlace(sectionId);
      void mine.ask();
      return { done: true };
    }
    message = answer.message;
    if (!['BUSY', 'TIMEOUT', 'OFFLINE'].includes(answer.code)) break;
    const asked = answer.code === 'BUSY' ? answer.details.retryAfterMs : 0;
    if (asked > LONGEST_RETRY_MS) break;
    await new Promise(resolve => setTimeout(resolve, asked + waitBefore(attempt)));
  }
  return { done: false, message };
}
