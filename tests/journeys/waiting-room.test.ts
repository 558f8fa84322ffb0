import type { Profile } from '../../domain/api';
import { startScene, type Person, type Scene } from './scene';

/** What can be settled before the release is settled there. */
const PROFILE = { name: '何燕', phone: '13800001234', employer: '永川区人民医院', unionMember: true };
let scene: Scene;
beforeAll(async () => {
  scene = await startScene({
    sections: { tea: { capacity: 5, opensAt: 0 }, guqin: { capacity: 5 } },
    batch: { audience: { unionMembersOnly: true, employers: ['永川区人民医院'] } },
    workers: 1,
    emulator: { instances: { min: 0, max: 1 } },
  });
});
afterAll(() => scene.stop());
const save = (person: Person, change: Partial<Profile> = {}) =>
  scene.emulator.as(person.openid)('member.save', { ...PROFILE, ...change });

test('looking around asks for nothing and leaves no trace', async () => {
  const guest = scene.stranger('guest');
  const as = scene.emulator.as(guest.openid);

  expect(await as('catalog.batches', {})).toMatchObject({ ok: true, data: { batches: [{ batchId: 'b' }] } });
  expect(await as('catalog.batch', { batchId: 'b' })).toMatchObject({ ok: true });
  expect(await as('line.board', { batchId: 'b' })).toMatchObject({ ok: true });
  expect(await as('line.mine', {})).toMatchObject({ data: { places: [] } });
  expect(await as('member.me', {})).toMatchObject({ data: { profile: null, roles: [] } });

  expect(scene.standing(guest)).toBeUndefined();
});

test.each([
  ['no profile', undefined, 'PROFILE_MISSING'],
  ['no union member', { unionMember: false, membership: 'no' as const }, 'NOT_UNION_MEMBER'],
  ['not sure', { unionMember: false, membership: 'unsure' as const }, 'NOT_UNION_MEMBER'],
  ['an app from before the question', { unionMember: false }, 'MEMBERSHIP_UNSAID'],
  ['another employer', { employer: '永川区中医院' }, 'EMPLOYER_NOT_INVITED'],
])('%s: told at the waiting room, and at the claim all the same', async (name, change, code) => {
  const person = scene.stranger(name);
  if (change) await save(person, change);

  expect(await person.enter()).toMatchObject({ code });
  expect(await person.claim('tea')).toMatchObject({ code });
  expect(scene.line('tea')).not.toContain(person.memberId);
  expect(scene.standing(person)).toBeUndefined();
});

test('a profile from before the question is no answer; a yes then lets the person in', async () => {
  const person = scene.stranger('before');
  await save(person, { unionMember: false });
  expect(await scene.emulator.as(person.openid)('member.me', {})).toMatchObject({
    data: { profile: expect.not.objectContaining({ membership: expect.anything() }) },
  });

  await save(person, { unionMember: false, membership: 'yes' });

  expect(await scene.emulator.as(person.openid)('member.me', {})).toMatchObject({
    data: { profile: { unionMember: true, membership: 'yes' } },
  });
  expect(await person.claim('tea')).toMatchObject({ ok: true, data: { place: { state: 'SEATED' } } });
});

test('who may come is let in, again and again, and is told the limit and what is held', async () => {
  const person = scene.stranger('welcome');
  await save(person);

  expect(await person.enter()).toMatchObject({ data: { opensAt: scene.opensAt, limit: 2, held: 0 } });
  await person.claim('tea');
  expect(await person.enter()).toMatchObject({ data: { held: 1 } });
  expect(scene.standing(person)?.batches.b?.count).toBe(1);
});

test('who was not in the waiting room is settled at the claim', async () => {
  const person = scene.stranger('late');
  await save(person);
  expect(await person.claim('tea')).toMatchObject({ ok: true, data: { place: { state: 'SEATED' } } });
});

test('many first calls of one new person at once make one standing', async () => {
  const person = scene.stranger('eager');
  await save(person);
  await Promise.all([person.enter(), person.enter(), person.claim('tea'), person.enter()]);
  expect(scene.standing(person)).toMatchObject({ batches: { b: { count: 1 } } });
});

test('a profile that changes is settled anew; places stay', async () => {
  const person = scene.stranger('mover');
  await save(person);
  await person.enter();
  await person.claim('tea');
  await save(person, { employer: '永川区中医院' });

  expect(await person.claim('guqin')).toMatchObject({ code: 'EMPLOYER_NOT_INVITED' });
  expect(scene.line('tea')).toContain(person.memberId);
  expect(scene.standing(person)?.batches.b?.count).toBe(1);

  await save(person);
  expect(await person.claim('guqin')).toMatchObject({ ok: true });
});

test('a profile with faults says which, in words, and is not kept', async () => {
  const person = scene.stranger('typo');
  expect(await save(person, { name: '何', phone: '123' })).toMatchObject({
    code: 'BAD_PROFILE',
    details: { fields: { name: '姓名要 2 到 20 个字', phone: expect.stringContaining('11 位') } },
  });
  expect(await scene.emulator.as(person.openid)('member.me', {})).toMatchObject({ data: { profile: null } });
});

test('saving keeps roles', async () => {
  const person = scene.stranger('teacher');
  await scene.set('members', { _id: person.memberId, openid: person.openid, ...PROFILE, roles: ['instructor'] });
  await save(person, { name: '李文秀' });
  expect(await scene.emulator.as(person.openid)('member.me', {})).toMatchObject({
    data: { profile: { name: '李文秀' }, roles: ['instructor'] },
  });
});
