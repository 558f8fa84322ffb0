import { HOLD_TTL_MS } from '../../domain/line/hold';
import type { FaultRule, FaultSettings } from '../../emulator/faults/settings';
import { range, SOUND, startScene, type Scene } from './scene';

/** Lost answers, time-outs and instances that die. */
const names = [
  'lostTry',
  'lostAnswer',
  'lostReserve',
  'lostJoin',
  'timeoutReserve',
  'timeoutJoin',
  'timeoutRead',
  'lostBoth',
  'killBefore',
  'killHealed',
  'healedOnce',
  'killAfter',
  'killDrop',
  'asking',
  'database',
] as const;
type Name = (typeof names)[number];
const line = { on: 'database', function: 'line' } as const;
const reserving = { ...line, action: 'modifyDocument', collection: 'standings', times: 1 } as const;

/** With the action that updates and returns, and without. An instance learns which at its first try. */
describe.each([
  ['an environment that knows updateAndReturn', 'modifyAndReturnDoc', []],
  ['an environment that does not', 'modifyDocument', [{ ...line, kind: 'unknown', action: 'modifyAndReturnDoc' }]],
] as const)('%s', (_, joins, always) => {
  const joining = { ...line, action: joins, collection: 'sections', times: 1 } as const;
  /** `first` strikes before the environment itself. */
  const faulty = (settings: FaultSettings, first: readonly FaultRule[] = []) =>
    scene.emulator.setFaults({ ...settings, rules: [...first, ...always, ...(settings.rules ?? [])] });

  let scene: Scene;
  beforeAll(async () => {
    scene = await startScene({
      sections: Object.fromEntries(names.map(name => [name, { capacity: 1, waitlistLimit: 5 }])),
      workers: 10,
      batch: { limit: names.length },
      emulator: { instances: { perFunction: { line: { min: 1, max: 3 } } } },
    });
  });
  afterAll(() => scene.stop());
  beforeEach(() => scene.emulator.setClock(0));
  afterEach(() => scene.emulator.setFaults({}));

  const seatFor = (index: number, name: Name) => expect(scene.line(name)).toEqual([scene.worker(index).memberId]);
  const SEATED = { ok: true, data: { place: { state: 'SEATED', number: 1 } } };
  /** A call whose answer never comes, or comes as an error of the transport. */
  const unanswered = (index: number, name: Name, endpoint = 'line.claim') =>
    scene.emulator
      .post(
        'line',
        { endpoint, input: { ...(endpoint === 'line.claim' && { batchId: 'b' }), sectionId: name } },
        scene.worker(index).openid,
      )
      .then(
        ({ status }) => status,
        () => 0,
      );

  test('the first try of an instance gets lost, and it has learnt nothing: the claim goes on', async () => {
    faulty({}, [{ ...line, kind: 'timeout', action: 'modifyAndReturnDoc', times: 1 }]);

    expect(await scene.worker(9).claim('lostTry')).toMatchObject({ data: { ...SEATED.data, already: false } });
    expect(await scene.worker(0).claim('lostTry')).toMatchObject({ data: { place: { state: 'WAITING', number: 1 } } });
  });

  test('the answer gets lost: the app asks where it stands, and the same tap again is the same seat', async () => {
    faulty({ rules: [{ on: 'call', kind: 'lostReply', function: 'line', times: 1 }] });
    expect(await unanswered(0, 'lostAnswer')).not.toBe(200);

    expect(await scene.worker(0).place('lostAnswer')).toMatchObject(SEATED);
    expect(await scene.worker(0).claim('lostAnswer')).toMatchObject({ data: { ...SEATED.data, already: true } });
    seatFor(0, 'lostAnswer');
  });

  test.each([
    ['lostReserve', { ...reserving, kind: 'lostReply' }],
    ['lostJoin', { ...joining, kind: 'lostReply' }],
    ['timeoutReserve', { ...reserving, kind: 'timeout' }],
    ['timeoutJoin', { ...joining, kind: 'timeout' }],
  ] as const)(
    '%s: the database’s answer gets lost on the way; the claim finds out and goes on',
    async (name, fault) => {
      faulty({ rules: [fault] });

      expect(await scene.worker(1).claim(name)).toMatchObject({ data: { ...SEATED.data, already: false } });
      seatFor(1, name);
    },
  );

  test('the answer of the join gets lost, and then that of the read: BUSY, and the next tap finds the seat', async () => {
    const reading = { ...line, action: 'getDocument', collection: 'sections', skip: 1, times: 1 } as const;
    faulty({
      rules: [
        { ...joining, kind: 'lostReply' },
        { ...reading, kind: 'timeout' },
      ],
    });

    expect(await scene.worker(2).claim('lostBoth')).toMatchObject({ code: 'BUSY' });
    expect(await scene.worker(2).claim('lostBoth')).toMatchObject({ data: { ...SEATED.data, already: true } });
    seatFor(2, 'lostBoth');
  });

  test('the read of the place fails, where there is one: the next tap finds the seat at the latest', async () => {
    faulty({
      rules: [{ ...line, kind: 'timeout', action: 'getDocument', collection: 'sections', skip: 1, times: 1 }],
    });
    const answers = [await scene.worker(2).claim('timeoutRead')];
    answers.push(await scene.worker(2).claimUntilAnswered('timeoutRead'));

    expect(answers.at(-1)).toMatchObject(SEATED);
    seatFor(2, 'timeoutRead');
  });

  test('the database does not answer at all: BUSY without a stack, and nothing is taken', async () => {
    faulty({ rules: [{ ...line, kind: 'timeout' }] });
    const answer = await scene.worker(3).claim('database');

    expect(answer).toEqual({
      ok: false,
      code: 'BUSY',
      message: expect.any(String),
      details: { retryAfterMs: expect.any(Number) },
      now: expect.any(Number),
    });
    faulty({});
    expect(scene.line('database')).toEqual([]);
  });

  describe('the instance dies between reserving and joining', () => {
    test('a tap right after it is BUSY, not refused and not seated twice', async () => {
      faulty({ rules: [{ ...joining, kind: 'kill', when: 'before' }] });
      expect(await unanswered(4, 'killBefore')).not.toBe(200);
      expect(scene.line('killBefore')).toEqual([]);
      const [hold] = scene.standing(scene.worker(4))!.holds;

      // However long this machine took, the clock says a second after the hold.
      scene.emulator.setClock(hold!.at + 1_000 - Date.now());
      expect(await scene.worker(4).place('killBefore')).toMatchObject({ code: 'BUSY' });
      expect(await scene.worker(4).claim('killBefore')).toMatchObject({ code: 'BUSY' });
      expect(scene.line('killBefore')).toEqual([]);
    });

    test('once no call can be in flight any more, the next tap heals it and has the seat', async () => {
      faulty({ rules: [{ ...joining, kind: 'kill', when: 'before' }] });
      await unanswered(5, 'killHealed');

      scene.emulator.setClock(HOLD_TTL_MS + 100);

      expect(await scene.worker(5).place('killHealed')).toMatchObject({ data: { place: null } });
      expect(await scene.worker(5).claim('killHealed')).toMatchObject({ data: { ...SEATED.data, already: false } });
      seatFor(5, 'killHealed');
      expect(scene.standing(scene.worker(5))).toMatchObject({ holds: [{}], batches: { b: { count: 1 } } });
    });
  });

  test('five taps at once heal what was left behind once', async () => {
    for (const index of range(2)) {
      scene.emulator.setClock(0);
      faulty({ rules: [{ ...joining, kind: 'kill', when: 'before' }] });
      await unanswered(index, 'healedOnce');
      // Several instances are there again, so that the five taps really are at once.
      await Promise.all(range(9).map(() => scene.worker(index).place('healedOnce')));
      faulty({ databaseLatencyMs: { min: 1, max: 8 } });
      scene.emulator.setClock(HOLD_TTL_MS + 100);

      const answers = await Promise.all(range(5).map(() => scene.worker(index).claimUntilAnswered('healedOnce')));

      expect(answers.filter(answer => answer.ok && !answer.data.already)).toHaveLength(1);
      const { holds = [], batches } = scene.standing(scene.worker(index)) ?? {};
      expect(batches?.b?.count).toBe(holds.length);
    }
  });

  test('the instance dies after joining: the seat is there', async () => {
    faulty({ rules: [{ ...joining, kind: 'kill', when: 'after' }] });
    expect(await unanswered(6, 'killAfter')).not.toBe(200);

    expect(await scene.worker(6).place('killAfter')).toMatchObject(SEATED);
    seatFor(6, 'killAfter');
  });

  test('the instance dies between leaving the line and giving the hold back: the next tap gets in again', async () => {
    await scene.worker(7).claim('killDrop');
    await scene.worker(8).claim('killDrop');
    scene.emulator.setClock(HOLD_TTL_MS + 100);
    // The first write to the standing notes the leaving, before the line is left.
    faulty({ rules: [{ ...reserving, kind: 'kill', when: 'before', skip: 1 }] });
    expect(await unanswered(7, 'killDrop', 'line.drop')).not.toBe(200);
    faulty({});

    seatFor(8, 'killDrop');
    expect(await scene.worker(7).drop('killDrop')).toMatchObject({ data: { left: null } });
    expect(await scene.worker(7).claim('killDrop')).toMatchObject({ data: { place: { state: 'WAITING', number: 1 } } });
    expect(scene.standing(scene.worker(7))).toMatchObject({ holds: [{}], batches: { b: { count: 1 } } });
  });

  test('many die at random while many tap: after the nightly check everything agrees', async () => {
    faulty({
      seed: 3,
      rules: [
        ...(['modifyDocument', 'modifyAndReturnDoc'] as const).flatMap(action => [
          { ...line, kind: 'kill', action, when: 'before', rate: 0.08 } as const,
          { ...line, kind: 'kill', action, when: 'after', rate: 0.08 } as const,
        ]),
      ],
    });
    const tapped = range(6).flatMap(index => names.slice(0, 5).map(name => unanswered(index, name)));
    await Promise.all(tapped);
    faulty({});

    scene.emulator.setClock(HOLD_TTL_MS + 60_000);
    await scene.emulator.fireTimer('nightly');

    expect(scene.healing()).toEqual(SOUND);
    for (const name of names) {
      const { line: entries, lineCount } = scene.section(name);
      expect(entries.length).toBe(lineCount);
      expect(entries.length).toBeLessThanOrEqual(6);
    }
  });
});
