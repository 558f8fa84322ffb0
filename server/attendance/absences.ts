import { DAY, dayKey } from '../../domain/base/clock';
import type { Roll } from '../../domain/roll/roll';
import { countingAbsences } from '../../domain/attendance/no-show';
import { _, find, findEvery, findOnly } from '../base/database';

const FIELDS = ['sectionId', 'lessonIndex', 'startsAt', 'noShows', 'appeals'] as const;
export type AbsentIn = Pick<Roll, (typeof FIELDS)[number]>;

/** The lessons of the last `days` that a person missed and that count, in no order. Two operations. */
export async function absencesOf(memberId: string, days: number, now: number): Promise<AbsentIn[]> {
  const [absent, waived] = await Promise.all([
    findOnly('rolls', { noShows: memberId, startsAt: _.gt(now - days * DAY) }, FIELDS),
    waivedDays(days, now),
  ]);
  return countingAbsences(absent, waived, days, now);
}

export const waivedDays = async (days: number, now: number): Promise<Set<string>> =>
  new Set((await find('waivers', { _id: _.gte(dayKey(now - days * DAY)) })).map(waiver => waiver._id));

/** Every roll of the last `days` that has a no-show, without waived days. For staff. */
export async function allAbsences(days: number, now: number): Promise<AbsentIn[]> {
  const [absent, waived] = await Promise.all([
    findEvery('rolls', { 'noShows.0': _.exists(true), startsAt: _.gt(now - days * DAY) }, FIELDS),
    waivedDays(days, now),
  ]);
  return countingAbsences(absent, waived, days, now);
}
