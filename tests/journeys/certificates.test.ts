import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Certificate } from '../../domain/certificate/certificate';
import { emptyRoll, type Mark, type Roll } from '../../domain/roll/roll';
import { KEPT_MS } from '../../domain/privacy/privacy';
import { good, HOUR, startClassroom, type Classroom } from './classroom';
import { tagOf } from '../../server/link/link-token';
import { certificateScene } from '../../domain/link/scene';
import { recordOf } from './changing';
import { ERASE } from './forgotten';
import { range, type Person } from './scene';

/** Two lessons, both held and closed; worker 0 came to both, worker 1 to one, worker 2 to none, worker 5 as a guest. */
let room: Classroom;
let data: string;
beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'certificates-'));
  room = await startClassroom({ emulator: { data } });
  const section = room.section('tea');
  const came = [
    [0, 1, 5],
    [0, 5],
  ];
  for (const [index, lesson] of section.lessons.entries()) {
    const roll: Roll = {
      ...emptyRoll(section, index, lesson),
      closedAt: lesson.endsAt + HOUR,
      expected: range(3).map(one => room.worker(one).memberId),
      guests: [{ memberId: room.worker(5).memberId, at: lesson.startsAt, as: 'walk-in', seatOf: null }],
      marks: came[index]!.map((one): Mark => ({
        nonce: `${one}-${index}`,
        memberId: room.worker(one).memberId,
        state: 'present',
        source: 'instructor',
        at: lesson.startsAt,
        receivedAt: lesson.startsAt,
        by: room.teacher.memberId,
        device: 'd',
        seen: 0,
      })),
      markCount: came[index]!.length,
    };
    await room.set('rolls', roll);
  }
  const batch = room.emulator.database.read<{ _id: string }>('batches')[0]!;
  await room.set('batches', { ...batch, certificate: { percent: 70, hourMinutes: 45 } });
  room.at(30 * 24 * HOUR);
});
afterEach(async () => {
  await room.stop();
  rmSync(data, { recursive: true, force: true });
});

const ofTea = { sectionId: 'tea' };
const stored = () => room.emulator.database.read<Certificate>('certificates');
const take = async (person: Person) => (await good(person.call('certificate.take', ofTea))).certificate;

test('who came often enough takes it, a guest too; who did not is told how many are missing', async () => {
  const mine = await take(room.worker(0));

  expect(mine).toMatchObject({ came: 2, held: 2, hours: 4, union: expect.any(String) });
  expect(mine.code).toMatch(/^[A-Z2-9]{12}$/);
  expect((await take(room.worker(5))).came).toBe(2);
  expect(await room.worker(1).call('certificate.take', ofTea)).toMatchObject({
    code: 'NOT_ENOUGH',
    details: { came: 1, needed: 2 },
  });
  expect(await good(room.worker(1).call('certificate.ofClass', ofTea))).toMatchObject({
    state: 'short',
    came: 1,
    needed: 2,
    certificate: null,
  });
  expect(await room.worker(1).call('certificate.take', { sectionId: 'none' })).toMatchObject({
    code: 'SECTION_NOT_FOUND',
  });
});

test('taken by many taps at once there is one, with one code', async () => {
  const codes = await Promise.all(range(8).map(async () => (await take(room.worker(0))).code));

  expect(new Set(codes).size).toBe(1);
  expect(stored()).toHaveLength(1);
  expect((await good(room.worker(0).call('certificate.mine', {}))).certificates.map(one => one.code)).toEqual([
    codes[0],
  ]);
});

test('not before the last roll is closed, and not where the batch gives none', async () => {
  const [first] = room.emulator.database.read<Roll>('rolls');
  await room.set('rolls', { ...first!, closedAt: null });
  expect(await room.worker(0).call('certificate.take', ofTea)).toMatchObject({ code: 'CLASS_NOT_OVER' });

  const { certificate: _none, ...batch } = room.emulator.database.read<{ _id: string; certificate: object }>(
    'batches',
  )[0]!;
  await room.set('batches', batch);
  expect(await room.worker(0).call('certificate.take', ofTea)).toMatchObject({ code: 'CERTIFICATE_OFF' });
  expect(stored()).toEqual([]);
});

test('anybody with the code sees every fact of it, the name only by its ends', async () => {
  const { code, name, ...stated } = await take(room.worker(0));
  const stranger = room.worker(7);

  const seen = await good(stranger.call('certificate.look', { code: code.toLowerCase() }));

  const { sectionId: _where, ...facts } = stated;
  expect(seen).toMatchObject({ stated: { ...facts, code }, nameIs: null, revoked: null, calledOff: false });
  expect(JSON.stringify(seen)).not.toContain(name);
  expect(JSON.stringify(seen)).not.toContain(room.worker(0).memberId);
  expect((await good(stranger.call('certificate.look', { code, name }))).nameIs).toBe(true);
  expect((await good(stranger.call('certificate.look', { code, name: '李四' }))).nameIs).toBe(false);
  const section = room.section('tea');
  await room.set('sections', { ...section, cancelledAt: room.now() });
  expect((await good(stranger.call('certificate.look', { code }))).calledOff).toBe(true);
});

test('guesses find nothing, and the pace stops them', async () => {
  await take(room.worker(0));
  const letters = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
  const guess = (index: number) =>
    range(12)
      .map(place => letters[(index * 7 + place * 11) % 30])
      .join('');

  const answers = [];
  for (const index of range(40)) answers.push(await room.worker(7).call('certificate.look', { code: guess(index) }));

  const codes = answers.map(answer => (answer as { code?: string }).code);
  expect(codes.filter(code => code === undefined)).toEqual([]);
  expect(new Set(codes)).toEqual(new Set(['CERTIFICATE_UNKNOWN', 'BUSY']));
  expect(codes.filter(code => code === 'CERTIFICATE_UNKNOWN').length).toBeLessThanOrEqual(15);
});

test('staff see who has one and what the others lack; a correction makes it doubtful, revoking stays on the record', async () => {
  const { code } = await take(room.worker(0));
  const [first] = room.emulator.database.read<Roll>('rolls');
  const taken = first!.marks.filter(one => one.memberId !== room.worker(0).memberId);
  await room.set('rolls', { ...first!, marks: taken, markCount: taken.length });

  const { state, people } = await good(room.staff.call('certificate.section', ofTea));
  expect(state).toBe('reached');
  const of = (index: number) => people.find(one => one.memberId === room.worker(index).memberId)!;
  expect(of(0)).toMatchObject({ doubtful: true, came: 1, needed: 2, certificate: { code, revoked: null } });
  expect(of(5)).toMatchObject({ state: 'reached', certificate: null, doubtful: false });
  expect(of(2)).toMatchObject({ state: 'short', came: 0 });

  const revoke = (reason: string) =>
    room.staff.call('certificate.revoke', { actId: randomUUID(), ...ofTea, memberId: room.worker(0).memberId, reason });
  expect(await revoke('')).toMatchObject({ code: 'REASON_MISSING' });
  await good(revoke('点名记错了'));
  await good(revoke('又一次'));

  expect(stored()[0]?.revoked).toMatchObject({ reason: '点名记错了' });
  const seen = (await good(room.staff.call('certificate.section', ofTea))).people;
  expect(seen.find(one => one.certificate)?.certificate?.revoked).toMatchObject({
    byName: '王敏',
    reason: '点名记错了',
  });
  // The name of who revoked it is on the record alone, and its owner is not told it.
  const owner = await good(room.worker(0).call('certificate.mine', {}));
  for (const one of [stored(), owner]) expect(JSON.stringify(one)).not.toContain('王敏');
  expect((await good(room.worker(7).call('certificate.look', { code }))).revoked).toMatchObject({
    at: expect.any(Number),
  });
  expect(recordOf(room).filter(one => one.act === 'certificate.revoke')).toHaveLength(2);
  expect(await room.worker(0).call('certificate.section', ofTea)).toMatchObject({ code: 'FORBIDDEN' });
  expect(
    await room.teacher.call('certificate.revoke', { actId: randomUUID(), ...ofTea, memberId: 'm', reason: 'x' }),
  ).toMatchObject({
    code: 'FORBIDDEN',
  });
});

test('an erasure removes it, and its code finds nothing any more', async () => {
  const { code } = await take(room.worker(0));
  const leave = await room.worker(0).call('member.erase', ERASE);
  if (!leave.ok) throw new Error(JSON.stringify(leave));

  expect(stored()).toEqual([]);
  expect(await room.worker(7).call('certificate.look', { code })).toMatchObject({ code: 'CERTIFICATE_UNKNOWN' });
});

test('years later, when the class has lost its names, no certificate is called doubtful', async () => {
  await take(room.worker(0));
  const { lastLessonAt } = room.emulator.database.read<{ lastLessonAt: number }>('batches')[0]!;
  room.emulator.setClock(lastLessonAt + KEPT_MS.classes + HOUR - Date.now());
  await room.emulator.fireTimer('nightly');
  expect(room.section('tea').anonymousAt).toEqual(expect.any(Number));

  const { people } = await good(room.staff.call('certificate.section', ofTea));
  expect(people.filter(one => one.certificate)).toMatchObject([{ doubtful: false }]);
});

describe('the code to scan', () => {
  const drawnCodes = () => room.emulator.inbox().filter(one => one.api === 'wxacode.getUnlimited');
  const codeOf = (person: Person) => person.call('certificate.code', ofTea);
  const leads = (scene: string) => room.worker(1).call('link.scene', { scene });

  test('whoever scans it is led to the check of that certificate', async () => {
    const { code } = await take(room.worker(0));
    const first = await good(codeOf(room.worker(0)));

    expect(await good(codeOf(room.worker(0)))).toEqual(first);
    expect(drawnCodes()[0]!.data).toMatchObject({
      scene: first.scene,
      page: 'packages/me/check/index',
      check_path: true,
    });
    expect(first.scene.length).toBeLessThanOrEqual(32);
    expect(Buffer.from(first.picture, 'base64').subarray(1, 4).toString()).toBe('PNG');
    expect(await good(leads(first.scene))).toEqual({ to: 'certificate', code });
    expect((await good(room.worker(1).call('certificate.look', { code }))).stated.code).toBe(code);
  });

  test('no file of it is ever in the storage, so none stays when the certificate goes', async () => {
    const files = () => {
      try {
        return readdirSync(join(data, 'files'), { recursive: true }).map(String).sort();
      } catch {
        return [];
      }
    };
    await take(room.worker(0));
    const before = stored();
    for (let step = 0, died = true; died; step += 1) {
      room.emulator.setFaults({
        rules: [{ on: 'database', kind: 'kill', function: 'desk', skip: step, times: 1, when: 'after' }],
      });
      const { status } = await room.emulator.post(
        'desk',
        { endpoint: 'certificate.code', input: ofTea },
        room.worker(0).openid,
      );
      died = status !== 200;
      expect([step, files(), stored()]).toEqual([step, [], before]);
    }
    room.emulator.setFaults({});
    await good(room.worker(0).call('member.erase', ERASE));
    expect([files(), stored()]).toEqual([[], []]);

    // The code of a page, which is about nobody, is a file.
    await good(room.staff.call('link.code', { to: 'section', ...ofTea }));
    expect(files()).toEqual(['codes', expect.stringMatching(/^codes\/.+\.png$/)]);
  });

  test('nobody gets the code of another person: the class leads to their own, or to none', async () => {
    const { code } = await take(room.worker(0));
    await good(codeOf(room.worker(0)));

    expect(await codeOf(room.worker(1))).toMatchObject({ code: 'CERTIFICATE_UNKNOWN' });
    const other = await take(room.worker(5));
    expect((await good(codeOf(room.worker(5)))).scene).toContain(other.code);
    expect(other.code).not.toBe(code);
    expect(drawnCodes()).toHaveLength(2);
  });

  test.each([
    [45009, 'CODE_TOO_MANY'],
    [41030, 'CODE_UNPUBLISHED'],
    ['silence', 'CODE_NOT_ANSWERED'],
  ] as const)('WeChat answers %s: the certificate stays as it was, and the next try makes it', async (fault, code) => {
    await take(room.worker(0));
    room.emulator.setAnswers({ 'wxacode.getUnlimited': fault });

    expect(await codeOf(room.worker(0))).toMatchObject({ code });
    room.emulator.setAnswers({});
    expect(await good(codeOf(room.worker(0)))).toMatchObject({ contentType: 'image/png' });
  });

  test('a scene of another union, and one that somebody made up', async () => {
    const foreign = certificateScene({ tag: tagOf('another-union'), code: 'ABCDEFGHJKMN' });

    expect(await leads(foreign)).toMatchObject({ code: 'SCENE_FOREIGN' });
    expect(await leads('hgc.Ab3-_9.ABCDEFGHJKM0')).toMatchObject({ code: 'SCENE_UNKNOWN' });
    expect(await leads('hgc.Ab3-_9.ABCDEFGHJKM')).toMatchObject({ code: 'SCENE_UNKNOWN' });
  });
});
