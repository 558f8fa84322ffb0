import { SECOND } from '../../domain/base/clock';
import { isListed } from '../../domain/wish/due';
import { findOnly } from '../base/database';
import { isYoung } from '../base/is-young';
import { CARD_FIELDS, type Listed } from './cards';

/**
 * Instance memory: the wishes that everybody sees, without their voices, at most ten seconds old. So a crowd that looks
 * at them costs an instance one query in that time.
 */
const LIFETIME_MS = 10 * SECOND;
let memory: { readAt: number; wishes: Listed[] } | undefined;

/** Most voices first. */
export async function listedWishes(now: number): Promise<readonly Listed[]> {
  if (memory && isYoung(memory.readAt, now, LIFETIME_MS)) return memory.wishes;
  const open = await findOnly('wishes', { state: 'open' }, CARD_FIELDS, { orderBy: ['voiceCount', 'desc'] });
  memory = { readAt: now, wishes: open.filter(wish => isListed(wish, now)) };
  return memory.wishes;
}

/** Forgets what is known, so that somebody who has just changed it sees the change. */
export function forgetListed(): void {
  memory = undefined;
}
