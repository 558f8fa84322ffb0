import { HOUR } from '../base/clock';
import type { Section } from '../model';
import { kindWords, lessonTitle } from './kind-words';

/** One lesson as a calendar entry. Instants are epoch milliseconds. */
export interface CalendarEvent {
  /** Names the lesson for good. If a moved lesson is imported again, it is the same event. */
  uid: string;
  title: string;
  startsAt: number;
  endsAt: number;
  place: string;
  text: string;
}

/** The reminder comes this long before the lesson. */
export const REMIND_BEFORE_MS = HOUR;

type Class = Pick<Section, 'kind' | 'course' | 'name' | 'lessons' | 'place' | 'instructor' | 'note' | 'bring'> & {
  sectionId: string;
};

/** The lessons of a class that are still to come at `now`, without those that were called off. */
export const calendarEvents = (section: Class, now: number): CalendarEvent[] =>
  section.lessons
    .map(({ startsAt, endsAt, cancelled }, index) => ({
      uid: `${section.sectionId}-L${index}@huigong-ketang`,
      title: lessonTitle(section, index),
      startsAt,
      endsAt,
      cancelled,
      place: section.place,
      text: [
        `${kindWords(section).teacher}：${section.instructor}`,
        section.bring && `自带：${section.bring}`,
        section.note,
      ]
        .filter(Boolean)
        .join('\n'),
    }))
    .filter(event => !event.cancelled && event.startsAt > now)
    .map(({ cancelled: _, ...event }) => event)
    .sort((a, b) => a.startsAt - b.startsAt);

/** The events as an iCalendar file (RFC 5545), with a reminder an hour before each. */
export function calendarFile(events: readonly CalendarEvent[], now: number): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//huigong-ketang//lessons//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...events.flatMap(event => eventLines(event, now)),
    'END:VCALENDAR',
  ];
  return lines.map(line => `${folded(line)}\r\n`).join('');
}

const eventLines = ({ uid, title, startsAt, endsAt, place, text }: CalendarEvent, now: number): string[] => [
  'BEGIN:VEVENT',
  `UID:${escaped(uid)}`,
  `DTSTAMP:${utc(now)}`,
  `DTSTART:${utc(startsAt)}`,
  `DTEND:${utc(endsAt)}`,
  `SUMMARY:${escaped(title)}`,
  ...(place ? [`LOCATION:${escaped(place)}`] : []),
  ...(text ? [`DESCRIPTION:${escaped(text)}`] : []),
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  `DESCRIPTION:${escaped(title)}`,
  `TRIGGER:-PT${REMIND_BEFORE_MS / HOUR}H`,
  'END:VALARM',
  'END:VEVENT',
];

/** `20270310T110000Z` */
const utc = (at: number): string => new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, '');

/** Escapes text by RFC 5545, 3.3.11. Other control characters are not allowed in a text at all. */
const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');

const MOST_OCTETS = 75;

/**
 * Folds a line by RFC 5545, 3.1: no line is longer than 75 octets, counting the space that begins a continuation. No
 * character is cut.
 */
function folded(line: string): string {
  let octets = 0;
  let out = '';
  for (const letter of line) {
    const more = octetsOf(letter.codePointAt(0) ?? 0);
    if (octets + more > MOST_OCTETS) {
      out += '\r\n ';
      octets = 1;
    }
    out += letter;
    octets += more;
  }
  return out;
}

/** The octets of a code point in UTF-8, counted by hand because WeChat has no `TextEncoder`. */
const octetsOf = (codePoint: number): number =>
  codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
