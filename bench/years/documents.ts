import { DAY } from '../../domain/base/clock';
import { COLLECTIONS } from '../../domain/collections';
import type { CheckReport, Hold, Notice, RecordEntry, Standing } from '../../domain/model';
import type { Waiver } from '../../domain/roll/roll';
import { dateText, dayKey } from '../../domain/base/clock';
import { titleOf } from '../../domain/batch/title';
import { idOfKind } from './people';
import type { PastBatch } from './history';

/** What batches leave behind in other collections, for as long as each is kept. */

/** Who holds what, and in which batches people have been, as long as names are kept. */
export function standingsOf(batches: readonly PastBatch[]): Standing[] {
  const standings = new Map<string, Standing>();
  const of = (memberId: string) => {
    const known = standings.get(memberId) ?? { _id: memberId, holds: [], batches: {} };
    standings.set(memberId, known);
    return known;
  };
  for (const { batch, sections } of batches) {
    if (batch.anonymousAt !== undefined) continue;
    for (const section of sections)
      for (const { memberId, at } of section.line) {
        const standing = of(memberId);
        const hold: Hold = { sectionId: section._id, batchId: batch._id, at };
        standing.holds.push(hold);
        const settled = standing.batches[batch._id] ?? { settledAt: batch.opensAt, count: 0, later: true };
        standing.batches[batch._id] = { ...settled, count: settled.count + 1 };
      }
  }
  return [...standings.values()];
}

/** A line for the publishing and for each lesson that staff closed. The record is kept permanently. */
export const recordOf = ({ batch, sections, rolls }: PastBatch): RecordEntry[] => {
  const staff = { by: idOfKind('staff'), byName: '王敏' };
  const titles = new Map(sections.map(section => [section._id, titleOf(section)]));
  return [
    {
      _id: `publish-${batch._id}`,
      at: batch.publishedAt,
      ...staff,
      act: 'draft.publish',
      batchId: batch._id,
      parts: [`发布：${batch.title}`],
    },
    ...rolls.flatMap((roll): RecordEntry[] =>
      roll.closedAt === null
        ? []
        : [
            {
              _id: `close-${roll._id}`,
              at: roll.closedAt,
              ...staff,
              act: 'attendance.close',
              batchId: batch._id,
              sectionId: roll.sectionId,
              parts: [
                `结课：${titles.get(roll.sectionId) ?? ''} ${dateText(roll.startsAt)}，${roll.noShows.length} 人记缺课`,
              ],
            },
          ],
    ),
  ];
};

/** A year of the inbox of everybody who had a place: a reminder for each lesson, and news of moving up. */
export const noticesOf = ({ batch, sections }: PastBatch, now: number): Notice[] =>
  batch.lastLessonAt < now - COLLECTIONS.notices.kept.ms
    ? []
    : sections.flatMap(section =>
        section.line.slice(0, section.capacity).flatMap(({ memberId }) =>
          section.lessons
            .filter(lesson => lesson.startsAt < now && lesson.startsAt > now - COLLECTIONS.notices.kept.ms)
            .slice(0, 3)
            .map((lesson): Notice => ({
              _id: `tomorrow-${section._id}-${lesson.startsAt}-${memberId}`,
              memberId,
              kind: 'TOMORROW',
              sectionId: section._id,
              batchId: batch._id,
              title: titleOf(section),
              text: `明天 19:00 上课，地点：${section.place}`,
              createdAt: lesson.startsAt - DAY,
              readAt: null,
              push: {
                kind: 'tomorrow',
                state: 'sent',
                notBefore: lesson.startsAt - DAY,
                tries: 1,
                lessonAt: lesson.startsAt,
              },
            })),
        ),
      );

/** One report per night for a year. */
export const checksUntil = (now: number, years: number): CheckReport[] =>
  Array.from({ length: Math.round(Math.min(1, years) * 365) }, (_, nights): CheckReport => {
    const startedAt = now - (nights + 1) * DAY;
    return {
      _id: `check-${startedAt}`,
      startedAt,
      endedAt: startedAt + 900,
      sections: 80,
      standings: 1_500,
      healed: { unusedHolds: 0, missingHolds: 0 },
      alarms: [],
    };
  });

/** Three days a year on which nobody is a no-show. They are kept permanently. */
export const waiversUntil = (now: number, years: number): Waiver[] =>
  Array.from({ length: years * 3 }, (_, index) => {
    const at = now - (index * 120 + 40) * DAY;
    return { _id: dayKey(at), reason: '暴雨', by: idOfKind('staff'), at };
  });
