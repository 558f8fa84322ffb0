import { CONTRACT, type EndpointName } from '../../domain/api';
import { ROLES } from '../../domain/model';
import { functionOf } from '../../domain/functions';
import { COLLECTIONS } from '../collections';
import { range, startScene, type Scene } from './scene';

/** Bad input, forged identities, other people's ids, wrong roles: a typed refusal, nothing written, no stack. */
const OWNER = 'the-owner-of-this-environment';
let scene: Scene;
beforeAll(async () => {
  scene = await startScene({
    sections: { tea: { capacity: 5 } },
    workers: 3,
    emulator: { instances: { min: 0, max: 1 }, env: { HG_OWNER_KEY: OWNER } },
  });
  const other = { ...scene.section('tea'), _id: 'elsewhere', batchId: 'c' };
  const batch = scene.emulator.database.read('batches')[0]!;
  await scene.set('sections', other);
  await scene.set('batches', { ...batch, _id: 'c' });
  await scene.set('batches', { ...batch, _id: 'draft', state: 'draft' });
  await scene.set('sections', { ...other, _id: 'drafted', batchId: 'draft' });
  for (const role of ROLES) {
    const { memberId: _id, openid } = scene.stranger(role);
    const profile = { name: '某某', phone: '13800001234', employer: '工会', unionMember: true };
    await scene.set('members', { _id, openid, ...profile, roles: [role] });
  }
});
afterAll(() => scene.stop());

const everything = () => JSON.stringify(COLLECTIONS.map(name => scene.emulator.database.read(name)));

/** Sends an event as it is and sees that nothing was written and no insides are shown. */
async function harmless(fn: string, event: unknown, openid = scene.worker(0).openid): Promise<Record<string, unknown>> {
  const before = everything();
  const { status, body } = await scene.emulator.post(fn, event, openid);
  expect(status).toBe(200);
  expect(everything()).toBe(before);
  const { code, details } = body as { code?: string; details?: { retryAfterMs: number } };
  // One person asks everything here, and waits as the app would.
  if (code === 'BUSY') {
    await new Promise(resolve => setTimeout(resolve, details!.retryAfterMs));
    return harmless(fn, event, openid);
  }
  expect(JSON.stringify(body)).not.toMatch(/\bat .*:\d+:\d+|node_modules|Error:|\.[jt]s\b/);
  return body as Record<string, unknown>;
}

const GOOD: { [N in EndpointName]?: Record<string, unknown> } = {
  'line.claim': { batchId: 'b', sectionId: 'tea' },
  'member.save': { name: '何燕', phone: '13800001234', employer: '医院', unionMember: true },
  'member.phone': { code: 'x' },
  'member.erase': { confirmed: '删除我的资料' },
  'member.readNotices': { noticeIds: ['x'] },
  'member.consent': { kinds: ['promoted'] },
  'member.follow': { batchId: 'b', on: true },
  'member.followClass': { sectionId: 'tea', on: true },
  'staff.find': { query: '何燕' },
  'staff.places': { memberId: 'm1' },
  'staff.week': { at: 1 },
  'staff.unreached': { sectionId: 'tea', phones: 'masked', reason: '' },
  'invite.create': { role: 'staff', name: '何燕' },
  'invite.revoke': { inviteId: 'i1' },
  'invite.look': { code: 'ABC' },
  'invite.accept': { code: 'ABC' },
  'draft.create': { actId: 'act-00000001' },
  'draft.read': { draftId: 'd1' },
  'draft.save': { draftId: 'd1', revision: 1, settings: { title: '第一期' } },
  'draft.saveSection': { draftId: 'd1', revision: 1, key: '0001', cells: { course: '茶艺' } },
  'draft.removeSection': { draftId: 'd1', revision: 1, key: '0001' },
  'draft.readSheet': { draftId: 'd1', fileName: '课程表.csv', file: 'YQ==' },
  'draft.importSheet': { draftId: 'd1', revision: 1, fileName: '课程表.csv', file: 'YQ==', how: 'append' },
  'draft.annotated': { draftId: 'd1', fileName: '课程表.csv', file: 'YQ==' },
  'draft.publish': { draftId: 'd1', revision: 1, actId: 'act-00000001' },
  'draft.withdraw': { batchId: 'b', actId: 'act-00000001', reason: '换时间' },
  'draft.discard': { draftId: 'd1' },
  'change.make': {
    actId: 'act-00000001',
    change: { kind: 'capacity', sectionId: 'tea', capacity: 9 },
    reason: '',
    dryRun: true,
  },
  'change.dayOff': { actId: 'act-00000001', day: '2027-03-09', place: '', reason: '暴雨', dryRun: true },
  'certificate.look': { code: 'ABCDEFGHJKMN' },
  'certificate.revoke': { actId: 'act-revoke-one', sectionId: 'tea', memberId: 'm1', reason: '点名记错' },
  'roll.lesson': { sectionId: 'tea', lessonIndex: 0 },
  'roll.code': { sectionId: 'tea', lessonIndex: 0 },
  'member.reminders': { on: false },
  'roll.message': { actId: 'a1234567', sectionId: 'tea', text: '带茶杯' },
  'roll.putGroupCode': { actId: 'a1234567', sectionId: 'tea', picture: 'iVBORw0KGgo=' },
  'roll.headCount': { actId: 'a1234567', sectionId: 'tea', lessonIndex: 0, count: 1, seen: 0 },
  'roll.letIn': { sectionId: 'tea', lessonIndex: 0, memberId: 'm1' },
  'roll.mark': {
    sectionId: 'tea',
    lessonIndex: 0,
    device: 'phone-1',
    marks: [{ nonce: 'nonce-0001', memberId: 'm1', state: 'present', at: 1, seen: 0 }],
  },
  'lesson.checkIn': { code: 'x' },
  'lesson.leave': { sectionId: 'tea', lessonIndex: 0, reason: '' },
  'lesson.comeAfterAll': { sectionId: 'tea', lessonIndex: 0 },
  'lesson.decline': { sectionId: 'tea', lessonIndex: 0 },
  'lesson.appeal': { sectionId: 'tea', lessonIndex: 0, text: '有事' },
  'attendance.lesson': { sectionId: 'tea', lessonIndex: 0 },
  'attendance.correct': {
    actId: 'act-00000001',
    sectionId: 'tea',
    lessonIndex: 0,
    memberId: 'm1',
    state: 'present',
    reason: '漏点',
  },
  'attendance.close': { actId: 'act-00000001', sectionId: 'tea', lessonIndex: 0 },
  'attendance.waive': { actId: 'act-00000001', day: '2027-03-09', waived: true, reason: '停电' },
  'attendance.noShows': { strikes: 2, days: 90 },
  'attendance.answer': {
    actId: 'act-00000001',
    sectionId: 'tea',
    lessonIndex: 0,
    memberId: 'm1',
    forgiven: true,
    text: '属实',
  },
  'wish.similar': { title: '古琴' },
  'wish.propose': { actId: 'act-propose', title: '古琴', why: '', when: ['3e'] },
  'wish.voice': { wishId: 'w-a', on: true, when: ['3e'] },
  'wish.look': { wishId: 'w-a' },
  'wish.pass': { wishId: 'w-a', actId: 'act-pass', revision: 1 },
  'wish.hide': { wishId: 'w-a', actId: 'act-hide', revision: 1, reason: '不是课程' },
  'wish.answer': { wishId: 'w-a', actId: 'act-answer', revision: 1, kind: 'no', text: '不办' },
  'wish.merge': { wishId: 'w-a', actId: 'act-merge', revision: 1, into: 'w-b' },
  'wish.unmerge': { wishId: 'w-a', actId: 'act-unmerge' },
  'rating.give': { sectionId: 'tea', stars: 5, chips: ['clear'], text: '' },
  'rating.own': { sectionId: 'tea' },
  'rating.results': { by: 'batch', key: 'b' },
  'rating.hide': { actId: 'act-hide-text', sectionId: 'tea', key: 'k', reason: '写了人名' },
  'rating.next': { batchId: 'b' },
  'wish.take': { wishId: 'w-a', actId: 'act-take', revision: 1, draft: null, classes: 1, capacity: 10 },
  'report.span': { from: '2027-01-01', to: '2027-12-31' },
  'report.file': { from: '2027-01-01', to: '2027-12-31', reportId: null },
  'report.sign': { actId: 'act-report-sign', from: '2027-01-01', to: '2027-12-31', print: 'a'.repeat(32) },
  'loop.course': { key: '古琴' },
  'menu.save': {
    actId: 'act-menu-save',
    menuId: null,
    revision: 0,
    organisation: '',
    instructor: '某某',
    course: '古琴',
    about: '',
    least: 10,
    most: 30,
    when: ['3e'],
    minutes: 90,
    lessons: 10,
    needs: '',
    cost: 3000,
  },
  'menu.withdraw': { menuId: 'o-a', withdrawn: true },
  'menu.answer': { actId: 'act-menu-answer', draftId: 'd1', key: '0001', at: 1, yes: true, text: '' },
  'menu.take': { actId: 'act-menu-take', menuId: 'o-a', draft: null },
  'menu.ask': { actId: 'act-menu-ask', draftId: 'd1', key: '0001', revision: 1 },
  'link.scene': { scene: 'hg.abcdef.0123456789abcdefghij' },
  'link.code': { to: 'section', sectionId: 'tea' },
  'export.make': { kind: 'demand', batchId: 'b', phones: 'masked', reason: '' },
  'rehearsal.run': { actId: 'act-00000001', batchId: 'b', people: 1_000, profile: 'standard' },
  'invite.dismiss': { actId: 'act-00000001', memberId: 'm1', role: 'staff', reason: '换人' },
};
const goodInput = (endpoint: EndpointName): Record<string, unknown> => {
  const shape = JSON.stringify(CONTRACT[endpoint].input.safeParse({}).error?.issues ?? []);
  if (GOOD[endpoint]) return GOOD[endpoint];
  if (shape.includes('batchId')) return { batchId: 'b' };
  return shape.includes('sectionId') ? { sectionId: 'tea' } : {};
};
/** Somebody who may call it, so that the input is what is wrong. */
const allowed = (endpoint: EndpointName) => {
  const { access } = CONTRACT[endpoint];
  return access === 'public' || access === 'anyone' ? scene.worker(0).openid : scene.stranger(access[0]!).openid;
};
const endpoints = Object.keys(CONTRACT) as EndpointName[];

/** What may be left out, by endpoint; written down here, so that a contract that grows lax fails. */
const OPTIONAL: { [N in EndpointName]?: string[] } = {};
/** What may be empty. */
const NULLABLE: { [N in EndpointName]?: string[] } = {
  'draft.saveSection': ['key'],
  'wish.take': ['draft'],
  'roll.putGroupCode': ['picture'],
  'menu.save': ['menuId', 'cost'],
  'menu.take': ['draft'],
  'report.file': ['reportId'],
};
/** An object whose every field may be left out. */
const LAX: { [N in EndpointName]?: string[] } = { 'draft.save': ['settings'], 'draft.saveSection': ['cells'] };
/** Texts under any name: the cells of a row by their headings, never asked of the database. */
const BY_NAME: { [N in EndpointName]?: string[] } = { 'draft.saveSection': ['cells'] };
const isTaken = (endpoint: EndpointName, field: string, value: unknown): boolean => {
  if (value === undefined) return OPTIONAL[endpoint]?.includes(field) ?? false;
  if (value === null) return NULLABLE[endpoint]?.includes(field) ?? false;
  if (typeof value === 'number') return typeof goodInput(endpoint)[field] === 'number';
  const said = JSON.stringify(value);
  if (said === '{"$gt":""}') return BY_NAME[endpoint]?.includes(field) ?? false;
  return said === '{}' && (LAX[endpoint]?.includes(field) ?? false);
};

describe.each(endpoints)('%s', endpoint => {
  const send = (input: unknown) => harmless(functionOf(endpoint), { endpoint, input }, allowed(endpoint));

  test.each([
    ['no input at all', undefined],
    ['null', null],
    ['a string', 'batchId'],
    ['a list', []],
    ['a number', 7],
  ])('input that is %s', async (_, input) => {
    expect(await send(input)).toMatchObject({ ok: false, code: 'BAD_INPUT', details: { fields: ['input'] } });
  });

  test('a field that nobody asked for is named', async () => {
    expect(await send({ ...goodInput(endpoint), openid: 'oForged', caller: 'm' })).toMatchObject({
      code: 'BAD_INPUT',
      details: { fields: ['openid', 'caller'] },
    });
  });

  test('each field missing, of the wrong type, or an operator: named', async () => {
    for (const field of Object.keys(goodInput(endpoint))) {
      for (const value of [undefined, null, 7, {}, { $gt: '' }, { $ne: null }, ['tea', {}]]) {
        const input = { ...goodInput(endpoint), [field]: value };
        if (isTaken(endpoint, field, value)) continue;
        const answer = await send(input);
        expect(answer).toMatchObject({ code: 'BAD_INPUT' });
        const { fields } = answer.details as { fields: string[] };
        expect(fields.every(name => name === field || name.startsWith(`${field}.`))).toBe(true);
      }
    }
  });
});

test.each(['', 'a b', 'a.b', '$where', '../x', 'x'.repeat(65), '期', '__proto__.x'])(
  'ids are plain words: %s',
  async id => {
    const input = { batchId: id, sectionId: 'tea' };
    expect(await harmless('line', { endpoint: 'line.claim', input })).toMatchObject({
      code: 'BAD_INPUT',
      details: { fields: ['batchId'] },
    });
  },
);

test.each([
  ['no event', undefined],
  ['an empty one', {}],
  ['a name that is no text', { endpoint: 7 }],
  ['an unknown name', { endpoint: 'line.steal', input: {} }],
  ['a name of Object', { endpoint: 'constructor', input: {} }],
  ['another function’s endpoint', { endpoint: 'staff.check', input: {} }],
])('an event with %s is UNKNOWN_ENDPOINT', async (_, event) => {
  expect(await harmless('line', event)).toMatchObject({
    ok: false,
    code: 'UNKNOWN_ENDPOINT',
    message: expect.any(String),
  });
});

test.each(endpoints.filter(endpoint => typeof CONTRACT[endpoint].access !== 'string'))(
  '%s: every other role, and who has none, is FORBIDDEN',
  async endpoint => {
    const { access } = CONTRACT[endpoint];
    const wrong = [
      scene.worker(0),
      scene.stranger('nobody'),
      ...ROLES.filter(role => !access.includes(role)).map(role => scene.stranger(role)),
    ];
    for (const { openid } of wrong) {
      const event = { endpoint, input: goodInput(endpoint) };
      expect(await harmless(functionOf(endpoint), event, openid)).toMatchObject({ code: 'FORBIDDEN' });
    }
  },
);

test.each([
  ['of another batch', { batchId: 'b', sectionId: 'elsewhere' }, 'SECTION_NOT_IN_BATCH'],
  ['with an unknown batch', { batchId: 'nowhere', sectionId: 'tea' }, 'BATCH_NOT_FOUND'],
  ['that does not exist', { batchId: 'b', sectionId: 'nowhere' }, 'SECTION_NOT_FOUND'],
  ['of a draft', { batchId: 'draft', sectionId: 'drafted' }, 'SECTION_NOT_FOUND'],
])('a claim for a section %s', async (_, input, code) => {
  expect(await harmless('line', { endpoint: 'line.claim', input })).toMatchObject({ code });
});

test.each(['catalog.batch', 'line.board', 'line.enter', 'staff.batch'] as const)(
  '%s: an unknown batch',
  async endpoint => {
    const event = { endpoint, input: { batchId: 'nowhere' } };
    expect(await harmless(functionOf(endpoint), event, allowed(endpoint))).toMatchObject({ code: 'BATCH_NOT_FOUND' });
  },
);

test.each(['line.drop', 'line.place', 'roll.roster'] as const)('%s: an unknown section', async endpoint => {
  const event = { endpoint, input: { sectionId: 'nowhere' } };
  expect(await harmless(functionOf(endpoint), event, allowed(endpoint))).toMatchObject({ code: 'SECTION_NOT_FOUND' });
});

test('a draft is nowhere to be seen', async () => {
  const as = scene.emulator.as(scene.worker(0).openid);
  expect(await as('catalog.batch', { batchId: 'draft' })).toMatchObject({ code: 'BATCH_NOT_FOUND' });
  expect(JSON.stringify(await as('catalog.batches', {}))).not.toContain('draft');
});

test.each([
  ['app', { endpoint: 'line.mine', input: {} }],
  ['open', { Type: 'Timer', TriggerName: 'nightly' }],
  ['nightly', { endpoint: 'staff.check', input: {} }],
  ['nightly', undefined],
])('%s: nobody calls, and it is no timer of its own: NO_IDENTITY', async (fn, event) => {
  const before = everything();
  expect(await scene.emulator.call(fn, event)).toMatchObject({ ok: false, code: 'NO_IDENTITY' });
  expect(everything()).toBe(before);
});

test('line: a timer that brings no order does nothing', async () => {
  const before = everything();
  for (const Message of ['', '{}', '{"count":"all"}'])
    expect(await scene.emulator.call('line', { Type: 'Timer', Key: OWNER, Message })).toMatchObject({ ok: true });
  expect(everything()).toBe(before);
});

test('a forged openid in the event changes nothing: the seat is the caller’s', async () => {
  const [caller, victim] = [scene.worker(1), scene.worker(2)];
  const event = {
    endpoint: 'line.claim',
    input: { batchId: 'b', sectionId: 'tea' },
    openid: victim.openid,
    OPENID: victim.openid,
    memberId: victim.memberId,
    userInfo: { openId: victim.openid },
  };
  const { body } = await scene.emulator.post('line', event, caller.openid);

  expect(body).toMatchObject({ ok: true });
  expect(scene.line('tea')).toEqual([caller.memberId]);
  expect(await victim.drop('tea')).toMatchObject({ data: { left: null } });
  expect(scene.line('tea')).toEqual([caller.memberId]);
});

test('somebody else’s notice is not marked as read', async () => {
  const notice = { _id: 'n', memberId: scene.worker(2).memberId, kind: 'PROMOTED', createdAt: 1, readAt: null };
  await scene.emulator.database.import('notices', [notice]);
  const event = { endpoint: 'member.readNotices', input: { noticeIds: ['n'] } };

  expect(await harmless('app', event, scene.worker(1).openid)).toMatchObject({ data: { read: 0 } });
});

test('an instructor’s roster is of own sections only', async () => {
  const event = { endpoint: 'roll.roster', input: { sectionId: 'tea' } };
  expect(await harmless('app', event, scene.stranger('instructor').openid)).toMatchObject({
    code: 'SECTION_NOT_FOUND',
  });
});

test('a bug is FAULT: logged with its stack and the request, told without', async () => {
  await scene.set('standings', { _id: scene.stranger('broken').memberId, holds: 'no list', batches: {} });

  const answer = await harmless('app', { endpoint: 'line.mine', input: {} }, scene.stranger('broken').openid);

  expect(answer).toEqual({ ok: false, code: 'FAULT', message: expect.any(String), now: expect.any(Number) });
  const logged = JSON.stringify(scene.emulator.lines);
  expect(logged).toContain('line.mine');
  expect(logged).toMatch(/TypeError/);
});

test('a blank finds nobody, also where somebody has no number or no name', async () => {
  const clerk = await scene.holder('staff', '王敏');
  await scene.holder('instructor', '', { phone: '' });
  for (const query of [' ', '\u3000', '-', '+86'])
    expect(await clerk.call('staff.find', { query })).toEqual({
      ok: true,
      data: { people: [] },
      now: expect.any(Number),
    });
});

test.each([
  ['a hundred: the first twenty are named', wide(100), range(20).map(index => `f${index}`)],
  ['tens of thousands: it is not looked at', wide(20_000), ['input']],
  ['the same inside', { change: { deep: [wide(20_000)] } }, ['input']],
])('an input with too many fields, %s', async (_, input, fields) => {
  expect(await scene.emulator.call('app', { endpoint: 'line.mine', input }, scene.worker(0).openid)).toMatchObject({
    code: 'BAD_INPUT',
    details: { fields },
  });
});

function wide(count: number): Record<string, number> {
  return Object.fromEntries(range(count).map(index => [`f${index}`, 0]));
}
