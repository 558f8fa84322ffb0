import { CONTRACT, type EndpointName } from '../../domain/api';
import { ROLES } from '../../domain/model';

/** Who may call what, written a second time: a new endpoint must be thought about here, or this fails. */
const PUBLIC: EndpointName[] = ['catalog.batches', 'catalog.batch', 'loop.section'];
const ANYONE: EndpointName[] = [
  'catalog.past',
  'link.scene',
  'line.board',
  'line.enter',
  'line.claim',
  'line.drop',
  'line.place',
  'line.mine',
  'line.past',
  'member.me',
  'member.phone',
  'member.data',
  'member.eraseLook',
  'member.erase',
  'export.mine',
  'member.save',
  'member.notices',
  'member.readNotices',
  'member.messages',
  'member.consent',
  'member.follow',
  'member.follows',
  'member.followClass',
  'member.followedClasses',
  'member.reminders',
  'invite.look',
  'invite.accept',
  'lesson.mine',
  'lesson.ofClass',
  'lesson.groupCode',
  'lesson.checkIn',
  'lesson.leave',
  'lesson.comeAfterAll',
  'lesson.decline',
  'lesson.appeal',
  'wish.list',
  'wish.similar',
  'wish.propose',
  'wish.voice',
  'wish.again',
  'wish.mine',
  'rating.mine',
  'rating.give',
  'certificate.mine',
  'certificate.ofClass',
  'certificate.take',
  'certificate.code',
  'certificate.look',
];
const RUNNERS: EndpointName[] = [
  'roll.sections',
  'roll.past',
  'roll.roster',
  'roll.lesson',
  'roll.mark',
  'roll.code',
  'roll.letIn',
  'roll.headCount',
  'roll.attendance',
  'menu.save',
  'menu.withdraw',
  'menu.mine',
  'menu.asks',
  'menu.answer',
  'rating.own',
];
const RUNNERS_AND_STAFF: EndpointName[] = ['roll.message', 'roll.putGroupCode', 'link.code'];
const STAFF: EndpointName[] = [
  'report.span',
  'report.file',
  'report.sign',
  'report.list',
  'wish.queue',
  'wish.look',
  'wish.pass',
  'wish.hide',
  'wish.answer',
  'wish.merge',
  'wish.unmerge',
  'wish.take',
  'certificate.section',
  'certificate.revoke',
  'loop.courses',
  'loop.course',
  'menu.list',
  'menu.take',
  'menu.ask',
  'rating.overview',
  'rating.results',
  'rating.hide',
  'rating.next',
  'staff.todo',
  'staff.week',
  'staff.unreached',
  'staff.batches',
  'staff.past',
  'staff.batch',
  'staff.numbers',
  'staff.line',
  'staff.find',
  'staff.places',
  'staff.record',
  'staff.check',
  'invite.create',
  'invite.list',
  'invite.revoke',
  'invite.dismiss',
  'draft.create',
  'draft.read',
  'draft.save',
  'draft.saveSection',
  'draft.removeSection',
  'draft.readSheet',
  'draft.importSheet',
  'draft.template',
  'draft.annotated',
  'draft.publish',
  'draft.withdraw',
  'draft.discard',
  'change.make',
  'change.dayOff',
  'export.make',
  'rehearsal.run',
  'rehearsal.last',
  'attendance.batch',
  'attendance.lesson',
  'attendance.correct',
  'attendance.close',
  'attendance.waive',
  'attendance.noShows',
  'attendance.appeals',
  'attendance.answer',
];

const rolesOf = (endpoint: EndpointName) => {
  const { access } = CONTRACT[endpoint];
  return access === 'public' || access === 'anyone' ? access : ROLES.filter(role => access.includes(role));
};

test('every endpoint stands in exactly one list', () => {
  expect([...PUBLIC, ...ANYONE, ...RUNNERS, ...RUNNERS_AND_STAFF, ...STAFF].sort()).toEqual(
    Object.keys(CONTRACT).sort(),
  );
});

test.each(PUBLIC)('%s is for everybody, known or not', endpoint => {
  expect(rolesOf(endpoint)).toBe('public');
});

test.each(RUNNERS_AND_STAFF)('%s is for those who run classes, and staff', endpoint => {
  expect(rolesOf(endpoint)).toEqual(['instructor', 'organisation', 'staff']);
});

test.each(ANYONE)('%s is for everybody', endpoint => {
  expect(rolesOf(endpoint)).toBe('anyone');
});

test.each(RUNNERS)('%s is for those who run classes', endpoint => {
  expect(rolesOf(endpoint)).toEqual(['instructor', 'organisation']);
});

test.each(STAFF)('%s is for staff and nobody else', endpoint => {
  expect(rolesOf(endpoint)).toEqual(['staff']);
});
