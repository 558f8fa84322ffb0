import { CONTRACT, type EndpointName } from '../../domain/api';
import { LENGTH, RANGE, type Range } from '../../domain/bounds';

const takes = (endpoint: EndpointName, input: object): boolean => CONTRACT[endpoint].input.safeParse(input).success;
const act = { actId: '12345678' };
const of = { sectionId: 's', lessonIndex: 0 };
const person = { ...of, memberId: 'm' };
const change = (one: object) => ({ ...act, change: { sectionId: 's', ...one }, reason: '', dryRun: false });
const wish = { ...act, wishId: 'w', revision: 1 };
const item = {
  ...act,
  menuId: null,
  revision: 0,
  organisation: '',
  instructor: '',
  course: '茶艺',
  about: '',
  least: 1,
  most: 1,
  when: [],
  minutes: 90,
  lessons: 1,
  needs: '',
  cost: null,
};
const settings = (one: object) => ({ draftId: 'd', revision: 1, settings: one });
const profile = { name: '', phone: '', employer: '', unionMember: true };

/** Every field of a form with its bound, and the call that its text goes into. */
const TEXTS: [what: string, most: number, endpoint: EndpointName, input: (text: string) => object][] = [
  [
    'a reason to correct',
    LENGTH.reason,
    'attendance.correct',
    reason => ({ ...act, ...person, state: 'late', reason }),
  ],
  [
    'a reason to waive',
    LENGTH.reason,
    'attendance.waive',
    reason => ({ ...act, day: '2027-05-01', waived: true, reason }),
  ],
  ['an answer', LENGTH.reason, 'attendance.answer', text => ({ ...act, ...person, forgiven: true, text })],
  ['a reason to change', LENGTH.reason, 'change.make', reason => ({ ...change({ kind: 'cancelSection' }), reason })],
  ['a reason to withdraw', LENGTH.reason, 'draft.withdraw', reason => ({ ...act, batchId: 'b', reason })],
  [
    'a reason to dismiss',
    LENGTH.reason,
    'invite.dismiss',
    reason => ({ ...act, memberId: 'm', role: 'staff', reason }),
  ],
  [
    'a reason to export',
    LENGTH.reason,
    'export.make',
    reason => ({ kind: 'roster', batchId: 'b', phones: 'whole', reason }),
  ],
  [
    'a note of an instructor',
    LENGTH.reason,
    'roll.mark',
    reason => ({
      ...of,
      device: 'phone',
      marks: [{ nonce: 'n-12345678', memberId: 'm', state: 'late', at: 1, seen: 0, reason }],
    }),
  ],
  ['what people bring', LENGTH.bring, 'change.make', bring => change({ kind: 'bring', bring })],
  ['a topic', LENGTH.topic, 'change.make', topic => change({ kind: 'topic', lessonIndex: 0, topic })],
  ['a reason for leave', LENGTH.leaveReason, 'lesson.leave', reason => ({ ...of, reason })],
  ['an appeal', LENGTH.appeal, 'lesson.appeal', text => ({ ...of, text })],
  ['whom staff look for', LENGTH.query, 'staff.find', query => ({ query })],
  ['a name of the profile', LENGTH.profile, 'member.save', name => ({ ...profile, name })],
  ['an employer', LENGTH.profile, 'member.save', employer => ({ ...profile, employer })],
  ['a district', LENGTH.profile, 'member.save', district => ({ ...profile, district })],
  ['a code of an invitation', LENGTH.inviteCode, 'invite.look', code => ({ code })],
  ['a name to invite', LENGTH.personName, 'invite.create', name => ({ ...act, role: 'staff', name })],
  [
    'an organisation to invite',
    LENGTH.organisation,
    'invite.create',
    organisation => ({ ...act, role: 'organisation', name: '王敏', organisation }),
  ],
  ['the title of a batch', LENGTH.batchTitle, 'draft.save', title => settings({ title })],
  [
    'an employer that is invited',
    LENGTH.invitedName,
    'draft.save',
    one => settings({ audience: { employers: [one] } }),
  ],
  ['who answers the telephone', LENGTH.personName, 'draft.save', contactName => settings({ contactName })],
  ['a declaration', LENGTH.declaration, 'draft.save', declaration => settings({ declaration })],
  ['a place', LENGTH.place, 'change.make', place => change({ kind: 'place', place })],
  ['a teacher', LENGTH.personName, 'change.make', instructor => change({ kind: 'instructor', instructor })],
  [
    'what is said of a class',
    LENGTH.ratingText,
    'rating.give',
    text => ({ sectionId: 's', stars: 5, chips: [], text }),
  ],
  ['a message to a class', LENGTH.message, 'roll.message', text => ({ ...act, sectionId: 's', text })],
  ['an answer to a wish', LENGTH.wishAnswer, 'wish.answer', text => ({ ...wish, kind: 'planned', text })],
  ['what a course is about', LENGTH.menuAbout, 'menu.save', about => ({ ...item, about })],
  ['what a course needs', LENGTH.menuNeeds, 'menu.save', needs => ({ ...item, needs })],
  ['a course on a menu', LENGTH.wishTitle, 'menu.save', course => ({ ...item, course })],
  [
    'a line with an answer',
    LENGTH.askAnswer,
    'menu.answer',
    text => ({ ...act, draftId: 'd', key: 'k', at: 1, yes: true, text }),
  ],
];

test.each(TEXTS)('%s may have %i characters, in the form and in the contract', (_what, most, endpoint, input) => {
  expect(takes(endpoint, input('字'.repeat(most)))).toBe(true);
  expect(takes(endpoint, input('字'.repeat(most + 1)))).toBe(false);
});

const NUMBERS: [what: string, range: Range, endpoint: EndpointName, input: (value: number) => object][] = [
  ['capacity', RANGE.capacity, 'change.make', capacity => change({ kind: 'capacity', capacity })],
  ['waitlist', RANGE.waitlistLimit, 'change.make', waitlistLimit => change({ kind: 'waitlist', waitlistLimit })],
  [
    'place in the waiting list',
    RANGE.waitingNumber,
    'change.make',
    number => change({ kind: 'movePerson', memberId: 'm', number }),
  ],
  ['room', RANGE.roomCapacity, 'change.make', roomCapacity => change({ kind: 'place', place: 'p', roomCapacity })],
  ['heads', RANGE.heads, 'roll.headCount', count => ({ ...act, sectionId: 's', lessonIndex: 0, count, seen: 0 })],
  ['limit', RANGE.limit, 'draft.save', limit => settings({ limit })],
  [
    'head start',
    RANGE.headStartMinutes,
    'draft.save',
    headStartMinutes => settings({ audience: { headStartMinutes } }),
  ],
  ['drop', RANGE.dropHours, 'draft.save', dropHours => settings({ dropHours })],
  ['freeze', RANGE.freezeHours, 'draft.save', freezeHours => settings({ freezeHours })],
  ['absences', RANGE.strikes, 'attendance.noShows', strikes => ({ strikes, days: RANGE.days[0] })],
  ['days', RANGE.days, 'attendance.noShows', days => ({ strikes: RANGE.strikes[0], days })],
  ['classes for a wish', RANGE.wishClasses, 'wish.take', classes => ({ ...wish, draft: null, classes, capacity: 1 })],
  ['seats for a wish', RANGE.wishSeats, 'wish.take', capacity => ({ ...wish, draft: null, classes: 1, capacity })],
  ['people, at least', RANGE.menuPeople, 'menu.save', least => ({ ...item, least })],
  ['people, at most', RANGE.menuPeople, 'menu.save', most => ({ ...item, most })],
  ['minutes', RANGE.menuMinutes, 'menu.save', minutes => ({ ...item, minutes })],
  ['lessons', RANGE.menuLessons, 'menu.save', lessons => ({ ...item, lessons })],
  [
    'share of the lessons',
    RANGE.certificatePercent,
    'draft.save',
    percent => settings({ certificate: { percent, hourMinutes: RANGE.hourMinutes[0] } }),
  ],
  [
    'minutes of an hour',
    RANGE.hourMinutes,
    'draft.save',
    hourMinutes => settings({ certificate: { percent: RANGE.certificatePercent[0], hourMinutes } }),
  ],
  ['yuan', RANGE.menuCost, 'menu.save', cost => ({ ...item, cost })],
];

test.each(NUMBERS)('%s: from %j on, and up to it, in whole numbers', (_what, [least, most], endpoint, input) => {
  expect([least, most].map(value => takes(endpoint, input(value)))).toEqual([true, true]);
  expect([least - 1, most + 1, least + 0.5].map(value => takes(endpoint, input(value)))).toEqual([false, false, false]);
});

test('every bound is held by one of these, or needs none', () => {
  const held = new Set<unknown>([...TEXTS.map(one => one[1]), ...NUMBERS.map(one => one[1])]);
  const free = Object.entries({ ...LENGTH, ...RANGE }).filter(([, bound]) => !held.has(bound));

  // A list is cut into names first, and a number that is typed into four digits.
  expect(free.map(([name]) => name)).toEqual(['list', 'checkInNumber']);
});
