import { DAY, dayKey } from '../../domain/base/clock';
import { isRefused } from '../../domain/base/refuse';
import { MOST_DAYS } from '../../domain/report/span';
import { lookAt } from './look';
import { makeSums } from './make-sums';

/** The most in one night: so often as much as one call may make. */
const ROUNDS = 5;

/**
 * Makes the sums of the last year that nobody has asked for, because tallies and names go in time. A failure is logged
 * and costs the night nothing else.
 */
export async function makeSumsAtNight(now: number): Promise<void> {
  try {
    const span = { from: dayKey(now - (MOST_DAYS - 2) * DAY), to: dayKey(now) };
    for (let round = 0; round < ROUNDS; round += 1) {
      const look = await lookAt(span, now);
      if (isRefused(look) || look.due.length === 0) return;
      await makeSums(look.due, now);
    }
  } catch (error) {
    console.error(JSON.stringify({ level: 'error', text: 'sums not made', error: String(error) }));
  }
}
