import type { FullReceipt } from '../../../domain/api';
import {
  isBelieved,
  isPosting,
  postedFull,
  postedPath,
  POST_EVERY_MS,
  type PostedBoard,
} from '../../../domain/line/posted-board';
import { readFile } from '../../app/files/read-file';
import { serverClock } from '../../app/clock/server-clock';
import { batchOf } from '../../app/known/catalog';
import { myTag } from './waiting-room';

/** The posted board (公示榜), as far as this phone has seen it. */
const seen = new Map<string, PostedBoard>();

const isBoard = (value: unknown, batchId: string): value is PostedBoard => {
  const board = (value ?? {}) as Partial<PostedBoard>;
  return board.batchId === batchId && typeof board.readAt === 'number' && Array.isArray(board.counts) && !!board.full;
};

/** Reads the board. `undefined` if there is none, or if it is too old to be believed. */
export async function lookAtPosted(batchId: string): Promise<PostedBoard | undefined> {
  const window = batchOf(batchId).store.getState().data?.batch;
  const now = serverClock.now();
  if (!window || !isPosting(window, now)) return undefined;
  const file = await readFile(postedPath(batchId), Math.floor(now / POST_EVERY_MS));
  const known = seen.get(batchId);
  // A cache on the way may return an older board.
  if (isBoard(file, batchId) && (!known || file.readAt > known.readAt)) seen.set(batchId, file);
  return believed(batchId);
}

function believed(batchId: string): PostedBoard | undefined {
  const board = seen.get(batchId);
  const errorMs = serverClock.errorMs();
  if (!board || errorMs === undefined) return undefined;
  return isBelieved(board, serverClock.now(), errorMs) ? board : undefined;
}

/** With what chance a second my first claim may be sent; `undefined` = at once (`domain/line/crowd-pace.ts`). */
export const paceOnBoard = (batchId: string): number | undefined => believed(batchId)?.pace;

/**
 * The receipt, if the last board that this phone has seen says that the line is full and I am not in it.
 *
 * @param calledAt when my last call for this line had ended, by the server's clock.
 */
export function fullOnBoard(batchId: string, sectionId: string, calledAt?: number): FullReceipt | undefined {
  const board = believed(batchId);
  const tag = myTag(batchId);
  const errorMs = serverClock.errorMs();
  if (!board || tag === undefined || errorMs === undefined) return undefined;
  return postedFull(board, sectionId, { tag, now: serverClock.now(), errorMs, calledAt });
}
