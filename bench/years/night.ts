import type { Erasure } from '../../domain/model';
import { MINUTE } from '../../domain/base/clock';
import type { Emulator } from '../../emulator/emulator';
import { costOf, type Cost } from './measure';
import { openidOfKind } from './people';

/** One night as the platform's timer begins it. */
export const nightOf = (emulator: Emulator): Promise<Cost> => costOf(emulator, () => emulator.fireTimer('nightly'));

/** An erasure from the tap to its end. The call does the first sweep, the timer of `tell` does the others. */
export async function erasureOf(emulator: Emulator): Promise<Cost> {
  return costOf(emulator, async () => {
    const begun = await emulator.call(
      'app',
      { endpoint: 'member.erase', input: { confirmed: '删除我的资料' } },
      openidOfKind('worker'),
    );
    if (!(begun as { ok: boolean }).ok) throw new Error(`The erasure was refused: ${JSON.stringify(begun)}`);
    // Each sweep is cut short after some seconds, and continues in the next minute.
    for (let minutes = 0; minutes < 60 && isUnderWay(emulator); minutes += 1) {
      emulator.setClock(emulator.now() - Date.now() + MINUTE);
      await emulator.fireTimer('tell');
    }
  });
}

const isUnderWay = (emulator: Emulator): boolean =>
  emulator.database.read<Erasure>('erasures').some(one => one.doneAt === null);
