import type { Outgoing, Section } from '../../domain/model';
import { keyOf } from '../../domain/line/entry';
import type { Effect } from '../../domain/change/change-effect';
import { linkClashes } from '../line/clash-links';
import { release } from '../line/reserve';
import { finish } from '../telling/tell-of-drop';

const AT_ONCE = 20;

/**
 * What follows after an act: holds are given back, so that limits are free at once, and people are told. A failure here
 * must not make the act look undone. The timer, the next claim or the nightly check makes it good.
 */
export async function afterwards(section: Section, effect: Effect, outgoing: Outgoing[]): Promise<void> {
  try {
    const { _id: sectionId, batchId } = section;
    const freed = effect.freed ?? [];
    for (let begin = 0; begin < freed.length; begin += AT_ONCE) {
      const some = freed.slice(begin, begin + AT_ONCE);
      await Promise.all(some.map(entry => release(keyOf(entry), { sectionId, batchId, at: entry.at })));
    }
    // If two lessons are moved at once, each act sees the other lesson where it was before. The later of the two sees
    // both here.
    if (effect.clashes) await linkClashes(batchId);
    for (const one of outgoing) await finish(one, Date.now());
  } catch (error) {
    console.warn(JSON.stringify({ level: 'warn', text: 'left for the timer', error: String(error) }));
  }
}
