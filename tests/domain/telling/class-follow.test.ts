import type { Section } from '../../../domain/model';
import {
  refuseFollow,
  roomNotices,
  takesNewcomers,
  takesNobody,
  type ClassFollow,
} from '../../../domain/telling/class-follow';
import { section, T } from '../line/sections';

/** Seats for two and one waiting place; open from T on. */
const full = (change: Partial<Section> = {}) => section(change, 'a', 'b', 'c');
const roomy = (change: Partial<Section> = {}) => section(change, 'a', 'b');
const NOW = T + 60_000;
const lesson = (endsAt: number) => ({ startsAt: endsAt - 30_000, endsAt });
const { closesAt } = full();

test.each<[string, Section, string, number, string | undefined]>([
  ['full, and not in its line', full(), 'me', NOW, undefined],
  ['seats without a waiting list, taken', section({ waitlistLimit: 0 }, 'a', 'b'), 'me', NOW, undefined],
  ['no seat at all', section({ capacity: 0, waitlistLimit: 0 }), 'me', NOW, undefined],
  ['one waiting place left', roomy(), 'me', NOW, 'ROOM_LEFT'],
  ['seated', full(), 'a', NOW, 'IN_LINE_YOURSELF'],
  ['waiting', full(), 'c', NOW, 'IN_LINE_YOURSELF'],
  ['called off', full({ cancelledAt: T }), 'me', NOW, 'SECTION_CANCELLED'],
  ['the last lesson runs', full({ lessons: [lesson(NOW + 1)] }), 'me', NOW, undefined],
  ['the last lesson has just ended', full({ lessons: [lesson(NOW)] }), 'me', NOW, 'CLOSED'],
  ['a millisecond before it opens', full(), 'me', T - 1, 'NOT_OPEN'],
  ['the instant at which it opens', full(), 'me', T, undefined],
  ['the last millisecond', full(), 'me', closesAt - 1, undefined],
  ['the instant at which it closes', full(), 'me', closesAt, 'CLOSED'],
])('who may follow: %s', (_, one, memberId, now, code) => {
  expect(refuseFollow(one, memberId, now)?.refused).toBe(code);
});

test.each<[string, Section, number, boolean]>([
  ['full', full(), NOW, false],
  ['one waiting place', roomy(), NOW, true],
  ['a place that came back is not open yet', roomy({ reopensAt: NOW + 1 }), NOW, false],
  ['it opens this instant', roomy({ reopensAt: NOW }), NOW, true],
  ['only first-timers may still', roomy({ laterAt: NOW + 1 }), NOW, false],
  ['everybody may from this instant', roomy({ laterAt: NOW }), NOW, true],
  ['not open', roomy(), T - 1, false],
  ['the last millisecond', roomy(), closesAt - 1, true],
  ['closed', roomy(), closesAt, false],
  ['called off', roomy({ cancelledAt: NOW }), NOW, false],
])('does it take newcomers: %s', (_, one, now, takes) => {
  expect(takesNewcomers(one, now)).toBe(takes);
});

test.each<[string, Section, number, boolean]>([
  ['open and full', full(), NOW, false],
  ['moved to a later opening', full(), T - 1, false],
  ['the last millisecond', full(), closesAt - 1, false],
  ['closed', full(), closesAt, true],
  ['called off', full({ cancelledAt: NOW }), NOW, true],
  ['the last lesson runs', full({ lessons: [lesson(NOW + 1)] }), NOW, false],
  ['the last lesson has just ended', full({ lessons: [lesson(NOW)] }), NOW, true],
])('is it over: %s', (_, one, now, over) => {
  expect(takesNobody(one, now)).toBe(over);
});

test('everybody has a notice of the same instant, whoever was first; those in the line have none', () => {
  const follow = { people: ['x', 'a', 'y'].map((memberId, index) => ({ memberId, at: index })) } as ClassFollow;

  const notices = roomNotices(follow, roomy(), NOW);

  expect(notices.map(one => one.memberId)).toEqual(['x', 'y']);
  expect(new Set(notices.map(one => one.createdAt))).toEqual(new Set([NOW]));
  expect(notices[0]).toMatchObject({ _id: `room-s-${NOW}-x`, kind: 'ROOM_AGAIN', sectionId: 's', batchId: 'b' });
});
