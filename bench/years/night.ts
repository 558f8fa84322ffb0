import { MINUTE } from '../../domain/clock';
import type { Emulator } from '../../emulator/emulator';
import { costOf, type Cost } from './measure';
import { openidOfKind } from './people';

/** One night as the platform's timer begins it. */
export const nightOf = (emulator: Emulator): Promise<Cost> => costOf(emulator, () => emulator.fireTimer('nightly'));

/** An erasure from the tap to its end: the first sweep by the call, the others by the timer of `tell`. */
export async function erasureOf(emulator: Emulator): Promise<Cost> {
  return costOf(emulator, async () => {
    await emulator.call('member', { endpoint: 'member.erase', input: { confirmed: true } }, openidOfKind('worker'));
    for (let sweeps = 0; sweeps < 4; sweeps += 1) {
      emulator.setClock(emulator.now() - Date.now() + MINUTE);
      await emulator.fireTimer('tell');
    }
  });
}
