import { isRefused } from '../../../domain/rules/refuse';
import type { Run } from '../../door';
import { begin } from '../../erase/begin';
import { sweep } from '../../erase/go-on';

/** Begins an erasure and sweeps once at once, so that whoever waits moves up now; the timer of `tell` does what is left. */
export const erase: Run<'member.erase'> = async ({ memberId, now }) => {
  const erasure = await begin(memberId, now);
  if (isRefused(erasure)) return erasure;
  await sweep(erasure);
  return { startedAt: erasure.startedAt };
};
