import { HOUR } from '../../../domain/base/clock';
import type { Consents, MessageTrouble, Notice } from '../../../domain/model';
import { db, emulated, found, overDatabase, put } from './over-database';

/** A subscription message goes out at most once, for one consent, and touches nobody else's. */
overDatabase();

const me = 'me';
const lessonAt = Date.now() + HOUR;
type Push = NonNullable<Notice['push']>;
const due: Push = { kind: 'changed', state: 'due', notBefore: 0, tries: 0, lessonAt };
const notice = (push: Partial<Push> = {}, _id = 'n'): Notice => ({
  _id,
  memberId: me,
  kind: 'PLACE_CHANGED',
  sectionId: 's',
  batchId: 'b',
  title: '茶艺一班',
  createdAt: Date.now(),
  readAt: null,
  push: { ...due, ...push },
});
const consents = (changed: number, _id = me): Consents => ({ _id, left: { changed }, at: 1 });

const pushOf = (id = 'n') => found<Notice>('notices', id).push;
const left = (id = me) => found<Consents>('consents', id).left;
const ring = (seen = notice(), onTrouble: (trouble: MessageTrouble) => Promise<void> = async () => undefined) =>
  db.ring(seen, { changed: 'T-changed' }, onTrouble);
const sent = () => emulated.inbox().length;
let before: number;

beforeEach(async () => {
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  await put('members', { _id: me, openid: 'o-me', name: '李文秀' });
  await put('notices', notice());
  await put('notices', notice({}, 'due beside'));
  await put('notices', notice({ state: 'sending' }, 'sending beside'));
  await put('consents', consents(1));
  await put('consents', consents(1, 'beside'));
  emulated.setAnswers({});
  before = sent();
});
afterEach(() => {
  jest.restoreAllMocks();
  expect(pushOf('due beside')).toEqual(due);
  expect(pushOf('sending beside')).toEqual({ ...due, state: 'sending' });
  expect(left('beside')).toEqual({ changed: 1 });
});

test('one consent is one message', async () => {
  expect(await ring()).toBe(true);
  expect(pushOf()).toEqual({ ...due, state: 'sent', tries: 1 });
  expect(left()).toEqual({ changed: 0 });
  expect(sent()).toBe(before + 1);
});

test.each<[string, Partial<Push>]>([
  ['was sent meanwhile', { state: 'sent' }],
  ['was tried meanwhile', { tries: 1 }],
])('a message that %s is not sent, and costs no consent', async (_, stored) => {
  await put('notices', notice(stored));
  expect(await ring()).toBe(false);
  expect(pushOf()).toEqual({ ...due, ...stored });
  expect(left()).toEqual({ changed: 1 });
  expect(sent()).toBe(before);
});

test('of two timers at once only one sends', async () => {
  await put('consents', consents(2));
  expect((await Promise.all([ring(), ring()])).sort()).toEqual([false, true]);
  expect(sent()).toBe(before + 1);
  expect(left()).toEqual({ changed: 1 });
});

test('without a consent nothing is sent', async () => {
  await put('consents', consents(0));
  expect(await ring()).toBe(false);
  expect(pushOf()?.state).toBe('unasked');
  expect(left()).toEqual({ changed: 0 });
  expect(sent()).toBe(before);
});

test('who has refused such messages in WeChat has no consents left', async () => {
  await put('consents', consents(3));
  emulated.setAnswers({ 'subscribeMessage.send': 43101 });
  expect(await ring()).toBe(false);
  expect(pushOf()?.state).toBe('refused');
  expect(left()).toEqual({ changed: 0 });
});

test('where WeChat sends none to anybody, the consent is given back and the message stays due, with no try counted', async () => {
  emulated.setAnswers({ 'subscribeMessage.send': 45009 });
  const told: MessageTrouble[] = [];
  expect(await ring(notice(), async trouble => void told.push(trouble))).toBe(false);
  expect(told).toHaveLength(1);
  expect(pushOf()).toMatchObject({ state: 'due', tries: 0 });
  expect(left()).toEqual({ changed: 1 });
});

test('what has become of a message while WeChat was asked is not written over', async () => {
  emulated.setAnswers({ 'subscribeMessage.send': 45009 });
  const erased = notice({ state: 'stale', tries: 1 });
  await ring(notice(), async () => void (await put('notices', erased)));
  expect(pushOf()).toEqual(erased.push);
});
