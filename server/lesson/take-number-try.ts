import { MOST_NUMBER_TRIES, NUMBER_TRIES_WITHIN_MS } from '../../domain/lesson/check-in-code';
import { _, updateWhere } from '../base/database';

/**
 * Uses up one of a person's tries at the four digits before they are compared. It is one guarded write, so that fifty
 * calls at once, on as many instances, get no more tries. False if none is left. The instants of the last tries are
 * kept, oldest first.
 */
export const takeNumberTry = (memberId: string, now: number): Promise<boolean> =>
  updateWhere(
    'standings',
    _.and([
      { _id: memberId },
      _.or([
        { [`numberTries.${MOST_NUMBER_TRIES - 1}`]: _.exists(false) },
        { 'numberTries.0': _.lte(now - NUMBER_TRIES_WITHIN_MS) },
      ]),
    ]),
    { numberTries: _.push({ each: [now], slice: -MOST_NUMBER_TRIES }) },
  );
