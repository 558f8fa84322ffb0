import { about } from '../about';
import { _, updateWhere } from '../../base/database';

/** Pulls the person's voice out of every wish. A wish that they proposed keeps its title and loses what they wrote to staff. */
export async function forgetInWishes(memberId: string, alias: string): Promise<void> {
  for (const { _id, by } of await about('wishes', memberId)) {
    await updateWhere(
      'wishes',
      { _id, 'voices.memberId': memberId },
      { voices: _.pull({ memberId }), voiceCount: _.inc(-1) },
    );
    if (by === memberId) await updateWhere('wishes', { _id, by: memberId }, { by: alias, why: '' });
  }
}
