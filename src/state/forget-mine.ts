import { attendance } from './attendance';
import { me, messages, notices } from './member';
import { mine } from './places';
import { forgetAll } from './remembered';
import { leaveWaitingRooms } from './waiting-room';

/** The phone forgets too: what it kept for times without network, and what pages still hold. */
export function forgetMine(): void {
  for (const one of [me, messages, notices, mine, attendance]) one.put(() => undefined);
  forgetAll();
  leaveWaitingRooms();
}
