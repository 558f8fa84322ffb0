import Taro from '@tarojs/taro';
import { SECOND } from '../../../../domain/base/clock';
import { REMIND_BEFORE_MS, type CalendarEvent } from '../../../../domain/batch/calendar';
import { recall, remember } from '../../../app/memory/remembered';
import type { CalendarOutcome } from './calendar-outcome';

/** WeChat asks the phone lesson by lesson, and nobody waits for more than this at once. */
const MOST_AT_ONCE = 20;
const KEY = 'calendar';
const DENIED = /auth|den(y|ied)|permission/i;

/**
 * What this phone has in its calendar, by lesson. WeChat can neither read nor change entries, and adding a lesson
 * twice would make two.
 */
const added = (): Record<string, number> => recall<Record<string, number>>(KEY)?.value ?? {};

/** Adds the next lessons one after another. @param onAdded called with the number added so far and the total. */
export async function toCalendar(
  events: CalendarEvent[],
  _title: string,
  onAdded: (count: number, of: number) => void,
): Promise<CalendarOutcome> {
  const before = added();
  const missing = events.filter(({ uid, startsAt }) => before[uid] !== startsAt);
  const next = missing.slice(0, MOST_AT_ONCE);
  for (const [count, event] of next.entries()) {
    onAdded(count, next.length);
    const error = await addOne(event);
    if (error !== undefined) return { kind: DENIED.test(error) ? 'denied' : 'failed', added: count };
    remember(KEY, { ...added(), [event.uid]: event.startsAt }, Date.now());
  }
  const moved = next.some(({ uid }) => before[uid] !== undefined);
  return { kind: 'added', added: next.length, left: missing.length - next.length, moved };
}

/** `undefined` if it succeeded. */
const addOne = ({ title, startsAt, endsAt, place, text }: CalendarEvent): Promise<string | undefined> =>
  Taro.addPhoneCalendar({
    title,
    startTime: Math.round(startsAt / SECOND),
    // WeChat documents a string here, unlike for the beginning.
    endTime: String(Math.round(endsAt / SECOND)),
    location: place,
    description: text,
    alarm: true,
    alarmOffset: REMIND_BEFORE_MS / SECOND,
  }).then(
    () => undefined,
    (error: { errMsg?: string }) => error.errMsg ?? 'failed',
  );

export const openCalendarSetting = (): void => void Taro.openSetting();
