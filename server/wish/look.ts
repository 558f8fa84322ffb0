import { refuse } from '../../domain/base/refuse';
import { DAY } from '../../domain/base/clock';
import { sectionIdOf } from '../../domain/draft/publish';
import { keyOf } from '../../domain/line/entry';
import { shortId, sumOf } from '../../domain/line/tally';
import { bestHours, hoursOf, suggestionOf, type Experience } from '../../domain/wish/seats';
import { plainTitle } from '../../domain/wish/words';
import type { Wish } from '../../domain/wish/wish';
import { _, find, findEvery, findOnly, read, readMany } from '../base/database';
import type { Run } from '../base/door';
import { staffWish } from './cards';

const YEAR = 365 * DAY;

/** A wish with its hours, and how many classes and seats it is good for. */
export const look: Run<'wish.look'> = async ({ input: { wishId }, now }) => {
  const wish = await read('wishes', wishId);
  if (!wish || (wish.state !== 'open' && wish.state !== 'held')) return refuse('WISH_NOT_FOUND');
  const voices = new Set(wish.voices.map(voice => shortId(voice.memberId)));
  const [turnedAway, experience, merged, drafts] = await Promise.all([
    turnedAwayOf(wish),
    experienceSince(now - YEAR),
    findOnly('wishes', { mergedInto: wishId, state: 'merged' }, ['title', 'voiceCount']),
    find('drafts', {}, { orderBy: ['updatedAt', 'desc'], limit: 20 }),
  ]);
  return {
    wish: staffWish(wish, now),
    hours: hoursOf(wish.voices),
    suggestion: suggestionOf(voices, turnedAway, bestHours(wish.voices), experience),
    merged: merged.map(({ _id, title, voiceCount }) => ({ wishId: _id, title, voiceCount })),
    drafts: drafts.map(({ _id, title, revision }) => ({ draftId: _id, title, revision })),
  };
};

/** The people, as short ids, who were turned away from the same course in the last batch that had it. */
async function turnedAwayOf({ plain }: Wish): Promise<Set<string>> {
  const sections = await findEvery('sections', {}, ['course', 'batchId', 'opensAt', 'line']);
  const same = sections.filter(section => plainTitle(section.course) === plain);
  const latest = same.sort((a, b) => b.opensAt - a.opensAt)[0];
  if (!latest) return new Set();
  const classes = same.filter(section => section.batchId === latest.batchId);
  const placed = new Set(classes.flatMap(section => section.line.map(entry => shortId(keyOf(entry)))));
  const { turnedAway } = sumOf(await find('tallies', { batchId: latest.batchId }));
  const away = classes.flatMap(section => [...(turnedAway.get(section._id) ?? [])]);
  return new Set(away.filter(person => !placed.has(person)));
}

/** Of the people who were told that their wish opened, how many then stood in such a class. */
async function experienceSince(since: number): Promise<Experience> {
  const opened = await find('wishes', { 'taken.toldAt': _.gt(since) }, { limit: 50 });
  const ids = opened.flatMap(({ taken }) => taken.map(({ draftId, key }) => sectionIdOf(draftId, key)));
  const sections = new Map((await readMany('sections', ids)).map(section => [section._id, section]));
  let [told, came] = [0, 0];
  for (const { voices, taken } of opened) {
    const lines = taken.flatMap(({ draftId, key }) => sections.get(sectionIdOf(draftId, key))?.line ?? []);
    const inLine = new Set(lines.map(keyOf));
    const toldAt = Math.max(...taken.map(one => one.toldAt ?? 0));
    const asked = voices.filter(voice => voice.at <= toldAt);
    told += asked.length;
    came += asked.filter(voice => inLine.has(voice.memberId)).length;
  }
  return { told, came };
}
