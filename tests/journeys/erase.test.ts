import { dateText, timeText } from '../../domain/base/clock';
import type { Input } from '../../domain/api';
import type { RecordEntry, Tally } from '../../domain/model';
import type { Roll } from '../../domain/roll/roll';
import { KEPT_MS } from '../../domain/privacy/privacy';
import { isAnonymous } from '../../domain/privacy/anonymous';
import { sentenceOn } from '../../domain/record/said';
import { COLLECTIONS as DECLARED } from '../../domain/collections';
import { COLLECTIONS } from '../collections';
import { good } from './classroom';
import { ahead, ERASE, expectForgotten, minutesLater, read, traces, type Remembered } from './forgotten';
import { DAY, startRemembered, type Somebody } from './remembered';
import { range, SOUND, startScene } from './scene';

/** 删除我的资料: nothing leads back to the person, what is history keeps its counts, whoever waits moves up. */
describe('one person', () => {
  let scene: Remembered;
  beforeAll(async () => {
    scene = await startRemembered(3);
  });
  afterAll(() => scene.stop());

  test('before: every collection that the declaration names says something, and the outlook what will happen', async () => {
    const [me] = scene.people as [Somebody, ...Somebody[]];
    const names = new Set(traces(scene, me).map(trace => trace.split(':')[0]));
    // An erasure's own document is made by the erasure.
    const silent = COLLECTIONS.filter(name => name === 'erasures' || DECLARED[name].holds === null);
    expect([...names].sort()).toEqual(COLLECTIONS.filter(name => !silent.includes(name)).sort());

    expect(await good(me.call('member.eraseLook', {}))).toEqual({
      leaves: [{ title: '茶艺moving', state: 'SEATED', number: 1 }],
      away: [{ title: '茶艺running', lessons: 2 }],
      past: 1,
      roles: [],
      staff: 'no',
      missed: 1,
      rememberedUntil: expect.any(Number),
    });
  });

  test('the word alone ends profile and places: whoever waits has the seat at once and is told', async () => {
    const [me] = scene.people as [Somebody, ...Somebody[]];

    await good(me.call('member.erase', ERASE));

    expect(await good(me.call('member.me', {}))).toEqual({ profile: null, roles: [] });
    expect((await good(scene.waiting.place('moving'))).place).toMatchObject({ state: 'SEATED' });
    const told = scene
      .notices()
      .filter(one => one.memberId === scene.waiting.memberId)
      .map(one => [one.kind, one.sectionId]);
    expect(told.sort()).toEqual([
      ['LENT', 'running'],
      ['PROMOTED', 'moving'],
    ]);
    // Both lessons that are still to come, in one message.
    const now = scene.emulator.now();
    const days = scene
      .section('running')
      .lessons.filter(lesson => lesson.startsAt > now)
      .map(({ startsAt }) => `${dateText(startsAt)} ${timeText(startsAt)}`);
    expect(days).toHaveLength(2);
    const lent = scene.notices().filter(one => one.kind === 'LENT');
    expect(lent.map(one => one.text)).toEqual([
      expect.stringContaining(`${days.join('、')} 有人请假，这 2 次课的座位`),
    ]);
  });

  test('until it is over nothing new can begin, twice is once, and it says how it stands', async () => {
    const [me] = scene.people as [Somebody, ...Somebody[]];
    const profile = { name: '何小燕', phone: '13800001234', employer: '医院', unionMember: true };

    expect(await me.call('member.save', profile)).toMatchObject({ code: 'ERASING' });
    expect(await me.call('member.consent', { kinds: ['promoted'] })).toMatchObject({ code: 'ERASING' });
    expect(await me.call('line.claim', { batchId: 'b', sectionId: 'moving' })).toMatchObject({
      code: 'PROFILE_MISSING',
    });
    const { startedAt } = await good(me.call('member.erase', ERASE));
    const { erasingSince } = await good(me.call('member.data', {}));
    expect(erasingSince).toBe(startedAt);
  });

  test('a call that was on its way when it began is swept up too, whatever it writes', async () => {
    const [me] = scene.people as [Somebody, ...Somebody[]];
    const at = scene.emulator.now();
    // As a claim that had reserved before, a save that had read before, a staff act that told everybody.
    const moving = scene.section('moving');
    await scene.set('sections', {
      ...moving,
      line: [...moving.line, { memberId: me.memberId, at }],
      lineCount: moving.lineCount + 1,
    });
    await scene.set('standings', {
      _id: me.memberId,
      holds: [{ sectionId: 'moving', batchId: 'b', at }],
      batches: { b: { settledAt: at, count: 1 } },
    });
    await scene.set('members', {
      _id: me.memberId,
      openid: me.openid,
      name: me.name,
      phone: me.phone,
      employer: '',
      roles: [],
    });
    const notice = {
      memberId: me.memberId,
      kind: 'ADDED',
      sectionId: 'moving',
      batchId: 'b',
      title: '',
      createdAt: at,
      readAt: null,
    };
    await scene.emulator.database.import('notices', [{ _id: `late-${me.memberId}`, ...notice }]);

    await minutesLater(scene);

    expectForgotten(scene, me, { moving: 3, running: 4, over: 4 });
  });

  test('history keeps its numbers: lines, rolls and the record, under ids that cannot be put together', () => {
    const over = scene.line('over')[0] ?? '';
    const running = scene.line('running')[0] ?? '';
    expect([isAnonymous(over), isAnonymous(running), over === running]).toEqual([true, true, false]);
    const [first, second] = read<Roll>(scene, 'rolls').filter(one => one.sectionId === 'over');
    expect(first?.marks.filter(mark => mark.memberId === over)).toEqual([
      expect.objectContaining({ nonce: `self-${over}`, state: 'present', by: over }),
      expect.objectContaining({ state: 'late', by: 'mteacher' }),
    ]);
    expect(JSON.stringify(first?.marks.filter(mark => mark.memberId === over))).not.toMatch(/metres|核对过/);
    expect(first?.leaves).toContainEqual({ memberId: over, at: expect.any(Number), reason: '' });
    expect([second?.expected.length, second?.noShows.length, second?.appeals.length]).toEqual([3, 3, 2]);
    const away = read<Roll>(scene, 'rolls').filter(one => one.sectionId === 'running');
    expect(away.map(roll => [roll.leaves, roll.guests.map(guest => guest.seatOf)])).toEqual(
      away.map(() => [[{ memberId: running, at: expect.any(Number), reason: '' }], [running]]),
    );
    const entries = read<RecordEntry>(scene, 'record');
    const sentences = new Map(entries.map(one => [one._id, sentenceOn(one)]));
    expect(entries).toHaveLength(15);
    expect(entries.find(one => one._id === 'act-0')).toMatchObject({
      byName: '王敏',
      parts: ['把', { memberId: expect.stringMatching(/^x/), name: '（已注销）' }, '移出队伍'],
      memberId: expect.stringMatching(/^x/),
    });
    expect(sentences.get('act-0')).toBe('把（已注销）移出队伍');
    expect(entries.find(one => one._id === 'act-0')).not.toHaveProperty('reason');
    expect(sentences.get('mark-n1-0')).toBe('补签：（已注销） 缺课、别人 到');
    expect(sentences.get('act-1')).toContain(scene.people[1]?.name);
    // What they did in office stays named for a time, and so does how they came to it.
    expect(entries.filter(one => one.namedUntil !== undefined).map(one => one.act)).toEqual(
      expect.arrayContaining(['roll.letIn', 'invite.create', 'invite.accept']),
    );
    const [tally] = read<Tally>(scene, 'tallies');
    expect(tally?.turnedAway['over']).toHaveLength(24);
  });

  test('the nightly check finds nothing to mend and nothing to report, and makes nobody up', async () => {
    const { data } = (await scene.emulator.fireTimer('nightly')) as { data: { healed: object; alarms: unknown[] } };
    expect(data).toMatchObject({ healed: { unusedHolds: 0, missingHolds: 0 }, alarms: [] });
    expect(read<{ _id: string }>(scene, 'standings').filter(one => isAnonymous(one._id))).toEqual([]);
  });

  test('whatever else the same person sends at that very moment, nothing is left in the end', async () => {
    const [, , other] = scene.people as [Somebody, Somebody, Somebody];
    const profile = { name: other.name, phone: other.phone, employer: '医院', unionMember: true };
    scene.emulator.setFaults({ seed: 7, databaseLatencyMs: { min: 0, max: 25 } });
    const writers = () =>
      range(6).map(index =>
        index % 2 === 0 ? other.call('member.save', profile) : other.call('member.consent', { kinds: ['promoted'] }),
      );
    const before = writers();
    const erased = other.call('member.erase', ERASE);
    const after = [...writers(), other.claim('moving')];
    const answers = await Promise.all([...before, ...after]);
    scene.emulator.setFaults({});
    expect((await erased).ok).toBe(true);
    // The control: some of these wrote a profile or a consent while it began, and an answer that is ok has written.
    expect(answers.filter(answer => answer.ok).length).toBeGreaterThan(0);

    await minutesLater(scene);

    expect(traces(scene, other).filter(trace => !trace.startsWith('erasures'))).toEqual([]);
    expect(scene.healing()).toEqual(SOUND);
  });

  test('who comes back is new, but for what leaving must not wash off', async () => {
    const [me] = scene.people as [Somebody, ...Somebody[]];
    expect(await good(me.call('line.mine', {}))).toEqual({ places: [], older: false });
    expect((await good(me.call('lesson.mine', {}))).noShows).toEqual([]);
    await good(me.call('member.save', { name: '何小燕', phone: '13800001234', employer: '医院', unionMember: true }));
    const { groups } = await good(me.call('member.data', {}));
    expect(groups.map(group => group.key).sort()).toEqual(['erasures', 'members']);

    // A copy of the old tap that arrives only now.
    expect(await me.call('member.erase', { ...ERASE, tappedAt: scene.emulator.now() - DAY })).toMatchObject({
      code: 'CHANGED_SINCE',
    });
    expect((await good(me.call('member.me', {}))).profile).toMatchObject({ name: '何小燕' });

    // One absence and an earlier place are remembered for 90 days, and for no day longer.
    const opensAt = scene.emulator.now() + DAY;
    const laterFor = async (audience: object, id: string) => {
      const batch = { ...read<object>(scene, 'batches')[0], _id: id, opensAt, closesAt: opensAt + 200 * DAY, audience };
      await scene.set('batches', batch);
      ahead(scene, 60_000);
      return (await good(me.call('line.enter', { batchId: id }))).opensAt > opensAt;
    };
    expect(await laterFor({ noShow: { strikes: 1, days: 90 } }, 'strict')).toBe(true);
    expect(await laterFor({ noShow: { strikes: 2, days: 90 } }, 'mild')).toBe(false);
    expect(await laterFor({ headStartMinutes: 5 }, 'first-timers')).toBe(true);
    ahead(scene, 91 * DAY);
    expect(await laterFor({ headStartMinutes: 5 }, 'much-later')).toBe(false);
  });
});

test('a copy of an earlier save that arrives late does not put the old profile back', async () => {
  const scene = await startScene({ sections: { tea: { capacity: 1 } }, workers: 0 });
  const me = scene.stranger('nobody');
  const old = { name: '何燕', phone: '13800001234', employer: '医院', unionMember: false, membership: 'no' as const };
  const tappedAt = scene.emulator.now();
  await good(me.call('member.save', { ...old, tappedAt }));
  // The same once more is done already.
  await good(me.call('member.save', { ...old, tappedAt }));
  await good(me.call('member.save', { ...old, employer: '学校', tappedAt: scene.emulator.now() + 1 }));

  expect(await me.call('member.save', { ...old, tappedAt })).toMatchObject({ code: 'CHANGED_SINCE' });
  expect((await good(me.call('member.me', {}))).profile).toMatchObject({ employer: '学校' });
  // The control: an app that does not say when is taken as it comes.
  await good(me.call('member.save', old));
  expect((await good(me.call('member.me', {}))).profile).toMatchObject({ employer: '医院' });
  await scene.stop();
});

test('staff cannot erase themselves; a colleague takes the role back first, and both acts say whose it was', async () => {
  const scene = await startRemembered(1);
  const [one, other] = [await scene.holder('staff', '王敏'), await scene.holder('staff', '李娜')];
  const make: Input<'export.make'> = { kind: 'roster', batchId: 'b', phones: 'whole', reason: '开课前打电话' };
  await good(one.call('export.make', make));

  expect(await one.call('member.erase', ERASE)).toMatchObject({ code: 'STILL_STAFF' });
  expect((await good(one.call('member.eraseLook', {}))).staff).toBe('yes');
  expect(read<object>(scene, 'erasures')).toEqual([]);

  const dismissal = { actId: 'dismiss-0001', memberId: one.memberId, role: 'staff', reason: '调走了' } as const;
  await good(other.call('invite.dismiss', dismissal));
  expect((await good(other.call('member.eraseLook', {}))).staff).toBe('last');
  await good(one.call('member.erase', ERASE));
  await minutesLater(scene);

  const acts = () =>
    read<RecordEntry>(scene, 'record')
      .filter(entry => entry.act === 'export.roster' || entry.act === 'invite.dismiss')
      .map(entry => [entry.act, entry.byName, sentenceOn(entry), entry.reason])
      .sort();
  expect(acts()).toEqual([
    ['export.roster', '王敏', '导出名单，手机号完整', '开课前打电话'],
    ['invite.dismiss', '李娜', '收回王敏的工会工作人员权限', '调走了'],
  ]);
  expect(JSON.stringify(read(scene, 'record'))).not.toContain(one.memberId);

  // The day before the time is over nothing is lost; then the name is.
  ahead(scene, KEPT_MS.office - DAY);
  await scene.emulator.fireTimer('nightly');
  expect(acts()[0]?.[1]).toBe('王敏');
  ahead(scene, 2 * DAY);
  await scene.emulator.fireTimer('nightly');
  expect(acts()).toEqual([
    ['export.roster', '（已注销）', '导出名单，手机号完整', '开课前打电话'],
    ['invite.dismiss', '李娜', '收回（已注销）的工会工作人员权限', undefined],
  ]);
  await scene.stop();
}, 120_000);

test('an instructor may go at any time; the record says who it was for the stated time', async () => {
  const scene = await startRemembered(1);
  const teacher = await scene.holder('instructor', '李文秀');

  await good(teacher.call('member.erase', ERASE));

  expect(read<RecordEntry>(scene, 'record').filter(entry => entry.act === 'member.erase')).toMatchObject([
    { byName: '李文秀', parts: [{ name: '李文秀' }, '删除了自己的资料，讲师的权限随之收回'] },
  ]);
  await scene.stop();
}, 120_000);
