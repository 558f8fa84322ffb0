import { PROFILES } from './profile';
import type { Rehearsal } from './rehearsal';
import { rehearse, warmFor, type OnSecond } from './rehearse';
import { sheetOf } from './sheet';
import { summaryOf, type Summary } from './summary';

/**
 * If more than this share of the calls that were let in is turned away for lack of an instance, a larger warm-up is
 * worth trying.
 */
const TOO_MANY_TURNED = 0.05;

type Attempt = (rehearsal: Rehearsal) => { summary: Summary; go: boolean };

/**
 * Finds out what would help by trying it: the same crowd again with a board, with warm instances, with a larger plan.
 * `onSecond` as in `rehearse`.
 */
export function advise(rehearsal: Rehearsal, summary: Summary, onSecond?: OnSecond): string[] {
  const attempt: Attempt = tried => {
    const found = summaryOf(rehearse(tried, onSecond));
    return { summary: found, go: sheetOf(found).go };
  };
  const advice: string[] = [];
  const { go } = sheetOf(summary);
  const better = { ...rehearsal };

  const warm = warmFor(rehearsal.people, rehearsal.profile);
  if (rehearsal.warm < warm) {
    better.warm = warm;
    const effect = attempt(better).go && !go ? '，预热后可以放号' : '';
    advice.push(`放号前把云函数实例预热到 ${warm} 个（现在 ${rehearsal.warm} 个）${effect}`);
  } else if (rehearsal.warm > 0) advice.push(`放号前 3 分钟会自动预热 ${rehearsal.warm} 个云函数实例，不用人工操作`);

  if (!rehearsal.posted) {
    better.posted = true;
    const effect = attempt(better).go && !go ? '，挂出后可以放号' : '';
    advice.push(`放号时挂出公示榜，让没有名额的人不再占用云函数${effect}`);
  }

  if (rehearsal.pacing === 'eager') {
    better.pacing = 'product';
    const effect = attempt(better).go && !go ? '，这样可以放号' : '';
    advice.push(`手机端被挡回后要按间隔重试，不能一直重试${effect}`);
  }

  const letIn = summary.calls.claim + summary.calls.board + summary.calls.place - summary.turned.gate;
  if (rehearsal.warm >= warm && summary.turned.instances > letIn * TOO_MANY_TURNED) {
    const enough = enoughWarm(rehearsal, attempt);
    if (enough !== undefined)
      advice.push(`预热到 ${enough} 个实例，开头几秒会更顺（这次有 ${summary.turned.instances} 次调用没等到实例）`);
  }

  const changed =
    better.warm !== rehearsal.warm || better.posted !== rehearsal.posted || better.pacing !== rehearsal.pacing;
  if (!go && !(changed && attempt(better).go)) {
    const larger = Object.values(PROFILES).find(
      profile =>
        profile.callsPerSecond > rehearsal.profile.callsPerSecond &&
        attempt({ ...better, profile, warm: warmFor(rehearsal.people, profile) }).go,
    );
    advice.push(
      larger
        ? `换成${larger.label}（每秒 ${larger.callsPerSecond.toLocaleString('en-US')} 次调用，${larger.database.connections} 个数据库连接）后可以放号`
        : '更大的套餐也不够：请把这一期分成几批，错开时间放号',
    );
  }
  return advice;
}

/** The smallest doubling of the warm-up that turns hardly anybody away; undefined if none does. */
function enoughWarm(rehearsal: Rehearsal, attempt: Attempt): number | undefined {
  const { most } = rehearsal.profile.instances;
  for (let warm = rehearsal.warm; warm < most;) {
    warm = Math.min(most, warm * 2);
    const { calls, turned } = attempt({ ...rehearsal, warm }).summary;
    if (turned.instances <= (calls.claim + calls.board + calls.place - turned.gate) * TOO_MANY_TURNED) return warm;
  }
  return undefined;
}
