import { dateText, tenthText, timeText } from '../base/clock';
import { titleOf } from '../batch/title';
import { nextLessonAt } from '../lesson/held-lessons';
import { isLecture } from '../lesson/lecture';
import type { Section } from '../model';
import type { Place } from './place';
import { wordsOf } from './place-words';

/** A place in a class, as much of it as is read out. */
interface Heard {
  place: Pick<Place, 'state' | 'number' | 'at'>;
  section: Pick<Section, 'kind' | 'course' | 'name' | 'place' | 'lessons'> & {
    freezeAt: number | null;
    cancelledAt: number | null;
  };
  batch: { title: string };
}

/** Absences are counted over this many days, as a usual policy does. */
export const ABSENCE_DAYS = 90;

/**
 * The sentence for somebody who rings and asks where they stand. Staff read it out: every class, with the instant of
 * the claim to the tenth, then absences. It names no number and no employer, because the caller may be somebody else.
 */
export function saidOnPhone(places: readonly Heard[], absences: number, now: number): string {
  const classes = places.length === 0 ? ['您现在没有报上班，也没有候补'] : places.map(one => ofPlace(one, now));
  const missed = absences === 0 ? '没有缺课' : `记了 ${absences} 次缺课`;
  return `${classes.join('；')}。最近 ${ABSENCE_DAYS} 天${missed}。`;
}

function ofPlace({ place, section, batch }: Heard, now: number): string {
  const title = `“${batch.title}”的${titleOf(section)}`;
  if (section.cancelledAt !== null) return `${title}已经取消，不占您的名额`;
  const next = nextLessonAt(section.lessons, now);
  const since = `是 ${dateText(place.at)} ${tenthText(place.at)} 报上的`;
  const when =
    next === null
      ? null
      : `${isLecture(section) ? '这一场' : '下一次课'} ${dateText(next)} ${timeText(next)}，在${section.place}`;
  const moves = when !== null && (section.freezeAt === null || now < section.freezeAt);
  return `您在${title}${wordsOf(place, section).heard(place.number, since, when, moves)}`;
}
