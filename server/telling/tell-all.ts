import { SECOND } from '../../domain/base/clock';
import { HOLD_TTL_MS } from '../../domain/line/hold';
import { apart } from '../base/apart';
import { _, find } from '../base/database';
import { finish } from './tell-of-drop';
import { remindOpening } from './remind-opening';
import { remindTomorrow } from './remind-tomorrow';
import { ringAll } from './ring-all';
import { templates } from './templates';
import { tellOfRoom } from './tell-of-room';
import { tellOpened } from '../wish/tell-opened';

/** Shorter than the function's time-out of 60 s. The next minute does what is left. */
const PATIENCE_MS = 45 * SECOND;
/** The part of it spent on writing reminders into inboxes, so that phones ring in the same minute. */
const WRITING_MS = 20 * SECOND;
/** The platform's limit for a `get`. */
const MOST = 1_000;

interface ToldAll {
  finished: number;
  /** The number of people who were told that a batch opens soon. */
  opening: number;
  /** The number of classes whose people were told that they have a lesson tomorrow. */
  tomorrow: number;
  /** The number of people who were told that a class they wished for is published. */
  wishes: number;
  /** The number of people who were told that a full class takes newcomers again. */
  room: number;
  rung: number;
}

/**
 * Runs every minute: tells what a call that died left untold, reminds, and sends the subscription messages that are
 * due. It may run twice at once, and beside calls, because notices have deterministic ids and each message is claimed
 * before it is sent.
 */
export async function tellAll(startedAt: number): Promise<ToldAll> {
  // Until then, a call may still be about to leave a line or to tell. Afterwards it never will.
  const left = await find('outbox', { doneAt: null, createdAt: _.lt(startedAt - HOLD_TTL_MS) }, { limit: MOST });
  for (const outgoing of left) await apart(outgoing._id, () => finish(outgoing, startedAt));

  const tomorrow = await apart('tomorrow', () => remindTomorrow(startedAt, startedAt + WRITING_MS));
  const opening = await apart('opening', () =>
    remindOpening(startedAt, startedAt + WRITING_MS, templates().opening !== undefined),
  );
  const wishes = await apart('wishes', () => tellOpened(startedAt));
  const room = await apart('room', () => tellOfRoom(startedAt + WRITING_MS));
  const rung = await ringAll(startedAt, startedAt + PATIENCE_MS);
  return {
    finished: left.length,
    opening: opening ?? 0,
    tomorrow: tomorrow ?? 0,
    wishes: wishes ?? 0,
    room: room ?? 0,
    rung,
  };
}
