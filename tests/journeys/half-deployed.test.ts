import { range, SOUND, startScene, tally, type Scene } from './scene';

/** An environment that is half there, as the functions and the gateway tell it. What the app makes of it: tests/src/half-deployed. */
let scene: Scene;
beforeEach(async () => {
  scene = await startScene({
    sections: { tea: { capacity: 2 } },
    workers: 4,
    emulator: { instances: { min: 0, max: 2 } },
  });
});
afterEach(() => scene.stop());

const claim = (index: number) => ({ endpoint: 'line.claim', input: { batchId: 'b', sectionId: 'tea' }, as: index });
const post = ({ endpoint, input, as }: ReturnType<typeof claim>) =>
  scene.emulator.post('line', { endpoint, input }, scene.worker(as).openid);

test.each(['standings', 'sections', 'batches'])(
  'the collection %s is missing: said as what it is, nothing half-written, and the same tap goes through afterwards',
  async collection => {
    scene.emulator.setFaults({ rules: [{ on: 'database', kind: 'missing', collection }] });

    const answer = await scene.worker(0).claim('tea');

    expect(answer).toMatchObject({
      ok: false,
      code: 'UPGRADING',
      message: expect.stringContaining('系统正在升级'),
      details: { technical: expect.stringMatching(new RegExp(`缺集合 ${collection}（-502005）.*npm run doctor`)) },
    });
    expect(JSON.stringify(answer)).not.toMatch(/\n\s+at |errMsg/);
    expect(scene.line('tea')).toEqual([]);

    scene.emulator.setFaults({});
    expect(tally([await scene.worker(0).claimUntilAnswered('tea')])).toEqual({ SEATED: 1 });
    expect(scene.healing()).toEqual(SOUND);
  },
);

test('a collection that only the crowd’s numbers need keeps nobody from a seat', async () => {
  scene.emulator.setFaults({ rules: [{ on: 'database', kind: 'missing', collection: 'tallies' }] });

  expect(tally([await scene.worker(0).claim('tea')])).toEqual({ SEATED: 1 });
});

test('a missing collection does not keep the timer from what it can do', async () => {
  const { memberId } = scene.worker(0);
  for (const collection of ['follows', 'batches']) {
    // What a crash has left to tell.
    const left = { kind: 'ADDED', sectionId: 'tea', batchId: 'b', title: '茶艺', push: null, lessonAt: null };
    await scene.emulator.database.import('outbox', [
      { _id: collection, ...left, to: [{ memberId }], createdAt: scene.emulator.now() - 60_000, doneAt: null },
    ]);
    scene.emulator.setFaults({ rules: [{ on: 'database', kind: 'missing', collection }] });

    expect(await scene.emulator.fireTimer('tell')).toMatchObject({ ok: true });

    const outbox = scene.emulator.database.read<{ _id: string; doneAt: number | null }>('outbox');
    expect(outbox.find(one => one._id === collection)?.doneAt).toEqual(expect.any(Number));
    expect(scene.notices().filter(one => one.memberId === memberId && one.kind === 'ADDED')).not.toEqual([]);
  }
  expect(scene.notices()).toHaveLength(2);
});

test.each([
  ['missing', 404, 'FUNCTION_NOT_FOUND'],
  ['broken', 502, 'FUNCTION_BROKEN'],
  ['memory', 502, 'OUT_OF_MEMORY'],
  ['stopped', 403, 'ENV_ISOLATED'],
  ['timeout', 504, 'FUNCTION_TIMEOUT'],
] as const)('a function that is %s: the gateway says so, and nothing has happened', async (kind, status, code) => {
  scene.emulator.setFaults({ rules: [{ on: 'call', kind, function: 'line' }] });

  expect(await post(claim(0))).toMatchObject({ status, body: { code } });

  expect(scene.line('tea')).toEqual([]);
  expect(await scene.worker(0).call('catalog.batch', { batchId: 'b' })).toMatchObject({ ok: true });
});

test.each(['timeout', 'memory'] as const)(
  'a function that is ended (%s) after its write: the seat stands, and asking again with the same identity shows it',
  async kind => {
    scene.emulator.setFaults({ rules: [{ on: 'call', kind, when: 'after', function: 'line', times: 1 }] });
    const answer = await post(claim(0));
    expect(answer.status).toBeGreaterThanOrEqual(500);

    expect(await scene.worker(0).place('tea')).toMatchObject({ data: { place: { state: 'SEATED', number: 1 } } });
    expect(await scene.worker(0).claim('tea')).toMatchObject({ data: { already: true, place: { number: 1 } } });
    expect(scene.line('tea')).toEqual([scene.worker(0).memberId]);
  },
);

test('a rush in which every second call is ended after its work: nobody twice, nobody lost', async () => {
  scene.emulator.setFaults({ rules: [{ on: 'call', kind: 'timeout', when: 'after', function: 'line', rate: 0.5 }] });
  await Promise.all(range(4).map(index => post(claim(index))));
  await Promise.all(range(4).map(index => post(claim(index))));
  scene.emulator.setFaults({});

  const places = await Promise.all(range(4).map(index => scene.worker(index).place('tea')));
  expect(new Set(scene.line('tea')).size).toBe(2);
  expect(places.filter(one => one.ok && one.data.place !== null)).toHaveLength(2);
  expect(scene.healing()).toEqual(SOUND);
});
