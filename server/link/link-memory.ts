import type { LinkTarget } from '../../domain/link/link';
import { read } from '../base/database';
import { remember } from '../base/remember';

/**
 * Instance memory: a token's target never changes. Only known tokens are remembered, because an unknown one may be
 * created at any time.
 */
const MOST = 2_000;
const known = new Map<string, LinkTarget>();

export async function targetOfToken(token: string): Promise<LinkTarget | undefined> {
  const there = known.get(token);
  if (there) return there;
  const target = (await read('links', token))?.target;
  if (target) remember(known, MOST, token, target);
  return target;
}
