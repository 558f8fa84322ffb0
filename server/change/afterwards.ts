import type { Outgoing, Section } from '../../domain/model';
import type { Effect } from '../../domain/change/change-effect';
import { linkClashes } from '../line/clash-links';
import { release } from '../line/reserve';
import { finish } from '../telling/tell-of-drop';

const AT_ONCE = 20;

/**
 * What follows an act that is done: holds go back, so that limits are free at once, and people are told. None of it may
 * make the act look undone: what fails here the timer, the next claim or the nightly check makes good.
 */
export async function afterwards(section: Section, effect: Effect, outgoing: Outgoing[]): Promise<void> {
  try {
    const { _id: sectionId, batchId } = section;
    const freed = effect.freed ?? [];
    for (let begin = 0; begin < freed.length; begin += AT_ONCE) {
      const some = freed.slice(begin, begin + AT_ONCE);
      await Promise.all(some.map(({ memberId, at }) => release(memberId, { sectionId, batchId, at })));
    }
    // Two lessons that are moved at once each see the other where it was before: the later of the two sees both here.
    if (effect.clashes) await linkClashes(batchId);
    for (const one of outgoing) await finish(one, Date.now());
  } catch (error) {
    console.warn(JSON.stringify({ level: 'warn', text: 'left for the timer', error: String(error) }));
  }
}
