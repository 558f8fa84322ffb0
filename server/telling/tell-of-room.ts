import { inLine, roomNotices, takesNewcomers, takesNobody, TELL_AFTER_MS } from '../../domain/telling/class-follow';
import type { ClassFollow } from '../../domain/telling/class-follow';
import type { Section } from '../../domain/model';
import { apart } from '../base/apart';
import { _, findEvery, read, remove } from '../base/database';
import { addNotices } from './add-notices';
import { beginTelling, endTelling, removeFollowers, removeIfEmpty } from './class-follows';

type Followed = Pick<ClassFollow, '_id' | 'tellAt'>;

const FIELDS = [
  'mode',
  'opensAt',
  'closesAt',
  'cancelledAt',
  'lessons',
  'laterAt',
  'reopensAt',
  'capacity',
  'waitlistLimit',
  'line',
  'lineCount',
  'course',
  'name',
  'batchId',
] as const;
type Seen = Pick<Section, (typeof FIELDS)[number] | '_id'>;

/**
 * 有空位时告诉我: looks every minute at the classes that somebody follows. However a line got room, this finds it, so a
 * drop or an act of staff pays nothing. One operation if nobody follows anything.
 *
 * @param until classes that are not begun by then are for the next minute
 */
export async function tellOfRoom(until: number): Promise<number> {
  const followed = await findEvery('classFollows', {}, ['tellAt']);
  if (followed.length === 0) return 0;
  const ids = followed.map(one => one._id);
  const sections = new Map((await findEvery('sections', { _id: _.in(ids) }, FIELDS)).map(one => [one._id, one]));
  let told = 0;
  for (const one of followed) {
    if (Date.now() >= until) break;
    told += (await apart(one._id, () => look(one, sections.get(one._id)))) ?? 0;
  }
  return told;
}

async function look({ _id, tellAt }: Followed, section: Seen | undefined): Promise<number> {
  const now = Date.now();
  if (!section || takesNobody(section, now)) {
    await remove('classFollows', _id);
    return 0;
  }
  if (tellAt !== null) return tell(section, tellAt, await read('classFollows', _id));
  if (takesNewcomers(section, now)) {
    const at = now + TELL_AFTER_MS;
    return tell(section, at, await beginTelling(_id, at));
  }
  const keys = inLine(section);
  if (keys.length > 0) await removeFollowers(_id, keys);
  await removeIfEmpty(_id);
  return 0;
}

/**
 * Writes the notices, and then removes the follows. The instant was written first. So a run that dies is done again with
 * the same instant and the same ids, and a run that was late removes nothing that was begun after it.
 */
async function tell(section: Seen, tellAt: number, follow: ClassFollow | null): Promise<number> {
  if (follow?.tellAt !== tellAt) return 0;
  const notices = roomNotices(follow, section, tellAt);
  await addNotices(notices);
  await endTelling(section._id, tellAt);
  return notices.length;
}
