import { shortId } from '../domain/line/tally';
import type { Section, Tally } from '../domain/model';

/** The tally of one instance, as if people had found these classes full. */
export const turnedAway = (sections: readonly Section[], people: readonly string[]): Tally[] =>
  [...new Set(sections.map(section => section.batchId))].map(batchId => ({
    _id: `sample-${batchId}`,
    batchId,
    answers: {},
    seconds: {},
    tries: {},
    turnedAway: Object.fromEntries(
      sections
        .filter(section => section.batchId === batchId && section.lineCount >= section.capacity + section.waitlistLimit)
        .map((section, index) => [
          section._id,
          people
            .slice(index * 9, index * 9 + 14)
            .map(shortId)
            .join(''),
        ]),
    ),
    atLeast: false,
  }));
