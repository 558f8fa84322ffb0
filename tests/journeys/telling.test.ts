import { DAY, HOUR, startOfDay } from '../../domain/base/clock';
import type { Consents, Notice, PushKind, Section } from '../../domain/model';
import { HOLD_TTL_MS } from '../../domain/line/hold';
import { MOST_TRIES } from '../../domain/telling/push-retry';
import { made, outboxOf, recordOf, tell, toldOf } from './changing';
import { range, SOUND, startScene, type Person, type Scene } from './scene';

/** Every notice in the inbox whatever dies; the phone rings by consent and not at night. */
const TEMPLATES = { promoted: 'T-promoted', changed: 'T-changed' };
let scene: Scene;
let staff: Person;

async function begin(lessonIn = 20 * DAY, templates: object = TEMPLATES): Promise<void> {
  const lessons = [{ startsAt: Date.now() + lessonIn, endsAt: Date.now() + lessonIn + HOUR }];
  const tea: Partial<Section> = { capacity: 2, waitlistLimit: 3, lessons };
  scene = await startScene({
    sections: { tea },
    workers: 5,
    batch: { lastLessonAt: lessons[0]!.startsAt, closesAt: Date.now() + 10 * DAY },
    emulator: { instances: { min: 0, max: 2 }, env: { SUBSCRIBE_TEMPLATES: JSON.stringify(templates) } },
  });
  staff = await scene.holder('staff', '王敏');
  for (const index of range(4)) await scene.worker(index).claim('tea');
}
afterEach(() => scene.stop());

const raise = () => made(staff, { kind: 'capacity', sectionId: 'tea', capacity: 3 }, { actId: 'act-raise' });
const move = () => made(staff, { kind: 'place', sectionId: 'tea', place: '新楼 301' }, { actId: 'act-place' });
const noticeOf = (index: number): Notice | undefined =>
  scene.notices().find(notice => notice.memberId === scene.worker(index).memberId);
const consent = (index: number, ...kinds: PushKind[]) => scene.worker(index).call('member.consent', { kinds });
const left = (index: number) =>
  scene.emulator.database.read<Consents>('consents').find(one => one._id === scene.worker(index).memberId)?.left;
const sent = () => scene.emulator.inbox().filter(message => message.errCode === 0);
/** The emulator's clock at so many hours after the next midnight in Shanghai, plus days. */
const clockTo = (hours: number, days = 0) =>
  scene.emulator.setClock(startOfDay(Date.now()) + (1 + days) * DAY + hours * HOUR - Date.now());
const later = (ms: number) => scene.emulator.setClock(scene.emulator.now() - Date.now() + ms);
const unanswered = (fn: string, endpoint: string, input: object, openid: string) =>
  scene.emulator.post(fn, { endpoint, input }, openid).then(({ status }) => expect(status).not.toBe(200));

describe('what a crash leaves', () => {
  const dying = (rule: object) =>
    scene.emulator.setFaults({ rules: [{ on: 'database', kind: 'kill', times: 1, ...rule } as never] });

  test('between the act and the telling: the timer tells, once', async () => {
    await begin();
    dying({ function: 'desk', action: 'insertDocument', collection: 'notices' });
    const change = { kind: 'capacity', sectionId: 'tea', capacity: 3 };
    const input = { actId: 'act-crash', change, reason: '', dryRun: false };
    await unanswered('desk', 'change.make', input, staff.openid);
    expect(recordOf(scene)).toHaveLength(1);
    expect(scene.notices()).toEqual([]);

    await tell(scene);
    expect(scene.notices()).toEqual([]);
    later(HOLD_TTL_MS + 1);
    await tell(scene);
    await tell(scene);

    const once = [`PROMOTED ${scene.worker(2).memberId}`];
    expect(toldOf(scene, 'tea')).toEqual(once);
    expect(outboxOf(scene)).toMatchObject([{ doneAt: expect.any(Number) }]);
    expect(await made(staff, change as never, { actId: 'act-crash', reason: '' })).toMatchObject({
      done: true,
      told: 1,
    });
    expect(toldOf(scene, 'tea')).toEqual(once);
  });

  test('between a drop and its telling: the timer finds who moved up', async () => {
    await begin();
    dying({ function: 'line', action: 'insertDocument', collection: 'notices' });
    await unanswered('line', 'line.drop', { sectionId: 'tea' }, scene.worker(0).openid);
    expect(scene.line('tea')).not.toContain(scene.worker(0).memberId);
    expect(scene.notices()).toEqual([]);

    later(HOLD_TTL_MS + 1);
    await tell(scene);

    expect(toldOf(scene, 'tea')).toEqual([`PROMOTED ${scene.worker(2).memberId}`]);
    expect(outboxOf(scene)).toEqual([]);
  });

  test('before a drop left the line: nobody is told anything, the seat stays, and nothing is left to do', async () => {
    await begin();
    dying({ function: 'line', action: 'modifyAndReturnDoc', collection: 'sections' });
    await unanswered('line', 'line.drop', { sectionId: 'tea' }, scene.worker(0).openid);
    expect(outboxOf(scene)).toHaveLength(1);

    later(HOLD_TTL_MS + 1);
    await tell(scene);

    expect([scene.notices(), outboxOf(scene)]).toEqual([[], []]);
    expect(scene.line('tea')[0]).toBe(scene.worker(0).memberId);
    expect(await scene.worker(0).drop('tea')).toMatchObject({ data: { left: 'SEATED' } });
    expect(toldOf(scene, 'tea')).toEqual([`PROMOTED ${scene.worker(2).memberId}`]);
    expect(outboxOf(scene)).toEqual([]);
    expect(scene.healing()).toEqual(SOUND);
  });
});

describe('the phone rings', () => {
  test('for whom agreed, once for each consent; the inbox has every notice', async () => {
    await begin();
    clockTo(10);
    await consent(0, 'changed');
    await move();
    await made(staff, { kind: 'place', sectionId: 'tea', place: '302' });

    await tell(scene);
    await tell(scene);

    expect(sent()).toMatchObject([
      {
        api: 'subscribeMessage.send',
        data: {
          touser: scene.worker(0).openid,
          template_id: 'T-changed',
          data: { thing1: { value: '茶艺tea' }, thing2: { value: expect.stringContaining('地点') } },
        },
      },
    ]);
    expect(left(0)).toEqual({ changed: 0 });
    const states = scene.notices().map(notice => notice.push?.state);
    expect(states.filter(state => state === 'sent')).toHaveLength(1);
    expect(states.filter(state => state === 'unasked')).toHaveLength(7);
    const inbox = await scene.worker(0).call('member.notices', {});
    expect(inbox.ok && inbox.data.notices).toHaveLength(2);
    expect(JSON.stringify(inbox)).not.toContain('push');
  });

  test('not for who refuses (43101): the ledger is emptied, the notice stays', async () => {
    await begin();
    clockTo(10);
    await consent(2, 'promoted');
    await consent(2, 'promoted');
    scene.emulator.setSubscribers({ [scene.worker(2).openid]: 43101 });
    await raise();

    await tell(scene);

    expect(scene.emulator.inbox()).toMatchObject([{ errCode: 43101 }]);
    expect(left(2)).toEqual({ promoted: 0 });
    expect(noticeOf(2)).toMatchObject({ kind: 'PROMOTED', readAt: null, push: { state: 'refused' } });
    expect(await scene.worker(2).call('member.notices', {})).toMatchObject({
      data: { notices: [{ kind: 'PROMOTED' }] },
    });
  });

  test('again later where WeChat fails, with pauses, and is given up after five; the consent is not lost to a failure', async () => {
    await begin();
    clockTo(9);
    await consent(2, 'promoted');
    scene.emulator.setSubscribers({ [scene.worker(2).openid]: 47003 });
    await raise();

    await tell(scene);
    await tell(scene);
    expect(scene.emulator.inbox()).toHaveLength(1);
    expect(left(2)).toEqual({ promoted: 1 });
    for (const _ of range(MOST_TRIES + 2)) {
      later(40 * 60_000);
      await tell(scene);
    }

    expect(scene.emulator.inbox()).toHaveLength(MOST_TRIES);
    expect(noticeOf(2)).toMatchObject({ push: { state: 'failed', tries: MOST_TRIES } });
    expect(left(2)).toEqual({ promoted: 1 });
  });

  test('after a failure, when WeChat is well again', async () => {
    await begin();
    clockTo(9);
    await consent(2, 'promoted');
    scene.emulator.setSubscribers({ [scene.worker(2).openid]: -1 });
    await raise();
    await tell(scene);
    scene.emulator.setSubscribers({});
    later(10 * 60_000);
    await consent(2, 'promoted');
    await tell(scene);

    expect(noticeOf(2)).toMatchObject({ push: { state: 'sent' } });
    expect(sent()).toHaveLength(1);
  });

  test('never without a template: the union may have none yet', async () => {
    await begin(undefined, {});
    clockTo(10);
    await consent(2, 'promoted');
    await raise();
    await tell(scene);

    expect(scene.emulator.inbox()).toEqual([]);
    expect(noticeOf(2)).toMatchObject({ push: { state: 'unasked' } });
    expect(left(2)).toEqual({ promoted: 1 });
  });

  test('two timers at once send one message', async () => {
    await begin();
    clockTo(10);
    for (const _ of range(3)) await consent(2, 'promoted');
    await raise();
    scene.emulator.setFaults({ databaseLatencyMs: { min: 1, max: 10 } });

    await Promise.all(range(4).map(() => scene.emulator.fireTimer('tell')));

    expect(sent()).toHaveLength(1);
    expect(left(2)).toEqual({ promoted: 2 });
  });
});

describe('at night', () => {
  test('what can wait waits until eight; the inbox has it at once', async () => {
    await begin();
    clockTo(22);
    await consent(0, 'changed');
    await move();
    expect(noticeOf(0)).toMatchObject({ kind: 'PLACE_CHANGED' });
    await tell(scene);
    clockTo(7.9, 1);
    await tell(scene);
    expect(sent()).toEqual([]);

    clockTo(8.1, 1);
    await tell(scene);
    expect(sent()).toHaveLength(1);
  });

  test('what was written by day and is late waits as well', async () => {
    await begin();
    clockTo(21.9);
    await consent(0, 'changed');
    await move();
    clockTo(22.1);
    await tell(scene);
    expect(sent()).toEqual([]);
    expect(noticeOf(0)).toMatchObject({ push: { state: 'due' } });

    clockTo(8.1, 1);
    await tell(scene);
    expect(sent()).toHaveLength(1);
  });

  test('what is near does not wait', async () => {
    // The lesson begins on the day after tomorrow's early morning, nine hours after 23:00.
    await begin(startOfDay(Date.now()) + 2 * DAY + 8 * HOUR - Date.now());
    clockTo(23);
    await consent(0, 'changed');
    await move();
    await tell(scene);

    expect(sent()).toHaveLength(1);
  });
});
