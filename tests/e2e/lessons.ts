import { memberIdOf } from '../../server/people/member-id';
import { DAY, HOUR, MINUTE } from '../../domain/base/clock';
import type { Batch, Section, Standing } from '../../domain/model';
import { codeText, slotOf, slotStart } from '../../domain/lesson/check-in-code';
import { openidOf, type Phone, type Stage } from './browser';

/** A class that is being taught: its second lesson begins in ten minutes, the third is next week. */
export const CLASS = 'live-tea';
export const TODAY = 1;
export const NEXT_WEEK = 2;
const BATCH = 'yc-running';

/** Puts the class there, with these of the sample's people in its line, in this order; the first `capacity` have seats. */
export async function teach(stage: Stage, names: string[], capacity: number): Promise<Section> {
  const { database } = stage.emulated;
  const now = stage.emulated.now();
  const startsAt = now + 10 * MINUTE;
  const lessons = [-7 * DAY, 0, 7 * DAY].map(shift => ({
    startsAt: startsAt + shift,
    endsAt: startsAt + shift + 1.5 * HOUR,
  }));
  const batch = database.read<Batch>('batches').find(one => one._id === BATCH)!;
  const line = names.map((name, i) => ({ memberId: memberIdOf(openidOf(stage.sample, name)), at: now - 9 * DAY + i }));
  const section: Section = {
    _id: CLASS,
    batchId: BATCH,
    course: '茶艺',
    category: 'tea',
    name: '晚班',
    instructor: '李文秀',
    organisation: '渝西茶艺培训学校',
    place: '培训楼205茶艺室',
    schedule: '每周三 19:30-21:00',
    lessons,
    audienceText: '',
    note: '',
    capacity,
    waitlistLimit: 10,
    opensAt: batch.opensAt,
    closesAt: batch.closesAt,
    dropUntil: startsAt + 5 * DAY,
    publishedAt: batch.publishedAt,
    clashIds: [],
    revision: 1,
    line,
    lineCount: line.length,
    reopensAt: 0,
  };
  await database.import('sections', [section]);
  const standings = database.read<Standing>('standings');
  for (const { memberId, at } of line) {
    const before = standings.find(one => one._id === memberId);
    const holds = [...(before?.holds ?? []), { sectionId: CLASS, batchId: BATCH, at }];
    await database.import('standings', [{ _id: memberId, batches: before?.batches ?? {}, holds }]);
  }
  return section;
}

/** What the instructor's phone shows, at the beginning of a slot: there is time to use it. */
export async function codeNow(stage: Stage): Promise<{ text: string; number: string; wrong: string }> {
  const { emulated } = stage;
  const ahead = emulated.now() - Date.now();
  emulated.setClock(ahead + slotStart(slotOf(emulated.now()) + 1) - emulated.now() + 50);
  const asked = { sectionId: CLASS, lessonIndex: TODAY };
  const book = await stage.emulated.as(openidOf(stage.sample, '李文秀'))('roll.code', asked);
  if (!book.ok) throw new Error(`No codes: ${book.code}`);
  const { prefix, firstSlot, macs, numbers } = book.data;
  const i = slotOf(stage.emulated.now()) - firstSlot;
  const wrong = ['1111', '2222', '3333', '4444'].find(one => !numbers.slice(0, i + 30).includes(one))!;
  return { text: codeText(prefix, firstSlot + i, macs[i]!), number: numbers[i]!, wrong };
}

/** Opens the link in the code, as the phone's camera does, in an app that is there already. */
export const openLink = (phone: Phone, text: string): Promise<void> => phone.open(`pages/checkin/index?code=${text}`);
