import { DAY } from '../../domain/base/clock';
import { sectionIdOf } from '../../domain/draft/publish';
import { keyOf } from '../../domain/line/entry';
import { shortId, sumOf } from '../../domain/line/tally';
import { bestHours, suggestionOf, type Experience, type Suggestion } from '../../domain/wish/seats';
import { plainTitle } from '../../domain/wish/words';
import type { Wish } from '../../domain/wish/wish';
import { _, find, findEvery, readMany } from '../base/database';

const YEAR = 365 * DAY;

/** How many classes and seats a wish is good for, from its voices and from those who found the last such class full. */
export async function suggestionFor(wish: Wish, now: number): Promise<Suggestion> {
  const voices = new Set(wish.voices.map(voice => shortId(voice.memberId)));
  const [turnedAway, experience] = await Promise.all([turnedAwayOf(wish), experienceSince(now - YEAR)]);
  return suggestionOf(voices, turnedAway, bestHours(wish.voices), experience);
}

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
