import QuickLRU from 'quick-lru';
import type { LinkTarget } from '../../domain/link/link';
import { read } from '../base/database';

/**
 * Instance memory: a token's target never changes. Only known tokens are remembered, because an unknown one may be
 * created at any time.
 */
const MOST = 2_000;
const known = new QuickLRU<string, LinkTarget>({ maxSize: MOST });

export async function targetOfToken(token: string): Promise<LinkTarget | undefined> {
  const there = known.get(token);
  if (there) return there;
  const target = (await read('links', token))?.target;
  if (target) known.set(token, target);
  return target;
}
