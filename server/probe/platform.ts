import { randomUUID } from 'node:crypto';
import { getHeapStatistics } from 'node:v8';
import { cloud } from '../base/cloud';
import { callerOpenid } from '../base/identity';
import { msOf, range, thrownBy, type Observations } from './observe';

const instance = randomUUID();
const bornMs = Math.round(process.uptime() * 1_000);
const HOLD_MS = 400;
let running = 0;
let mostAtOnce = 0;

interface Pong {
  instance: string;
  mostAtOnce: number;
  source: string;
}

const sourceNow = () => String(cloud.getWXContext().SOURCE ?? '');

/** What this function answers when it calls itself. */
export async function pong(holdMs: number): Promise<Pong> {
  running += 1;
  mostAtOnce = Math.max(mostAtOnce, running);
  await new Promise(resolve => setTimeout(resolve, holdMs));
  running -= 1;
  return { instance, mostAtOnce, source: sourceNow() };
}

async function ping(holdMs: number): Promise<Pong> {
  const Message = JSON.stringify({ pong: holdMs });
  // It calls as the owner, because the person who runs the probe is no timer, and the origin of a call is passed on.
  const data = { Type: 'Timer', TriggerName: 'probe', Key: process.env['HG_OWNER_KEY'], Message };
  const { result } = (await cloud.callFunction({ name: 'probe', data })) as unknown as { result: { data?: Pong } };
  if (!result?.data) throw new Error(`no pong: ${JSON.stringify(result)}`);
  return result.data;
}

/**
 * Instances, cold and warm, and what the platform tells a function about itself. Of variables only the names are kept.
 */
export async function probePlatform(seen: Observations): Promise<void> {
  seen.set('ms.born', bornMs);
  seen.set('instance.node', Number(process.versions.node.split('.')[0]));
  seen.set('instance.timeZone', -new Date().getTimezoneOffset());
  seen.set('instance.heapMb', Math.round(getHeapStatistics().heap_size_limit / 1_048_576));
  seen.set('instance.variables', Object.keys(process.env).sort());
  seen.set('identity.openid', callerOpenid() === undefined ? 'none' : 'there');
  seen.set('identity.source', sourceNow());
  seen.set('identity.tcbSource', process.env['TCB_SOURCE'] ?? 'none');

  // This instance is busy with this very event, so the first ping needs another one.
  const cold = await msOf(() => ping(0));
  seen.set('ms.coldCall', Math.round(cold));
  const warm: number[] = [];
  for (const _time of range(20)) warm.push(await msOf(() => ping(0)));
  seen.times('warmCall', warm);
  const pongs = (await Promise.allSettled(range(8).map(() => ping(HOLD_MS)))).flatMap(one =>
    one.status === 'fulfilled' ? [one.value] : [],
  );
  seen.set('instance.forEight', new Set(pongs.map(one => one.instance)).size);
  seen.set('instance.oneEventAtATime', pongs.length > 0 && pongs.every(one => one.mostAtOnce === 1));
  seen.set('identity.sourceOfCalled', pongs[0]?.source ?? 'none');
  await seen.error('missingFunction', async () => {
    const thrown = await thrownBy(() => cloud.callFunction({ name: 'hg-not-there', data: {} }));
    if (thrown !== undefined) throw thrown;
  });
}
