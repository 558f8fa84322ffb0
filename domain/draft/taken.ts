import { dateText, timeText } from '../base/clock';
import type { DraftProblem } from './problem';
import type { BatchDraft, Section } from '../model';
import { firstOverlap, peopleIn, placeKey } from '../sheet/check';
import { titleOf } from '../batch/title';

/** The part of a class of a published batch that says when it uses its room and its instructor. */
export interface TakenBy extends Pick<Section, 'course' | 'name' | 'instructor' | 'place' | 'lessons'> {
  batchTitle: string;
}

/** At most this many are named per class, because a hall that half the union uses may have hundreds. */
const MOST_NAMED = 3;

/**
 * Warnings about classes of the draft that need a room or an instructor while a class of a published batch has them.
 * There is one warning for each such pair, the earliest first, and one for those beyond the first few. People have to
 * judge them, because a room may be large and a class may be about to move.
 */
export function takenProblems({ sections }: Pick<BatchDraft, 'sections'>, taken: readonly TakenBy[]): DraftProblem[] {
  const having = new Map<string, TakenBy[]>();
  for (const other of taken) for (const key of keysOf(other)) having.set(key, [...(having.get(key) ?? []), other]);
  return sections.flatMap(section => {
    const others = new Set(keysOf(section).flatMap(key => having.get(key) ?? []));
    const found = [...others]
      .flatMap(other => {
        const lesson = firstOverlap(section.lessons, other.lessons);
        return lesson ? [{ other, at: lesson.startsAt }] : [];
      })
      .sort((a, b) => a.at - b.at);
    const named = found.slice(0, MOST_NAMED).map(({ other, at }) => {
      const when = `${dateText(at)} ${timeText(at)}`;
      return `${titleOf(section)}和“${other.batchTitle}”的${titleOf(other)}在 ${when} ${shared(section, other)}，请核对`;
    });
    const more = found.length - named.length;
    if (more > 0) named.push(`${titleOf(section)}还和另外 ${more} 个已发布的班撞了教室或老师，请核对`);
    return named.map(text => ({ where: { key: section.key }, text, warning: true as const }));
  });
}

type Using = Pick<TakenBy, 'instructor' | 'place'>;

/** The keys of the people and the room that a class uses. */
const keysOf = ({ instructor, place }: Using): string[] => [
  ...new Set(peopleIn(instructor).map(({ key }) => `p ${key}`)),
  ...(placeKey(place) === '' ? [] : [`r ${placeKey(place)}`]),
];

/** `是同一位老师（李文秀）、同一间教室（205室）` */
function shared(one: Using, other: Using): string {
  const theirs = new Set(keysOf(other));
  const people = peopleIn(one.instructor).filter(({ key }) => theirs.has(`p ${key}`));
  const room = placeKey(one.place) !== '' && placeKey(one.place) === placeKey(other.place);
  const said = [
    ...(people.length > 0 ? [`同一位老师（${people.map(({ name }) => name).join('、')}）`] : []),
    ...(room ? [`同一间教室（${one.place}）`] : []),
  ];
  return `是${said.join('、')}`;
}
