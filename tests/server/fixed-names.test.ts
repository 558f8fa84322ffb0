import { CONTRACT, type EndpointName } from '../../domain/api';
import { COLLECTIONS } from '../../domain/collections';
import { FUNCTIONS, functionOf, functionWithoutIdentity } from '../../domain/functions';
import { postedPath } from '../../domain/line/posted-board';
import { PAGE_OF, picturePath } from '../../domain/link/link';
import { pathOf } from '../../domain/link/routes';
import { certificateScene, readCertificateScene, readScene, sceneText } from '../../domain/link/scene';
import { tagOf, tokenOf } from '../../server/link/link-token';

/**
 * Names that live outside this repository once an environment is deployed: in its console, in apps on phones that were
 * not updated yet, on posters, in storage. They are added to and never changed, so that `npm run deploy` is all that an
 * upgrade needs.
 */
const names = Object.keys(CONTRACT) as EndpointName[];

test('functions', () => {
  expect(FUNCTIONS).toEqual(['line', 'app', 'desk', 'open', 'nightly', 'stroke', 'tell', 'probe']);
});

const SERVED = {
  line: 'line.board line.enter line.claim line.drop line.place',
  app:
    'catalog.batches catalog.past catalog.batch ' +
    'lesson.mine lesson.ofClass lesson.groupCode lesson.checkIn lesson.leave lesson.comeAfterAll lesson.decline lesson.appeal ' +
    'line.mine line.past link.scene loop.section ' +
    'member.me member.save member.phone member.notices member.readNotices member.messages member.consent member.reminders ' +
    'member.follow member.follows member.followClass member.followedClasses member.data member.eraseLook member.erase ' +
    'rating.mine rating.give rating.own ' +
    'roll.sections roll.past roll.roster roll.lesson roll.mark roll.code roll.letIn roll.attendance roll.message roll.putGroupCode ' +
    'roll.headCount ' +
    'menu.save menu.withdraw menu.mine menu.asks menu.answer ' +
    'wish.list wish.similar wish.propose wish.voice wish.again wish.mine ' +
    'certificate.mine certificate.ofClass certificate.take certificate.look',
  desk:
    'attendance.batch attendance.lesson attendance.correct attendance.close attendance.waive attendance.noShows ' +
    'attendance.appeals attendance.answer change.make change.dayOff ' +
    'draft.create draft.read draft.save draft.saveSection draft.removeSection draft.readSheet draft.importSheet ' +
    'draft.template draft.annotated draft.publish draft.withdraw draft.discard export.make export.mine ' +
    'invite.create invite.list invite.revoke invite.dismiss invite.look invite.accept link.code ' +
    'loop.courses loop.course menu.list menu.take menu.ask rating.overview rating.results rating.hide rating.next ' +
    'rehearsal.run rehearsal.last report.file report.list report.sign report.span ' +
    'staff.todo staff.week staff.unreached staff.batches staff.past staff.batch staff.numbers staff.line staff.find staff.places staff.record staff.check ' +
    'wish.queue wish.look wish.pass wish.hide wish.answer wish.merge wish.unmerge wish.take ' +
    'certificate.code certificate.section certificate.revoke',
};

test.each(Object.entries(SERVED))('endpoints of the function %s', (fn, served) => {
  expect(names.filter(name => functionOf(name) === fn).sort()).toEqual(served.split(' ').sort());
});

test('every endpoint is served', () => {
  expect(names.filter(name => !Object.hasOwn(SERVED, functionOf(name)))).toEqual([]);
});

test('`open` serves exactly what needs no identity', () => {
  expect(names.filter(name => functionWithoutIdentity(name) === 'open').sort()).toEqual(
    names.filter(name => CONTRACT[name].access === 'public').sort(),
  );
});

test('collections', () => {
  const all =
    'batches certificates checks classFollows consents daysOff drafts erasures follows groupCodes invites links members menus notices outbox ratings record ' +
    'rehearsals reports rolls sections standings sums tallies troubles waivers wishes';
  expect(Object.keys(COLLECTIONS).sort()).toEqual(all.split(' '));
});

test('scenes of printed codes, and the pages they open', () => {
  expect(tagOf('union-env')).toBe('eCUp_X');
  expect(tokenOf({ to: 'batch', batchId: 'b' })).toBe('Th5fLLK4D0DGzCiNfqFm');
  expect(tokenOf({ to: 'section', batchId: 'b', sectionId: 's0' })).toBe('u4XmlyINLDlhtMGbW9NP');
  expect(tokenOf({ to: 'lesson', batchId: 'b', sectionId: 's', lessonIndex: 3 })).toBe('0J7GAJ0OoRSyFEdI4I7O');
  const scene = { tag: 'Ab3-_9', token: 'abcdefghijKLMNOP-_12' };
  expect(sceneText(scene)).toBe('hg.Ab3-_9.abcdefghijKLMNOP-_12');
  expect(readScene('hg.Ab3-_9.abcdefghijKLMNOP-_12')).toEqual(scene);
  expect(certificateScene({ tag: 'Ab3-_9', code: 'ABCDEFGHJKMN' })).toBe('hgc.Ab3-_9.ABCDEFGHJKMN');
  expect(readCertificateScene('hgc.Ab3-_9.ABCDEFGHJKMN')).toEqual({ tag: 'Ab3-_9', code: 'ABCDEFGHJKMN' });
  expect(pathOf('checkCertificate')).toBe('packages/me/check/index');
  expect(PAGE_OF).toEqual({
    batch: 'pages/batch/index',
    section: 'pages/section/index',
    lesson: 'pages/checkin/index',
  });
});

test('paths in the storage', () => {
  expect(postedPath('b1')).toBe('board/b1.json');
  expect(picturePath('token', 'image/png')).toBe('codes/token.png');
  expect(picturePath('token', 'image/jpeg')).toBe('codes/token.jpg');
});
