import { forgetAnswers } from '../../../app/memory/asked';
import { claims } from '../../../features/line/claims';
import { forgetAll } from '../../../app/memory/remembered';
import { leaveWaitingRooms } from '../../../features/line/waiting-room';

/** Makes the phone forget too: both what it kept for times without network and what pages still hold. */
export function forgetMine(): void {
  forgetAnswers();
  forgetAll();
  claims.setState({}, true);
  leaveWaitingRooms();
}
