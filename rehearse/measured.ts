import type { ProbeReport } from '../domain/probe/compare';
import type { Profile } from './profile';

export interface Measured {
  profile: Profile;
  /** The assumptions that were replaced by measured figures, a sentence each. */
  replaced: string[];
}

/**
 * A plan with the figures of a real environment (`npm run probe`) instead of assumptions. Assumptions stay if a probe
 * cannot measure them: how many calls an environment lets in, how fast instances grow, its connections, its quota of
 * operations. Throws an Error with one sentence if the report lacks the figures.
 */
export function withMeasured(plan: Profile, { where, observations }: ProbeReport): Measured {
  const ms = (key: string): number => {
    const value = observations[`ms.${key}`];
    if (typeof value !== 'number' || !(value > 0)) throw new Error(`报告里没有量到 ms.${key}，请再量一次。`);
    return value;
  };
  const round = (value: number) => Math.round(value * 10) / 10;
  // A claim that passes consists of a read and two guarded updates.
  const latencyMs = round((ms('read.p50') + 2 * ms('update.p50')) / 3);
  const hotWriteMs = round(ms('hotUpdate.p50'));
  const functionMs = round(ms('warmCall.p50'));
  const coldStartMs = Math.max(1, round(ms('coldCall') - ms('warmCall.p50')));
  const returns = observations['returning.known'] !== false;
  const said = (what: string, is: number, was: number) => `${what} ${is} 毫秒（原来假定 ${was}）`;
  return {
    profile: {
      ...plan,
      label: `${plan.label}，快慢按 ${where} 的实测`,
      functionMs,
      instances: { ...plan.instances, coldStartMs },
      database: { ...plan.database, latencyMs, hotWriteMs, returns },
    },
    replaced: [
      said('一次数据库操作', latencyMs, plan.database.latencyMs),
      said('抢同一个班时每次写', hotWriteMs, plan.database.hotWriteMs),
      said('新起一个实例', coldStartMs, plan.instances.coldStartMs),
      said('一次调用来回', functionMs, plan.functionMs),
      ...(returns ? [] : ['抢到名额的人每人三次数据库操作（原来假定两次）']),
    ],
  };
}
