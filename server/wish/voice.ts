import { refuse } from '../../domain/base/refuse';
import { areSlots } from '../../domain/wish/slots';
import type { Run } from '../base/door';
import { join, withdraw } from './join';

/** 我也想学, or no longer. */
export const voice: Run<'wish.voice'> = async ({ input: { wishId, on, when, remind }, memberId, now }) => {
  if (!on) return withdraw(wishId, memberId);
  if (!areSlots(when)) return refuse('BAD_WISH', { fields: ['when'] });
  return join(wishId, memberId, { when, remind }, now);
};
