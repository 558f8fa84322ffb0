import type { Section } from '../../../domain/model';
import { decide, effectOf, HOUR, now } from './change-views';
import { section } from '../line/sections';

const ENDS = now + 30 * HOUR;
const lessons = [{ startsAt: now + 28 * HOUR, endsAt: ENDS }];
const talk = (change: Partial<Section> = {}, ...line: string[]) => ({
  section: section({ kind: 'lecture', lessons, waitlistLimit: 0, ...change }, ...line),
});
const open = { kind: 'openDoor' as const, open: true };
const shut = { kind: 'openDoor' as const, open: false };

test('a lecture is opened and closed to people who have not signed up; nobody is told', () => {
  expect(effectOf(open, talk({}, 'a', 'b'))).toEqual({
    summary: '入场由报了名的先来改为不报名也能来',
    before: '报了名的先来',
    after: '不报名也能来',
    section: { walkInFrom: 0 },
    tell: [],
    affected: [],
    warnings: [],
  });
  expect(effectOf(shut, talk({ walkInFrom: 0 }, 'a', 'b'))).toMatchObject({
    summary: '入场由不报名也能来改为报了名的先来',
    section: { walkInFrom: undefined },
    tell: [],
    warnings: [expect.stringContaining('通知不到')],
  });
});

test('a waiting list that nobody is in goes with it; one with people in it does not', () => {
  expect(effectOf(open, talk({ waitlistLimit: 5 }, 'a', 'b'))).toMatchObject({
    summary: '入场由报了名的先来改为不报名也能来，不再设候补（原来 5 个）',
    section: { walkInFrom: 0, waitlistLimit: 0 },
  });
  expect(decide(open, talk({ waitlistLimit: 5 }, 'a', 'b', 'c'))).toMatchObject({
    refused: 'CHANGE_NOT_NOW',
    details: { text: expect.stringContaining('现在有 1 人在候补') },
  });
});

test.each([
  ['a class', { kind: undefined }, open, 'CHANGE_NOT_NOW'],
  ['what is open already', { walkInFrom: 0 }, open, 'NOTHING_CHANGES'],
  ['what is not open', {}, shut, 'NOTHING_CHANGES'],
  ['a lecture that is over', { lessons: [{ startsAt: now - HOUR, endsAt: now }] }, open, 'CHANGE_NOT_NOW'],
] as const)('%s: refused', (_, change, asked, code) => {
  expect(decide(asked, talk(change as Partial<Section>, 'a'))).toMatchObject({ refused: code });
});

test('while a lecture runs it may be opened, to its last instant', () => {
  const running = { lessons: [{ startsAt: now - HOUR, endsAt: now + 1 }] };
  expect(effectOf(open, talk(running, 'a'))).toMatchObject({ section: { walkInFrom: 0 } });
});
