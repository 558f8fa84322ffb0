import { HOUR, instantOf } from '../../../domain/base/clock';
import type { Lesson } from '../../../domain/model';
import { calendarEvents, calendarFile, type CalendarEvent } from '../../../domain/batch/calendar';
import { section } from '../line/sections';

const at = (day: string, time = '19:00') => instantOf(day, time)!;
const lesson = (day: string): Lesson => ({ startsAt: at(day), endsAt: at(day, '20:30') });
const NOW = at('2027-03-01', '08:00');

const tea = {
  ...section({ lessons: [lesson('2027-03-10'), lesson('2027-03-17'), lesson('2027-03-24')] }),
  sectionId: 's1',
};

const event = (change: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 's1-L0@huigong-ketang',
  title: '茶艺一班第 1 次课',
  startsAt: at('2027-03-10'),
  endsAt: at('2027-03-10', '20:30'),
  place: '培训楼205茶艺室',
  text: '老师：李文秀',
  ...change,
});

/** What a calendar reads: long lines put together again, then name and value. */
const read = (file: string): [string, string][] =>
  file
    .replace(/\r\n /g, '')
    .split('\r\n')
    .slice(0, -1)
    .map(line => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]);
const valueOf = (file: string, name: string) => read(file).find(([one]) => one === name)?.[1];
const unescaped = (text = '') => text.replace(/\\(.)/g, (_, letter) => (letter === 'n' ? '\n' : letter));
const octets = (line: string) => Buffer.byteLength(line, 'utf8');

describe('the lessons of a class', () => {
  test('are those to come, each under a name that stays', () => {
    expect(calendarEvents(tea, at('2027-03-12'))).toEqual([
      expect.objectContaining({ uid: 's1-L1@huigong-ketang', title: '茶艺一班第 2 次课', startsAt: at('2027-03-17') }),
      expect.objectContaining({ uid: 's1-L2@huigong-ketang', title: '茶艺一班第 3 次课', startsAt: at('2027-03-24') }),
    ]);
  });

  test('one that begins this very moment is to come no more', () => {
    expect(calendarEvents(tea, at('2027-03-24') - 1)).toHaveLength(1);
    expect(calendarEvents(tea, at('2027-03-24'))).toHaveLength(0);
  });

  test('one that was called off is left out, and the others keep their names and numbers', () => {
    const [first, second, third] = tea.lessons as [Lesson, Lesson, Lesson];

    const events = calendarEvents({ ...tea, lessons: [first, { ...second, cancelled: true }, third] }, NOW);

    expect(events.map(one => [one.uid, one.title])).toEqual([
      ['s1-L0@huigong-ketang', '茶艺一班第 1 次课'],
      ['s1-L2@huigong-ketang', '茶艺一班第 3 次课'],
    ]);
    expect(Object.keys(events[0]!)).not.toContain('cancelled');
  });

  test('one that was moved is the same event at its new time, in the order of time', () => {
    const [, second, third] = tea.lessons as [Lesson, Lesson, Lesson];

    const events = calendarEvents({ ...tea, lessons: [lesson('2027-04-07'), second, third] }, NOW);

    expect(events.map(one => one.uid)).toEqual(['s1-L1', 's1-L2', 's1-L0'].map(name => `${name}@huigong-ketang`));
    expect(events.at(-1)).toMatchObject({ startsAt: at('2027-04-07'), endsAt: at('2027-04-07', '20:30') });
  });

  test('the remark stands beside the teacher, where there is one', () => {
    expect(calendarEvents(tea, NOW)[0]!.text).toBe('老师：李文秀');
    expect(calendarEvents({ ...tea, note: '自带茶杯' }, NOW)[0]!.text).toBe('老师：李文秀\n自带茶杯');
  });
});

describe('the file', () => {
  test('is one calendar of one event a lesson, in UTC, with a reminder an hour before', () => {
    const file = calendarFile([event()], NOW);

    expect(read(file).map(([name, value]) => `${name}:${value}`)).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//huigong-ketang//lessons//ZH',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:s1-L0@huigong-ketang',
      'DTSTAMP:20270301T000000Z',
      'DTSTART:20270310T110000Z',
      'DTEND:20270310T123000Z',
      'SUMMARY:茶艺一班第 1 次课',
      'LOCATION:培训楼205茶艺室',
      'DESCRIPTION:老师：李文秀',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:茶艺一班第 1 次课',
      'TRIGGER:-PT1H',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
    ]);
  });

  test('a lesson after midnight UTC is on the right day', () => {
    const file = calendarFile([event({ startsAt: at('2027-03-10', '07:30'), endsAt: at('2027-03-10', '08:30') })], NOW);

    expect(valueOf(file, 'DTSTART')).toBe('20270309T233000Z');
    expect(valueOf(file, 'DTEND')).toBe('20270310T003000Z');
  });

  test('every line ends with CR LF, and no CR or LF stands anywhere else', () => {
    const file = calendarFile([event({ text: '一\n二\r\n三\r四' }), event()], NOW);

    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(file.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
  });

  test.each([
    ['comma, semicolon and backslash', 'a,b;c\\d', 'a\\,b\\;c\\\\d'],
    ['a colon stays', '时间：a:b', '时间：a:b'],
    ['a line break', '一\n二', '一\\n二'],
    ['one of Windows', '一\r\n二', '一\\n二'],
    ['a backslash before an n is no line break', '\\n', '\\\\n'],
    ['other control characters are blanks', 'a\u0000b\u0007c', 'a b c'],
  ])('escapes: %s', (_, text, written) => {
    const file = calendarFile([event({ text })], NOW);

    expect(valueOf(file, 'DESCRIPTION')).toBe(written);
  });

  test('what was escaped is read as it was', () => {
    const title = '瑜伽, 一班; 带垫\\毯\n和水';

    const file = calendarFile([event({ title })], NOW);

    expect(unescaped(valueOf(file, 'SUMMARY'))).toBe(title);
  });

  test('without a place or a remark there is no such line', () => {
    const file = calendarFile([event({ place: '', text: '' })], NOW);

    expect(read(file).map(([name]) => name)).toEqual(
      read(calendarFile([event()], NOW))
        .map(([name]) => name)
        .filter((name, index, all) => name !== 'LOCATION' && (name !== 'DESCRIPTION' || all.indexOf(name) < index)),
    );
  });

  test('nothing to come is an empty calendar', () => {
    expect(
      read(calendarFile([], NOW))
        .map(([, value]) => value)
        .slice(-1),
    ).toEqual(['VCALENDAR']);
    expect(calendarFile([], NOW)).not.toContain('VEVENT');
  });
});

describe('folding', () => {
  const lines = (title: string) => calendarFile([event({ title })], NOW).split('\r\n');
  const summary = (title: string) => {
    const all = lines(title);
    const from = all.findIndex(line => line.startsWith('SUMMARY:'));
    const more = all.slice(from + 1).findIndex(line => !line.startsWith(' '));
    return all.slice(from, from + 1 + more);
  };

  test.each([
    ['ASCII', 'a'],
    ['two octets', 'é'],
    ['three octets', '课'],
    ['four octets, two UTF-16 units', '𠮷'],
    ['mixed', 'a课𠮷é'],
    ['the first of two octets', '\u0080'],
    ['the first of three', '\u0800'],
    ['the first of four', '\u{10000}'],
  ])('%s: no line is longer than 75 octets, none is shorter than it must be, no letter is cut', (_, letter) => {
    for (let count = 1; count < 120; count++) {
      const title = letter.repeat(count);
      const folded = summary(title);

      for (const [i, line] of folded.entries()) {
        expect(octets(line)).toBeLessThanOrEqual(75);
        expect(Buffer.from(line, 'utf8').toString('utf8')).toBe(line);
        const next = folded[i + 1];
        if (next) expect(octets(line) + octets([...next][1]!)).toBeGreaterThan(75);
      }
      expect(folded.map((line, i) => (i === 0 ? line : line.slice(1))).join('')).toBe(`SUMMARY:${title}`);
    }
  });

  test('75 octets stay one line, 76 become two', () => {
    const room = 75 - 'SUMMARY:'.length;

    expect(summary('a'.repeat(room))).toHaveLength(1);
    expect(summary('a'.repeat(room + 1))).toEqual([`SUMMARY:${'a'.repeat(room)}`, ' a']);
  });
});

test('a file made later says so, and nothing else about a lesson has changed', () => {
  const then = calendarFile([event()], NOW);
  const later = calendarFile([event()], NOW + HOUR);

  expect(valueOf(later, 'DTSTAMP')).toBe('20270301T010000Z');
  expect(later.replace(/DTSTAMP:.*/g, '')).toBe(then.replace(/DTSTAMP:.*/g, ''));
});
