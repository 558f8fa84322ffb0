import { DAY, HOUR, MINUTE, startOfDay } from '../../domain/base/clock';
import type { Consents, MessageTrouble, Notice, PushKind } from '../../domain/model';
import { troubleWords } from '../../domain/telling/push-trouble';
import { made, tell } from './changing';
import { range, startScene, type Person, type Scene } from './scene';

/** WeChat in trouble: nothing is burned, nothing is sent twice, the inbox has everything, and staff read what to do. */
const TEMPLATES = { promoted: 'T-promoted', changed: 'T-changed' };
let scene: Scene;
let staff: Person;

beforeEach(async () => {
  const startsAt = Date.now() + 20 * DAY;
  scene = await startScene({
    sections: { tea: { capacity: 5, lessons: [{ startsAt, endsAt: startsAt + HOUR }] } },
    workers: 5,
    batch: { closesAt: Date.now() + 10 * DAY, lastLessonAt: startsAt },
    emulator: { instances: { min: 0, max: 2 }, env: { SUBSCRIBE_TEMPLATES: JSON.stringify(TEMPLATES) } },
  });
  staff = await scene.holder('staff', '王敏');
  for (const index of range(4)) await scene.worker(index).claim('tea');
  scene.emulator.setClock(startOfDay(Date.now()) + DAY + 10 * HOUR - Date.now());
});
afterEach(() => scene.stop());

const consent = (index: number, kind: PushKind = 'changed') =>
  scene.worker(index).call('member.consent', { kinds: [kind] });
const move = (place = '301') => made(staff, { kind: 'place', sectionId: 'tea', place });
const left = (index: number) =>
  scene.emulator.database.read<Consents>('consents').find(one => one._id === scene.worker(index).memberId)?.left;
const pushOf = (index: number): Notice['push'] =>
  scene.notices().find(notice => notice.memberId === scene.worker(index).memberId)?.push;
const troubles = () => scene.emulator.database.read<MessageTrouble>('troubles');
const later = (ms: number) => scene.emulator.setClock(scene.emulator.now() - Date.now() + ms);
const sends = () => scene.emulator.inbox().length;
const answerWith = (answer: number | 'silence' | undefined) =>
  scene.emulator.setAnswers(answer === undefined ? {} : { 'subscribeMessage.send': answer });
const shownToStaff = async () => {
  const answer = await staff.call('staff.batch', { batchId: 'b' });
  return answer.ok ? answer.data.messageTroubles.map(troubleWords) : [];
};

test('the quota is used up (45009): consents are kept, sending rests, staff are told, and it goes out later by itself', async () => {
  for (const index of range(4)) await consent(index);
  answerWith(45009);
  await move();

  await tell(scene);
  const tried = sends();
  await tell(scene);

  expect(tried).toBeGreaterThan(0);
  expect(sends()).toBe(tried);
  expect(range(4).map(left)).toEqual(range(4).map(() => ({ changed: 1 })));
  expect(range(4).map(index => pushOf(index)?.state)).toEqual(range(4).map(() => 'due'));
  expect(await shownToStaff()).toEqual([expect.stringMatching(/次数用完了（45009）.*不用处理/)]);

  // However often it is met: it is no try of these messages.
  for (const _ of range(6)) {
    later(11 * MINUTE);
    await tell(scene);
  }
  expect(range(4).map(index => pushOf(index)?.state)).toEqual(range(4).map(() => 'due'));

  answerWith(undefined);
  later(11 * MINUTE);
  await tell(scene);
  expect(range(4).map(index => pushOf(index)?.state)).toEqual(range(4).map(() => 'sent'));
  expect(range(4).map(left)).toEqual(range(4).map(() => ({ changed: 0 })));
  expect(troubles()).toEqual([]);
  expect(await shownToStaff()).toEqual([]);
});

test('a template was removed (40037): that kind rests and staff are told whose turn it is, the other kind goes out', async () => {
  await consent(0);
  answerWith(40037);
  await move();
  await tell(scene);
  expect(await shownToStaff()).toEqual([expect.stringMatching(/“班有变动”.*SUBSCRIBE_TEMPLATES/)]);
  expect(left(0)).toEqual({ changed: 1 });

  answerWith(undefined);
  await scene.worker(4).call('member.consent', { kinds: ['promoted'] });
  await made(staff, { kind: 'addPerson', sectionId: 'tea', memberId: scene.worker(4).memberId });
  await tell(scene);

  expect(pushOf(0)).toMatchObject({ state: 'due' });
  later(31 * MINUTE);
  await tell(scene);
  expect(pushOf(0)).toMatchObject({ state: 'sent' });
});

test('no permission (-604101): told to staff with the step that deploying cannot do', async () => {
  await consent(0);
  answerWith(-604101);
  await move();

  await tell(scene);

  expect(pushOf(0)).toMatchObject({ state: 'due', tries: 0 });
  expect(await shownToStaff()).toEqual([expect.stringContaining('开发者工具')]);
});

test('silence: the message may have been sent, so it is not sent again, whatever consent is left', async () => {
  await consent(0);
  await consent(0);
  answerWith('silence');
  await move();
  await tell(scene);
  expect(pushOf(0)).toMatchObject({ state: 'unknown' });
  expect(sends()).toBe(1);

  answerWith(undefined);
  for (const _ of range(3)) {
    later(2 * HOUR);
    await tell(scene);
  }

  expect(sends()).toBe(1);
  expect(left(0)).toEqual({ changed: 1 });
  const inbox = await scene.worker(0).call('member.notices', {});
  expect(inbox.ok && inbox.data.notices).toHaveLength(1);
});

test('an instance that dies after WeChat was asked: the message is not sent twice', async () => {
  for (const index of [1, 2, 3]) await scene.worker(index).drop('tea');
  await consent(0);
  await consent(0);
  await move();
  // The first update of the notice is the claim, the second says that it was sent.
  scene.emulator.setFaults({
    rules: [
      {
        on: 'database',
        function: 'tell',
        action: 'modifyDocument',
        collection: 'notices',
        kind: 'kill',
        skip: 1,
        times: 1,
      },
    ],
  });
  await expect(scene.emulator.fireTimer('tell')).rejects.toThrow('killed');
  expect(sends()).toBe(1);
  expect(pushOf(0)).toMatchObject({ state: 'sending' });

  scene.emulator.setFaults({});
  for (const _ of range(3)) {
    later(2 * HOUR);
    await tell(scene);
  }

  expect(sends()).toBe(1);
});

test('who has taken back the consent (43101) is not asked of WeChat again, and reads it in the inbox', async () => {
  await consent(0);
  await consent(0);
  scene.emulator.setSubscribers({ [scene.worker(0).openid]: 43101 });
  await move();
  await tell(scene);
  await move('302');
  await tell(scene);

  expect(sends()).toBe(1);
  expect(left(0)).toEqual({ changed: 0 });
  expect(troubles()).toEqual([]);
  const inbox = await scene.worker(0).call('member.notices', {});
  expect(inbox.ok && inbox.data.notices).toHaveLength(2);
});

test('a tap that is sent nine times, one after another and at once, is one consent; another tap is another', async () => {
  const tap = (tapId: string) => scene.worker(0).call('member.consent', { kinds: ['changed'], tapId });

  await Promise.all(range(5).map(() => tap('first-tap')));
  for (const _ of range(4)) await tap('first-tap');
  expect(left(0)).toEqual({ changed: 1 });

  expect(await tap('second-tap')).toMatchObject({ data: { consents: { changed: 2 } } });
  expect(await tap('first-tap')).toMatchObject({ data: { consents: { changed: 2 } } });
});

test('a quota that was used up is on show until midnight and no longer, also while messages wait', async () => {
  await consent(0);
  answerWith(45009);
  await move();
  await tell(scene);
  expect(await shownToStaff()).toHaveLength(1);

  const midnight = startOfDay(scene.emulator.now()) + DAY;
  scene.emulator.setClock(midnight - 1_000 - Date.now());
  expect(await shownToStaff()).toHaveLength(1);
  scene.emulator.setClock(midnight + 1_000 - Date.now());
  expect(await shownToStaff()).toEqual([]);
  await tell(scene);
  expect(pushOf(0)).toMatchObject({ state: 'due' });
});

test('a trouble that keeps nothing back is on show no more', async () => {
  await consent(0);
  answerWith(40037);
  await move();
  await tell(scene);
  expect(await shownToStaff()).toHaveLength(1);

  // Given up after a day.
  later(DAY + HOUR);
  await tell(scene);
  later(MINUTE);
  await tell(scene);

  expect(pushOf(0)).toMatchObject({ state: 'failed' });
  later(HOUR);
  await tell(scene);
  expect(troubles()).toEqual([]);
  expect(await shownToStaff()).toEqual([]);
});
