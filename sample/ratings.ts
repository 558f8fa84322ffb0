import { MINUTE } from '../domain/base/clock';
import type { Section } from '../domain/model';
import { peopleWhoCame } from '../domain/rating/may-rate';
import { CHIPS, STARS, type Chip, type RatingBook, type Sheet } from '../domain/rating/rating';
import { ratingWindow } from '../domain/rating/window';
import { foundBy } from '../domain/roll/found-by';
import type { Roll } from '../domain/roll/roll';
import type { Random } from '../scripts/crowd/random';

/** How many of a class rated it, what they like, and what some of them wrote. */
export interface Liked {
  section: Section;
  raters: number;
  /** From 1 to 5: the weights of the stars. */
  stars: readonly number[];
  /** Chips that many ticked. */
  often: readonly Chip[];
  texts: readonly string[];
}

const hex = (random: Random): string => Array.from({ length: 32 }, () => random.int(16).toString(16)).join('');

/** The rating books of classes that are over. Nobody has closed them yet: the first look or the night does that. */
export function sampleRatings(liked: readonly Liked[], rolls: readonly Roll[], random: Random): RatingBook[] {
  return liked.map(({ section, raters: count, stars, often, texts }) => {
    const { _id, batchId, course, organisation, instructor } = section;
    const came = peopleWhoCame(rolls.filter(roll => roll.sectionId === _id));
    const raters = came.slice(0, count);
    const sheets = raters.map((_, index): Sheet => {
      const chips = CHIPS.filter(chip => random.next() < (often.includes(chip) ? 0.7 : 0.2));
      const text = texts[index];
      return { key: hex(random), stars: drawn(stars, random), chips, ...(text ? { text } : {}) };
    });
    return {
      _id,
      batchId,
      course,
      organisation,
      instructor,
      raters,
      raterCount: raters.length,
      sheets: sheets.sort((a, b) => (a.key < b.key ? -1 : 1)),
      closesAt: ratingWindow(section)?.until ?? 0,
      came: null,
    };
  });
}

function drawn(weights: readonly number[], random: Random): Sheet['stars'] {
  let left = random.next() * weights.reduce((sum, one) => sum + one, 0);
  return STARS.find((_, index) => (left -= weights[index] ?? 0) < 0) ?? 5;
}

/** Somebody without a seat who was let in to the last lesson of a class. They came, so they may rate it. */
export function withWalkIn(rolls: readonly Roll[], { _id, lessons }: Section, memberId: string): Roll[] {
  const last = lessons.length - 1;
  return rolls.map(roll => {
    const lesson = lessons[last];
    if (roll.sectionId !== _id || roll.lessonIndex !== last || !lesson) return roll;
    const at = lesson.startsAt + 21 * MINUTE;
    const mark = {
      nonce: `walkin-${memberId}`,
      memberId,
      state: 'present' as const,
      source: 'instructor' as const,
      at,
      receivedAt: at,
      by: 'sample-instructor',
      device: 'sample-phone',
      seen: roll.markCount,
    };
    const guest = { memberId, at, as: 'walk-in' as const, seatOf: null };
    const marked: Roll = {
      ...roll,
      marks: [...roll.marks, mark],
      markCount: roll.markCount + 1,
      guests: [...roll.guests, guest],
    };
    return { ...marked, ...foundBy(marked) };
  });
}
