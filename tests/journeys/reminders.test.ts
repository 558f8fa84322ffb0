import { DAY, HOUR, MINUTE, startOfDay, timeText } from '../../domain/base/clock';
import type { Follow, Notice, Outgoing } from '../../domain/model';
import { emptyRoll, type Roll } from '../../domain/roll/roll';
import { HOLD_TTL_MS } from '../../domain/line/hold';
import { followId, remindFrom, TOLD_A_MINUTE } from '../../domain/telling/remind';
import { instancesToWarm } from '../../domain/line/warm-up';
import { made, tell } from './changing';
import { range, startScene, type Person, type Scene } from './scene';

/** 开放前提醒 and 明天上课: told once, in time, and only what is still true. */
const TEMPLATES = { opening: 'T-opening', tomorrow: 'T-tomorrow', promoted: 'T-promoted' };
const env = { SUBSCRIBE_TEMPLATES: JSON.stringify(TEMPLATES) };
let scene: Scene;
afterEach(() => scene.stop());

const kindOf = (kind: Notice['kind']) => scene.notices().filter(notice => notice.kind === kind);
const toldOf = (kind: Notice['kind']) =>
  kindOf(kind)
    .map(notice => notice.memberId)
    .sort();
const ids = (...people: Person[]) => people.map(one => one.memberId).sort();
const clockAt = (at: number) => scene.emulator.setClock(at - Date.now());
const sent = () => scene.emulator.inbox().filter(message => message.errCode === 0);

describe('before an opening', () => {
  /** Tomorrow, 20:00 in Shanghai. */
  const opensAt = startOfDay(Date.now()) + DAY + 20 * HOUR;
  const beforeOpening = (ms: number) => clockAt(opensAt - ms);
  const follow = (person: Person, on = true) => person.call('member.follow', { batchId: 'b', on });

  beforeEach(async () => {
    scene = await startScene({
      sections: { tea: { capacity: 9 } },
      batch: { opensAt },
      workers: 4,
      emulator: { instances: { min: 0, max: 2 }, env },
    });
  });

  test('who follows is told a quarter of an hour before, once; WeChat only where they agreed', async () => {
    for (const index of range(3)) expect(await follow(scene.worker(index))).toMatchObject({ data: { follows: true } });
    await follow(scene.worker(0));
    await scene.worker(1).call('member.consent', { kinds: ['opening'] });

    beforeOpening(16 * MINUTE);
    await tell(scene);
    expect(kindOf('OPENING')).toEqual([]);
    beforeOpening(15 * MINUTE);
    await tell(scene);
    await tell(scene);

    expect(toldOf('OPENING')).toEqual(ids(...range(3).map(scene.worker)));
    expect(kindOf('OPENING')[0]).toMatchObject({ title: '第一期', text: '20:00 开放，现在就能候场', sectionId: '' });
    expect(sent()).toMatchObject([
      {
        data: {
          touser: scene.worker(1).openid,
          template_id: 'T-opening',
          page: 'pages/batch/index?batchId=b',
          data: { thing2: { value: '20:00 开放，现在就能候场' } },
        },
      },
    ]);
    expect(await scene.worker(0).call('member.notices', {})).toMatchObject({
      data: { notices: [{ kind: 'OPENING', batchId: 'b' }] },
    });
  });

  test('who has undone it, or never asked for it, is not told', async () => {
    await follow(scene.worker(0));
    await follow(scene.worker(1));
    await follow(scene.worker(0), false);
    expect(await scene.worker(0).call('member.follows', {})).toMatchObject({ data: { batchIds: [] } });
    expect(await scene.worker(1).call('member.follows', {})).toMatchObject({ data: { batchIds: ['b'] } });

    beforeOpening(10 * MINUTE);
    await tell(scene);

    expect(toldOf('OPENING')).toEqual(ids(scene.worker(1)));
  });

  test('who follows in the last minutes is told with the next one', async () => {
    await follow(scene.worker(0));
    beforeOpening(10 * MINUTE);
    await tell(scene);
    await follow(scene.worker(1));
    await tell(scene);

    expect(toldOf('OPENING')).toEqual(ids(scene.worker(0), scene.worker(1)));
  });

  test('an opening that is moved is told at its own time; who had been told of the old one is told of the new one, once', async () => {
    const batch = { _id: 'b', ...scene.emulator.database.read('batches')[0] };
    await follow(scene.worker(0));
    beforeOpening(15 * MINUTE);
    await tell(scene);
    await scene.set('batches', { ...batch, opensAt: opensAt + HOUR });
    await tell(scene);
    expect(kindOf('OPENING')).toHaveLength(1);

    clockAt(opensAt + HOUR - 15 * MINUTE);
    await tell(scene);
    await tell(scene);

    expect(kindOf('OPENING').map(notice => notice.text)).toEqual([
      '20:00 开放，现在就能候场',
      '21:00 开放，现在就能候场',
    ]);
  });

  test('a batch that is withdrawn tells nobody, and a message that waits for it is not sent', async () => {
    const batch = scene.emulator.database.read('batches')[0]!;
    await follow(scene.worker(0));
    await scene.worker(0).call('member.consent', { kinds: ['opening'] });
    scene.emulator.setAnswers({ 'subscribeMessage.send': 45009 });
    beforeOpening(14 * MINUTE);
    await tell(scene);
    await follow(scene.worker(1));
    await scene.set('batches', { ...batch, state: 'archived' });
    scene.emulator.setAnswers({});
    beforeOpening(2 * MINUTE);
    await tell(scene);

    expect(toldOf('OPENING')).toEqual(ids(scene.worker(0)));
    expect(kindOf('OPENING')[0]).toMatchObject({ push: { state: 'stale' } });
    expect(sent()).toEqual([]);
  });

  test('a crash in the middle, anywhere: everybody is told once in the end', async () => {
    for (const index of range(4)) await follow(scene.worker(index));
    beforeOpening(15 * MINUTE);
    const ends: string[] = [];
    const fire = () =>
      scene.emulator.fireTimer('tell').then(
        () => ends.push('ended'),
        () => ends.push('killed'),
      );
    for (const skip of range(4)) {
      const die = { on: 'database', function: 'tell', kind: 'kill', times: 1 } as const;
      scene.emulator.setFaults({
        rules: [{ ...die, action: 'insertDocument', collection: 'notices', skip, when: 'after' }],
      });
      await fire();
    }
    scene.emulator.setFaults({
      rules: [
        { on: 'database', function: 'tell', kind: 'kill', times: 1, collection: 'follows', action: 'modifyDocument' },
      ],
    });
    await fire();
    scene.emulator.setFaults({});
    // It did die: of the notices written one by one each time one was there, and where they are noted as told.
    expect(ends).toEqual(['killed', 'killed', 'killed', 'killed', 'killed']);
    await tell(scene);
    await tell(scene);

    expect(toldOf('OPENING')).toEqual(ids(...range(4).map(scene.worker)));
    expect(scene.emulator.database.read<Follow>('follows').map(one => one.toldFor)).toEqual(
      range(4).map(() => opensAt),
    );
  });

  test('timers that run at once tell everybody once, and send one message', async () => {
    for (const index of range(4)) await follow(scene.worker(index));
    for (const _ of range(3)) await scene.worker(0).call('member.consent', { kinds: ['opening'] });
    const both = () => Promise.all(range(2).map(() => scene.emulator.fireTimer('tell')));
    scene.emulator.setFaults({ databaseLatencyMs: 40 });
    // Two instances are there, so that neither has to start.
    await both();
    beforeOpening(15 * MINUTE);
    scene.emulator.database.resetOperations();

    await both();

    // They did meet: more was written than is there.
    expect(scene.emulator.database.operations()['database.insertDocument:notices']).toBeGreaterThan(4);
    expect(toldOf('OPENING')).toEqual(ids(...range(4).map(scene.worker)));
    expect(sent()).toHaveLength(1);
  });

  test('a crowd is told so many a minute, from early enough on that its last one is told in time', async () => {
    const crowd = 2 * TOLD_A_MINUTE + 7;
    await scene.emulator.database.import(
      'follows',
      range(crowd).map(i => ({ _id: followId('b', `m${i}`), batchId: 'b', memberId: `m${i}`, at: 0, toldFor: null })),
    );
    const from = remindFrom(opensAt, 60_000);
    expect(opensAt - from).toBe(43 * MINUTE);

    beforeOpening(15 * MINUTE);
    const told = [];
    for (const minute of range(4)) {
      beforeOpening((15 - minute) * MINUTE);
      scene.emulator.database.resetOperations();
      await tell(scene);
      told.push(scene.emulator.database.operations()['database.insertDocument:notices'] ?? 0);
    }

    expect(told).toEqual([TOLD_A_MINUTE, TOLD_A_MINUTE, 7, 0]);
    expect(new Set(toldOf('OPENING')).size).toBe(crowd);
  });

  test('the night after, who was told is forgotten, and who follows another batch is not', async () => {
    const other = { _id: followId('later', 'm1'), batchId: 'later', memberId: 'm1', at: opensAt, toldFor: null };
    await scene.emulator.database.import('follows', [other]);
    await follow(scene.worker(0));
    beforeOpening(15 * MINUTE);
    await tell(scene);
    clockAt(opensAt + DAY - MINUTE);
    await scene.emulator.fireTimer('nightly');
    expect(scene.emulator.database.read('follows')).toHaveLength(2);

    clockAt(opensAt + DAY + MINUTE);
    await scene.emulator.fireTimer('nightly');

    expect(scene.emulator.database.read('follows')).toEqual([other]);
  });

  test('what cannot be followed says so', async () => {
    expect(await scene.worker(0).call('member.follow', { batchId: 'none', on: true })).toMatchObject({
      code: 'BATCH_NOT_FOUND',
    });
    clockAt(opensAt + 1);
    expect(await follow(scene.worker(0))).toMatchObject({ code: 'OPEN_ALREADY' });
    expect(await follow(scene.worker(0), false)).toMatchObject({ data: { follows: false } });
  });

  test('staff see how many, and as many instances are warmed as would be for people in the waiting room', async () => {
    const staff = await scene.holder('staff', '王敏');
    await scene.emulator.database.import(
      'follows',
      range(400).map(i => ({ _id: followId('b', `m${i}`), batchId: 'b', memberId: `m${i}`, at: 0, toldFor: opensAt })),
    );

    expect(await staff.call('staff.batch', { batchId: 'b' })).toMatchObject({ data: { followers: 400 } });
    beforeOpening(2 * MINUTE);
    expect(await scene.emulator.fireTimer('stroke')).toMatchObject({ data: { warmed: instancesToWarm(400) } });
  });
});

describe('the evening before the first lesson', () => {
  const today = startOfDay(Date.now()) + DAY;
  const startsAt = today + DAY + 19 * HOUR;
  const evening = today + 18 * HOUR;
  let staff: Person;

  beforeEach(async () => {
    const lessons = [
      { startsAt: startsAt + 7 * DAY, endsAt: startsAt + 7 * DAY + HOUR },
      { startsAt, endsAt: startsAt + HOUR },
    ];
    scene = await startScene({
      sections: {
        tea: { capacity: 3, waitlistLimit: 2, lessons, dropUntil: startsAt - HOUR },
        later: { lessons: [{ startsAt: startsAt + DAY, endsAt: startsAt + DAY + HOUR }] },
      },
      workers: 6,
      batch: { closesAt: Date.now() + 10 * DAY, firstLessonAt: startsAt },
      emulator: { instances: { min: 0, max: 2 }, env },
    });
    staff = await scene.holder('staff', '王敏');
    for (const index of range(5)) await scene.worker(index).claim('tea');
    await scene.worker(5).claim('later');
  });

  test('those who have a seat are told when and where, once; who waits and whose class is later are not', async () => {
    await scene.worker(0).call('member.consent', { kinds: ['tomorrow', 'promoted'] });
    clockAt(evening - 60_000);
    await tell(scene);
    expect(kindOf('TOMORROW')).toEqual([]);
    clockAt(evening + 1_000);
    await tell(scene);
    clockAt(evening + 2 * HOUR);
    await tell(scene);

    expect(toldOf('TOMORROW')).toEqual(ids(...range(3).map(scene.worker)));
    expect(kindOf('TOMORROW')[0]).toMatchObject({ title: '茶艺tea', text: `明天 ${timeText(startsAt)} 上课，205` });
    expect(sent()).toMatchObject([{ data: { touser: scene.worker(0).openid, template_id: 'T-tomorrow' } }]);
  });

  test('who gave the seat back is not told, who moved up the same evening is told by the promotion', async () => {
    await scene.worker(0).drop('tea');
    clockAt(evening + 1_000);
    await tell(scene);
    await scene.worker(4).call('member.consent', { kinds: ['promoted'] });
    expect(await scene.worker(1).drop('tea')).toMatchObject({ ok: true });
    await tell(scene);

    expect(toldOf('TOMORROW')).toEqual(ids(scene.worker(1), scene.worker(2), scene.worker(3)));
    expect(toldOf('PROMOTED')).toEqual(ids(scene.worker(3), scene.worker(4)));
    expect(sent()).toMatchObject([{ data: { touser: scene.worker(4).openid, template_id: 'T-promoted' } }]);
  });

  test('who is on leave, their seat lent, is not told', async () => {
    expect(
      await scene.worker(1).call('lesson.leave', { sectionId: 'tea', lessonIndex: 1, reason: '加班' }),
    ).toMatchObject({ data: { lent: true } });
    clockAt(evening + 1_000);
    await tell(scene);

    expect(toldOf('TOMORROW')).toEqual(ids(scene.worker(0), scene.worker(2)));
    expect(toldOf('LENT')).toEqual(ids(scene.worker(3)));
  });

  test('a later lesson is told, too, once, to those who want it; no phone rings for it', async () => {
    const second = startsAt + 7 * DAY;
    await scene.worker(0).call('member.consent', { kinds: ['tomorrow'] });
    expect(await scene.worker(1).call('member.me', {})).toMatchObject({ data: { reminders: true } });
    for (const on of [true, false, false])
      expect(await scene.worker(1).call('member.reminders', { on })).toMatchObject({ data: { on } });
    expect(await scene.worker(1).call('member.me', {})).toMatchObject({ data: { reminders: false } });
    expect(await scene.stranger('nobody').call('member.reminders', { on: false })).toMatchObject({
      code: 'PROFILE_MISSING',
    });

    clockAt(second - DAY);
    for (const minute of range(3)) {
      clockAt(second - DAY + minute * MINUTE);
      await tell(scene);
    }

    expect(kindOf('TOMORROW')).toEqual([]);
    expect(toldOf('NEXT_LESSON')).toEqual(ids(scene.worker(0), scene.worker(2)));
    expect(kindOf('NEXT_LESSON')[0]?.text).toMatch(/^\d+月\d+日 周. 19:00 上课，205$/);
    expect(sent()).toEqual([]);
    // Everybody has been told, so a minute looks at the classes and at what was told of them.
    scene.emulator.database.resetOperations();
    await tell(scene);
    const operations = scene.emulator.database.operations();
    expect(Object.keys(operations).filter(one => /insert|modify/.test(one))).toEqual([]);
  });

  test('a class that was called off, or whose first lesson was moved away, tells nobody; moved within the day it is told once', async () => {
    const lesson = (at: number) => ({
      kind: 'moveLesson' as const,
      sectionId: 'tea',
      lessonIndex: 1,
      startsAt: at,
      endsAt: at + HOUR,
    });
    await made(staff, lesson(startsAt + 2 * DAY), { reason: '换教室' });
    clockAt(evening + 1_000);
    await tell(scene);
    expect(kindOf('TOMORROW')).toEqual([]);

    await made(staff, lesson(startsAt - HOUR), { reason: '又换回来' });
    await tell(scene);
    await made(staff, lesson(startsAt - 2 * HOUR), { reason: '再早一点' });
    await tell(scene);

    expect(kindOf('TOMORROW').map(notice => notice.text)).toEqual(range(3).map(() => '明天 18:00 上课，205'));
  });

  test('what a crash leaves is told by the next minutes, to whom it is still true for', async () => {
    clockAt(evening + 1_000);
    scene.emulator.setFaults({
      rules: [
        { on: 'database', function: 'tell', action: 'insertDocument', collection: 'notices', kind: 'kill', times: 1 },
      ],
    });
    await scene.emulator.fireTimer('tell').catch(() => undefined);
    scene.emulator.setFaults({});
    expect(kindOf('TOMORROW').length).toBeLessThan(3);
    await scene.worker(0).drop('tea');
    const roll: Roll = emptyRoll({ _id: 'tea', batchId: 'b' }, 1, { startsAt });
    await scene.set('rolls', { ...roll, leaves: [{ memberId: scene.worker(1).memberId, at: 1, reason: '' }] });

    clockAt(evening + HOLD_TTL_MS + 2_000);
    await tell(scene);
    await tell(scene);

    expect(toldOf('TOMORROW')).toEqual(expect.arrayContaining(ids(scene.worker(2), scene.worker(3))));
    expect(toldOf('TOMORROW')).not.toContain(scene.worker(4).memberId);
    expect(kindOf('TOMORROW').length).toBe(new Set(toldOf('TOMORROW')).size);
    const open = scene.emulator.database.read<Outgoing>('outbox').filter(one => one.doneAt === null);
    expect(open).toEqual([]);
  });

  test('a timer that comes only at night writes the inbox and lets phones sleep until eight', async () => {
    await scene.worker(0).call('member.consent', { kinds: ['tomorrow'] });
    clockAt(today + 23 * HOUR);
    await tell(scene);
    expect(toldOf('TOMORROW')).toHaveLength(3);
    expect(sent()).toEqual([]);

    await scene.worker(0).drop('tea');
    clockAt(today + DAY + 8 * HOUR + 1_000);
    await tell(scene);

    expect(sent()).toEqual([]);
    expect(kindOf('TOMORROW').find(one => one.memberId === scene.worker(0).memberId)?.push?.state).toBe('stale');
  });

  const words = () =>
    sent().map(message => (message.data as { data: { thing2: { value: string } } }).data.thing2.value);
  const quotaUsedUp = () => scene.emulator.setAnswers({ 'subscribeMessage.send': 45009 });

  test('a message that WeChat takes only the next morning says 今天, in the inbox too', async () => {
    await scene.worker(0).call('member.consent', { kinds: ['tomorrow'] });
    quotaUsedUp();
    clockAt(evening + 1_000);
    await tell(scene);
    scene.emulator.setAnswers({});
    clockAt(today + DAY + 8 * HOUR + 1_000);
    await tell(scene);

    expect(words()).toEqual([`今天 ${timeText(startsAt)} 上课，205`]);
    expect(await scene.worker(0).call('member.notices', {})).toMatchObject({
      data: { notices: [{ kind: 'TOMORROW', text: `今天 ${timeText(startsAt)} 上课，205` }] },
    });
  });

  test('once the lesson has begun nothing is sent', async () => {
    await scene.worker(0).call('member.consent', { kinds: ['tomorrow'] });
    quotaUsedUp();
    clockAt(evening + 1_000);
    await tell(scene);
    scene.emulator.setAnswers({});
    clockAt(startsAt + 1);
    await tell(scene);

    expect(words()).toEqual([]);
  });

  test('who takes a seat after the others were told, and agrees, is told; agreeing first or last makes no difference', async () => {
    clockAt(evening + 1_000);
    await tell(scene);
    const staffMoves = { kind: 'capacity', sectionId: 'tea', capacity: 6 } as const;
    await made(staff, staffMoves, { reason: '加座' });
    clockAt(evening + HOUR);
    await scene.worker(5).call('member.consent', { kinds: ['tomorrow'] });
    expect(await scene.worker(5).claimUntilAnswered('tea')).toMatchObject({ data: { place: { state: 'SEATED' } } });
    await tell(scene);
    clockAt(evening + HOUR + MINUTE);
    await tell(scene);
    expect(toldOf('TOMORROW')).toEqual(ids(...[0, 1, 2, 5].map(scene.worker)));
    expect(sent()).toMatchObject([{ data: { touser: scene.worker(5).openid, template_id: 'T-tomorrow' } }]);

    await scene.worker(1).call('member.consent', { kinds: ['tomorrow'] });
    await tell(scene);

    expect(sent().map(message => (message.data as { touser: string }).touser)).toEqual(
      [5, 1].map(index => scene.worker(index).openid),
    );
    clockAt(evening + 3 * HOUR);
    scene.emulator.database.resetOperations();
    await tell(scene);
    expect(scene.emulator.database.operations()['database.insertDocument:notices'] ?? 0).toBe(0);
  });
});
