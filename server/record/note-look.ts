import { HOUR } from '../../domain/base/clock';
import type { RecordEntry } from '../../domain/model';
import { named, said } from '../../domain/record/said';
import { addOnce } from '../base/add-once';
import { read } from '../base/database';

/**
 * Puts on the record, once an hour, that staff searched for somebody. The words they typed are not kept, because they
 * may name a stranger.
 */
export const noteSearch = (by: string, now: number): Promise<void> =>
  noteOnce({ _id: `find-${by}-${hourOf(now)}`, at: now, by, act: 'staff.find', parts: said`按姓名或手机号找人` });

/** Puts each search by the last four digits on the record, with how many people it showed but not with the digits. */
export const noteLastFour = (by: string, shown: number, now: number): Promise<void> =>
  noteOnce({
    _id: `find-${by}-four-${now}`,
    at: now,
    by,
    act: 'staff.find',
    parts: said`按手机号后四位找人，看到 ${String(shown)} 人`,
  });

/** Puts on the record that staff looked at where a person stands, once an hour. */
export async function noteLook(by: string, memberId: string, now: number): Promise<void> {
  const _id = `places-${by}-${memberId}-${hourOf(now)}`;
  const member = await read('members', memberId);
  if (!member) return;
  const parts = said`查看${named(memberId, member)}报了哪些班`;
  await noteOnce({ _id, at: now, by, act: 'staff.places', memberId, parts });
}

const hourOf = (now: number): number => Math.floor(now / HOUR);

async function noteOnce(entry: Omit<RecordEntry, 'byName'>): Promise<void> {
  if (await read('record', entry._id)) return;
  const byName = (await read('members', entry.by))?.name ?? '';
  await addOnce('record', { ...entry, byName } as RecordEntry);
}
