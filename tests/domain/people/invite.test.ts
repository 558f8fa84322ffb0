import type { Invite, Role } from '../../../domain/model';
import { CONSOLE, INVITE_LIFE_MS, inviteState, mayAccept, plainCode } from '../../../domain/people/invite';

const NOW = 1_800_000_000_000;
const invite = (change: Partial<Invite> = {}): Invite => ({
  _id: 'i',
  role: 'staff',
  name: '新同事',
  organisation: '',
  createdAt: NOW,
  expiresAt: NOW + INVITE_LIFE_MS,
  createdBy: 'writer',
  invitedBy: '王敏',
  usedBy: null,
  usedAt: null,
  revokedAt: null,
  ...change,
});

const WRITERS: [string, { roles: Role[] } | null, boolean][] = [
  ['staff', { roles: ['staff'] }, true],
  ['staff and an instructor', { roles: ['instructor', 'staff'] }, true],
  ['dismissed', { roles: [] }, false],
  ['an instructor now', { roles: ['instructor'] }, false],
  ['erased', null, false],
];
const STATES: [string, Partial<Invite>, number, boolean][] = [
  ['new', {}, 0, true],
  ['in its last millisecond', {}, INVITE_LIFE_MS - 1, true],
  ['old', {}, INVITE_LIFE_MS, false],
  ['revoked', { revokedAt: NOW }, 0, false],
  ['used', { usedBy: 'somebody', usedAt: NOW }, 0, false],
];
const ACCEPTERS: [string, string, boolean][] = [
  ['somebody else', 'other', true],
  ['who wrote it', 'writer', false],
];

const cases = WRITERS.flatMap(([writer, roles, a]) =>
  STATES.flatMap(([state, change, later, b]) =>
    ACCEPTERS.map(([who, memberId, c]) => ({ writer, roles, state, change, later, who, memberId, may: a && b && c })),
  ),
);

test.each(cases)('written by who is $writer, $state, put in by $who: $may', one => {
  const backing = { writer: one.roles, hasStaff: true };

  expect(mayAccept(invite(one.change), one.memberId, backing, NOW + one.later)).toBe(one.may);
});

test.each([
  [false, 'open'],
  [true, 'revoked'],
])('the console’s invitation where somebody is staff: %s, is %s', (hasStaff, state) => {
  expect(inviteState(invite({ createdBy: CONSOLE }), { writer: null, hasStaff }, NOW)).toBe(state);
});

test.each([' abcde-23456 ', 'ABCDE２３４５６', 'Abcde 23456'])('the code as it was made, from %j', typed => {
  expect(plainCode(typed)).toBe('ABCDE23456');
});
