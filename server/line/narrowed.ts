import { _, findOnly } from '../base/database';

/**
 * Instance memory: accounts that WeChat takes for machines. They are learnt with the facts of a batch, so that a claim
 * asks nobody.
 */
let narrowed = new Map<string, number>();

export const isNarrowed = (memberId: string, now: number): boolean => now < (narrowed.get(memberId) ?? 0);

/** Learns all of them with one query and forgets those known before. */
export async function learnNarrowed(now: number): Promise<void> {
  const found = await findOnly('standings', { narrowUntil: _.gt(now) }, ['_id', 'narrowUntil']);
  narrowed = new Map(found.map(({ _id, narrowUntil }) => [_id, narrowUntil ?? 0] as [string, number]));
}
