import { MINUTE, SECOND } from '../base/clock';
import type { Section } from '../model';
import { rememberFull, receiptOf, type Fillable, type FullReceipt } from './full-memory';
import { countOf, type SectionCount } from './place';
import { isRush, type IntakeWindow } from '../batch/phase';

/**
 * The posted board (公示榜) says which sections have places left and which are full. Twice a second around the stroke it
 * is written as a plain file into the cloud's storage. Tens of thousands can look at it without running a function. The
 * calls that an environment can take are then left to people who may still get a place.
 *
 * It never decides order. A crowd that is far too large for the gate is given a pace by it (`crowd-pace.ts`), where the
 * environment asks for one. It may say FULL for the same reason as the full-line memory (`full-memory.ts`): a place that
 * comes back opens to newcomers only REOPEN_MS = 5 s or more after it was given back. So a line that was full at
 * `readAt` takes no newcomer for 5 s. A phone believes the board for POSTED_TRUST_MS. The age counts on the server's
 * clock from before the read, and the phone adds its own uncertainty about that clock. Half of the 5 s is left for
 * clocks that differ. If a cache kept the file for long, it is only useless, never wrong.
 */
export const POST_EVERY_MS = SECOND / 2;
export const POSTED_TRUST_MS = 2.5 * SECOND;
/** The board is posted from a minute before the stroke until three minutes after it. */
const BEFORE_MS = MINUTE;
const AFTER_MS = 3 * MINUTE;

/** A full line as posted: the facts for the receipt, and the tags of the people in it. */
export interface PostedLine {
  opensAt: number;
  lastSeatAt: number | null;
  lastWaitAt: number | null;
  tags: string[];
}

export interface PostedBoard {
  batchId: string;
  /** The server's clock before the lines were read. */
  readAt: number;
  counts: SectionCount[];
  full: Record<string, PostedLine>;
  /** With what chance a second a phone may send its first claim (`crowd-pace.ts`); absent = at once. */
  pace?: number;
}

/**
 * The length of the digest that stands for a person in a posted line (`server/line/board-tag.ts`). The digest names
 * nobody. Each phone is told its own person's tag, so it does not tell somebody who stands in the line that it is full.
 * Of 35,000 people one finds their tag in a line of 30 that they are not in, and asks the server for the answer. A longer
 * digest would be most of the file: a crowd reads it once a second.
 */
export const TAG_LENGTH = 5;

/** The file of a batch, in the environment's storage. */
export const postedPath = (batchId: string): string => `board/${batchId}.json`;

export const isPosting = (window: IntakeWindow, now: number): boolean => isRush(window, now, BEFORE_MS, AFTER_MS);

/** The fields of a section that its part of the board is made of. Nothing else of it is read. */
export const POSTED_FIELDS = [
  '_id',
  'opensAt',
  'cancelledAt',
  'capacity',
  'waitlistLimit',
  'line',
  'lineCount',
] as const;
type Posted = Fillable & Pick<Section, '_id' | 'cancelledAt'>;

/**
 * @param sections all sections of a batch, read after `readAt`.
 * @param tagOf gives the tag that stands for a member. Tags are sorted, so they tell nothing of the order of the line.
 * @param pace of the crowd (`crowd-pace.ts`), if it has one.
 */
export function postBoard(
  batchId: string,
  sections: readonly Posted[],
  readAt: number,
  tagOf: (memberId: string) => string,
  pace?: number,
): PostedBoard {
  const full: PostedBoard['full'] = {};
  for (const section of sections) {
    const line = rememberFull(section, readAt);
    if (!line || readAt < section.opensAt || section.cancelledAt !== undefined) continue;
    const { opensAt, lastSeatAt, lastWaitAt, memberIds } = line;
    full[section._id] = { opensAt, lastSeatAt, lastWaitAt, tags: [...memberIds].map(tagOf).sort() };
  }
  return {
    batchId,
    readAt,
    counts: sections.map(countOf),
    full,
    ...(pace === undefined ? {} : { pace: Number(pace.toPrecision(3)) }),
  };
}

/** What a phone knows about itself. All instants are on the server's clock. */
export interface PostedReader {
  tag: string;
  now: number;
  /** How far off `now` may be, in ms. */
  errorMs: number;
  /** When the phone's last call for this line ended. A board read before then may not show what that call did. */
  calledAt: number | undefined;
}

/** Is it young enough to be believed? */
export const isBelieved = (board: Pick<PostedBoard, 'readAt'>, now: number, errorMs: number): boolean =>
  now - board.readAt >= -errorMs && now + errorMs - board.readAt < POSTED_TRUST_MS;

/**
 * The receipt of somebody who finds the line full on the board. `undefined` = the board does not say, so the server has
 * to be asked.
 */
export function postedFull(board: PostedBoard, sectionId: string, reader: PostedReader): FullReceipt | undefined {
  const { tag, now, errorMs, calledAt } = reader;
  const line = board.full[sectionId];
  if (!line || !isBelieved(board, now, errorMs) || line.tags.includes(tag)) return undefined;
  if (calledAt !== undefined && board.readAt < calledAt + errorMs) return undefined;
  return { ...receiptOf({ ...line, readAt: board.readAt, memberIds: new Set() }, sectionId, now), byBoard: true };
}
