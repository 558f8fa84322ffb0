import type { CheckReport } from '../../domain/model';
import { SOUND, startScene, type Scene } from './scene';

/** Lines, standings and counters agree; a report when not. */
const OLD = 1_000_000;
let scene: Scene;
beforeEach(async () => {
  scene = await startScene({
    sections: { tea: { capacity: 2, waitlistLimit: 2 }, choir: { capacity: 2 } },
    workers: 3,
    emulator: { instances: { min: 0, max: 1 } },
  });
});
afterEach(() => scene.stop());

const night = async () => (await scene.emulator.fireTimer('nightly')) as { ok: true; data: CheckReport };
const at = () => scene.emulator.now() - OLD;

test('nothing to do: a report that says so', async () => {
  await scene.worker(0).claim('tea');

  const { data } = await night();

  expect(data).toMatchObject({ sections: 2, standings: 1, healed: { unusedHolds: 0, missingHolds: 0 }, alarms: [] });
  expect(scene.emulator.database.read('checks')).toEqual([{ ...data, membersUpTo: '' }]);
});

test('mends what a crash leaves: an unused hold, a hold that got lost, a standing that never was', async () => {
  const [me, other] = [scene.worker(0).memberId, scene.stranger('lost').memberId];
  const hold = { sectionId: 'choir', batchId: 'b', at: at() };
  await scene.set('standings', { _id: me, holds: [hold], batches: { b: { settledAt: 1, count: 1 } } });
  const line = [
    { memberId: me, at: hold.at },
    { memberId: other, at: hold.at },
  ];
  await scene.set('sections', { ...scene.section('tea'), line, lineCount: 2 });

  expect((await night()).data).toMatchObject({ healed: { unusedHolds: 1, missingHolds: 2 }, alarms: [] });

  expect(scene.healing()).toEqual(SOUND);
  expect(scene.standing(scene.worker(0))).toMatchObject({
    holds: [{ sectionId: 'tea', batchId: 'b', at: hold.at }],
    batches: { b: { count: 1 } },
  });
});

test('reports, and leaves alone, what it must not mend by itself', async () => {
  await scene.worker(0).claim('tea');
  const broken = { ...scene.section('tea'), lineCount: 7 };
  await scene.set('sections', broken);

  expect((await night()).data.alarms).toEqual([{ sectionId: 'tea', text: expect.stringContaining('计数是 7') }]);
  expect(scene.section('tea')).toEqual(broken);
});

test('a count without a hold is found as well', async () => {
  const { memberId } = scene.worker(1);
  await scene.set('standings', { _id: memberId, holds: [], batches: { b: { settledAt: 1, count: 1 } } });

  expect((await night()).data.alarms).toEqual([{ sectionId: '', text: expect.stringContaining('计数却是 1') }]);
});

test('staff run the same check by hand; nobody else does', async () => {
  const { openid, memberId } = scene.stranger('staff');
  const check = () => scene.emulator.as(openid)('staff.check', {});
  expect(await check()).toMatchObject({ code: 'FORBIDDEN' });

  await scene.set('members', {
    _id: memberId,
    openid,
    name: '王敏',
    phone: '',
    employer: '',
    unionMember: true,
    roles: ['staff'],
  });
  expect(await check()).toMatchObject({ ok: true, data: { report: { sections: 2, alarms: [] } } });
});

test('a person cannot fire the timer', async () => {
  expect(
    (await scene.emulator.post('nightly', { Type: 'Timer', TriggerName: 'nightly' }, 'oSomebody')).body,
  ).toMatchObject({
    ok: false,
    code: 'UNKNOWN_ENDPOINT',
  });
  expect(scene.emulator.database.read('checks')).toEqual([]);
});
