import { calendarFile, type CalendarEvent } from '../../../../domain/batch/calendar';
import { serverClock } from '../../../app/clock/server-clock';
import type { CalendarOutcome } from './calendar-outcome';

/** A browser gets one file with all lessons; the phone's calendar opens it. */
export async function toCalendar(events: CalendarEvent[], title: string): Promise<CalendarOutcome> {
  const text = calendarFile(events, serverClock.now());
  const address = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${title}.ics`;
  link.click();
  // Not revoked at once, because some browsers begin to read only later.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return { kind: 'file' };
}

export const openCalendarSetting = (): void => undefined;
