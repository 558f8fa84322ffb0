import { laterAtOf } from '../../domain/line/admission';
import { paceOf, type Crowd } from '../../domain/line/crowd-pace';
import type { Batch } from '../../domain/model';
import { isPosting, POST_EVERY_MS, postBoard, POSTED_FIELDS, postedPath } from '../../domain/line/posted-board';
import { boardTag } from './board-tag';
import { countSettled } from './count-settled';
import { gateCallsPerSecond } from './gate';
import { findOnly } from '../base/database';
import { putFile } from '../base/files';

type TagOf = (memberId: string) => string;

/** Works out each person's tag once, because nearly everybody on a board was on the last one, half a second ago. */
function tagsOf(batch: Batch): TagOf {
  const known = new Map<string, string>();
  return memberId => {
    const tag = known.get(memberId) ?? boardTag(batch, memberId);
    known.set(memberId, tag);
    return tag;
  };
}

/**
 * The crowd to pace, if the environment says what its gate takes. It is counted once a run. Nobody is held back if it
 * could not be counted, nor during a head start, when only some of the people may come.
 */
async function crowdOf(batch: Batch): Promise<Crowd | undefined> {
  const callsPerSecond = gateCallsPerSecond();
  if (callsPerSecond === undefined || laterAtOf(batch) !== undefined) return undefined;
  const people = await countSettled(batch._id).catch(() => 0);
  return { people, callsPerSecond };
}

/** Reads the lines of a batch and posts which are full. One operation. */
async function post({ _id: batchId }: Batch, tagOf: TagOf, crowd: Crowd | undefined): Promise<void> {
  const readAt = Date.now();
  const sections = await findOnly('sections', { batchId }, POSTED_FIELDS);
  sections.sort((a, b) => (a._id < b._id ? -1 : 1));
  const pace = crowd && paceOf(crowd, sections, readAt);
  await putFile(postedPath(batchId), JSON.stringify(postBoard(batchId, sections, readAt, tagOf, pace)));
}

/**
 * Keeps the board of each batch up to date until `end`, as long as it is to be posted. Returns how often it was
 * written.
 */
export async function keepPosting(batches: readonly Batch[], end: number): Promise<number> {
  const begunAt = Date.now();
  const boards = await Promise.all(
    batches.map(async batch => {
      // Before the first writing, because a board without a pace would send a waiting crowd off at once.
      const crowd = isPosting(batch, begunAt) || isPosting(batch, end) ? await crowdOf(batch) : undefined;
      return { batch, tagOf: tagsOf(batch), crowd };
    }),
  );
  let posts = 0;
  for (;;) {
    const now = Date.now();
    const posting = boards.filter(({ batch }) => isPosting(batch, now));
    for (const { batch, tagOf, crowd } of posting) {
      // A board that could not be written grows old and is then no longer trusted. The next one is written in half a
      // second.
      await post(batch, tagOf, crowd).then(
        () => (posts += 1),
        (error: unknown) =>
          console.error(JSON.stringify({ level: 'warn', text: 'board not posted', error: String(error) })),
      );
    }
    const next = (Math.floor(Date.now() / POST_EVERY_MS) + 1) * POST_EVERY_MS;
    const more = batches.some(batch => isPosting(batch, next) || (next < batch.opensAt && isPosting(batch, end)));
    if (!more || next >= end) return posts;
    await new Promise(resolve => setTimeout(resolve, next - Date.now()));
  }
}
