import { DAY, MINUTE, startOfDay } from '../base/clock';
import type { ChangeKind } from '../change/change';
import type { Batch } from '../model';
import { phaseOf } from './phase';
import { refuse, type Refused } from '../base/refuse';

/**
 * The life of a published batch (期): scheduled → open → closed → archived, and the acts that each state allows. Two
 * more states follow from the clock: the last minute before the opening, when phones are lined up already, and the time
 * after the last lesson. A draft is a document of its own and has no such life.
 */
export const BATCH_LIVES = ['scheduled', 'lastMinute', 'open', 'closed', 'over', 'archived'] as const;
export type BatchLife = (typeof BATCH_LIVES)[number];

/** Everything staff can do to a batch as a whole or to a part of it. */
export type BatchAct = 'withdraw' | ChangeKind;

/** From one minute before the opening the waiting room is full, so what people were told there has to stay true. */
export const LAST_MINUTE_MS = MINUTE;

/** The state of a batch at `now`. */
export function lifeOf(batch: Pick<Batch, 'state' | 'opensAt' | 'closesAt' | 'lastLessonAt'>, now: number): BatchLife {
  if (batch.state === 'archived') return 'archived';
  switch (phaseOf(batch, now)) {
    case 'upcoming':
      return now < batch.opensAt - LAST_MINUTE_MS ? 'scheduled' : 'lastMinute';
    case 'open':
      return 'open';
    case 'closed':
      return now < startOfDay(batch.lastLessonAt) + DAY ? 'closed' : 'over';
  }
}

type Row = Record<BatchLife, true | string>;

const OVER = '这一期的课已经上完，不能再改';
const ARCHIVED = '这一期已经归档，只能查看';
const NO_LINE_YET = '还没有开放报名，队伍还是空的，开放以后才能调整名单';

/** Changes that are possible from the publishing until the last lesson. */
const WHILE_ALIVE: Row = {
  scheduled: true,
  lastMinute: true,
  open: true,
  closed: true,
  over: OVER,
  archived: ARCHIVED,
};
/** Changes of people in a line, possible while there is a line. */
const WHILE_IN_LINE: Row = {
  ...WHILE_ALIVE,
  scheduled: NO_LINE_YET,
  lastMinute: NO_LINE_YET,
};

/** One row per act, one column per state: `true`, or the sentence that says why not. */
const TABLE: Record<BatchAct, Row> = {
  withdraw: {
    scheduled: true,
    lastMinute: '离开放不到 1 分钟，不能再撤回',
    open: '这一期已经开放报名，不能撤回；要停办请逐班取消',
    closed: '这一期的报名已经结束，不能撤回；要停办请逐班取消',
    over: OVER,
    archived: ARCHIVED,
  },
  capacity: WHILE_ALIVE,
  waitlist: WHILE_ALIVE,
  place: WHILE_ALIVE,
  instructor: WHILE_ALIVE,
  bring: WHILE_ALIVE,
  openDoor: WHILE_ALIVE,
  // A log of the lessons is written when they are over.
  topic: { ...WHILE_ALIVE, over: true },
  moveLesson: WHILE_ALIVE,
  cancelLesson: WHILE_ALIVE,
  // The last lesson may be the one that was called off, so a lesson can still be added after it.
  addLesson: { ...WHILE_ALIVE, over: true },
  substitute: WHILE_ALIVE,
  cancelSection: WHILE_ALIVE,
  addPerson: WHILE_IN_LINE,
  movePerson: WHILE_IN_LINE,
  removePerson: WHILE_IN_LINE,
  closesAt: { ...WHILE_ALIVE, closed: '这一期的报名已经结束，不再延长；要补人请在班里加人' },
  archive: {
    scheduled: '这一期还没有开放报名，不要了请先撤回',
    lastMinute: '这一期马上开放报名，不能归档',
    open: '这一期正在报名，不能归档',
    closed: '这一期的课还没有上完，最后一节课的第二天起可以归档',
    over: true,
    archived: '这一期已经归档',
  },
};

/** May this act be done in this state? If not, CHANGE_NOT_NOW with the sentence that says why. */
export function mayChange(act: BatchAct, life: BatchLife): true | Refused<'CHANGE_NOT_NOW'> {
  const may = TABLE[act][life];
  return may === true ? true : refuse('CHANGE_NOT_NOW', { text: may });
}
