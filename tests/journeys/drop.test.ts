import { FULL_MEMORY_MS, LONGEST_REOPEN_MS, REOPEN_MS, REOPENING_RETRY_MS } from '../../domain/line/full-memory';
import { HOLD_TTL_MS } from '../../domain/line/hold';
import { range, SOUND, startScene, tally, type Person, type Scene } from './scene';

/** Leaving, and who moves up. */
const HOUR = 3_600_000;
const SECTIONS = Object.fromEntries(
  ['next', 'twice', 'wait', 'late', 'reopen', 'slow', 'many', 'again'].map(id => [
    id,
    { capacity: 2, waitlistLimit: 2 },
  ]),
);
let scene: Scene;
beforeAll(async () => {
  scene = await startScene({
    sections: { ...SECTIONS, many: { capacity: 10, waitlistLimit: 10 } },
    workers: 60,
    batch: { limit: 10 },
    emulator: { instances: { perFunction: { line: { min: 3, max: 3 } } } },
  });
});
afterAll(() => scene.stop());
beforeEach(() => scene.emulator.setClock(0));

const fill = async (id: string, ...indices: number[]) => {
  for (const index of indices) await scene.worker(index).claim(id);
};
const ids = (...indices: number[]) => indices.map(index => scene.worker(index).memberId);

test('the next in line has the seat at once, and a notice', async () => {
  await fill('next', 0, 1, 2, 3);
  expect(await scene.worker(2).place('next')).toMatchObject({ data: { place: { state: 'WAITING', number: 1 } } });

  expect(await scene.worker(0).drop('next')).toMatchObject({ data: { left: 'SEATED' } });

  expect(await scene.worker(2).place('next')).toMatchObject({ data: { place: { state: 'SEATED', number: 2 } } });
  expect(await scene.worker(3).place('next')).toMatchObject({ data: { place: { state: 'WAITING', number: 1 } } });
  const inbox = await scene.emulator.as(scene.worker(2).openid)('member.notices', {});
  expect(inbox).toMatchObject({ data: { notices: [{ kind: 'PROMOTED', sectionId: 'next', readAt: null }] } });
  expect(scene.notices().filter(notice => notice.sectionId === 'next')).toHaveLength(1);
});

test('dropping twice frees one seat, and so do five taps on it at once', async () => {
  await fill('twice', 0, 1, 2, 3);
  scene.emulator.setFaults({ databaseLatencyMs: { min: 1, max: 8 } });

  for (const index of [0, 1, 2]) {
    const answers = await Promise.all(range(5).map(() => scene.worker(index).drop('twice')));
    expect(answers.filter(answer => answer.ok && answer.data.left !== null)).toHaveLength(1);
    expect(await scene.worker(index).drop('twice')).toMatchObject({ ok: true, data: { left: null } });
    expect(scene.section('twice').lineCount).toBe(3 - index);
  }

  scene.emulator.setFaults({});
  expect(scene.line('twice')).toEqual(ids(3));
  expect(scene.healing()).toEqual(SOUND);
});

test('a wait can be left; nobody is promoted and nobody told', async () => {
  await fill('wait', 0, 1, 2, 3);

  expect(await scene.worker(2).drop('wait')).toMatchObject({ data: { left: 'WAITING' } });

  expect(scene.line('wait')).toEqual(ids(0, 1, 3));
  expect(scene.notices().filter(notice => notice.sectionId === 'wait')).toEqual([]);
});

test('a seat can be given back until the deadline, a wait after it too', async () => {
  await fill('late', 0, 1, 2);
  const { dropUntil } = scene.section('late');

  scene.emulator.setClock(dropUntil - Date.now());
  expect(await scene.worker(0).drop('late')).toMatchObject({ code: 'DROP_CLOSED' });
  expect(await scene.worker(2).drop('late')).toMatchObject({ data: { left: 'WAITING' } });

  scene.emulator.setClock(dropUntil - HOUR - Date.now());
  expect(await scene.worker(0).drop('late')).toMatchObject({ data: { left: 'SEATED' } });
});

test('given back late, where the person says so: the line moves up all the same, and it is noted', async () => {
  await fill('again', 0, 1, 2);
  const { dropUntil } = scene.section('again');
  await scene.set('sections', { ...scene.section('again'), freezeAt: dropUntil + HOUR });
  scene.emulator.setClock(dropUntil - Date.now() + 1_000);
  const late = () => scene.worker(0).call('line.drop', { sectionId: 'again', late: true });
  expect(await scene.worker(0).drop('again')).toMatchObject({ code: 'DROP_CLOSED' });

  expect(await late()).toMatchObject({ data: { left: 'SEATED' } });
  expect(await late()).toMatchObject({ data: { left: null } });

  expect(scene.line('again')).toEqual(ids(1, 2));
  expect(scene.section('again').lateDrops).toEqual([{ memberId: ids(0)[0], at: expect.any(Number) }]);
  expect(scene.notices().filter(notice => notice.sectionId === 'again')).toHaveLength(1);
  scene.emulator.setClock(dropUntil + HOUR - Date.now() + 1_000);
  expect(await scene.worker(1).call('line.drop', { sectionId: 'again', late: true })).toMatchObject({
    code: 'DROP_CLOSED',
  });
});

test('a place that comes back opens for everybody at one instant that nobody is told; until then nobody new is told FULL from a look', async () => {
  await fill('reopen', 10, 11, 12, 13);
  expect(await scene.worker(14).claim('reopen')).toMatchObject({ code: 'FULL' });

  const droppedAt = scene.emulator.now();
  await scene.worker(10).drop('reopen');
  const reopensAt = scene.section('reopen').reopensAt;
  scene.emulator.setClock(FULL_MEMORY_MS + 500);
  const early = await scene.worker(14).claim('reopen');
  scene.emulator.setClock(LONGEST_REOPEN_MS + 500);
  const after = await scene.worker(14).claim('reopen');

  expect(reopensAt).toBeGreaterThanOrEqual(droppedAt + REOPEN_MS);
  expect(early).toMatchObject({ code: 'BUSY' });
  expect(early).toMatchObject({ details: { retryAfterMs: REOPENING_RETRY_MS, reopening: true } });
  expect(after).toMatchObject({ ok: true, data: { place: { state: 'WAITING', number: 2 } } });
  expect(scene.line('reopen')).toEqual(ids(11, 12, 13, 14));
});

test('the 5 s are counted from the write, however long what goes before it takes', async () => {
  await fill('slow', 15, 16, 17, 18);
  const SLOW_MS = 300;
  scene.emulator.setFaults({ databaseLatencyMs: { min: SLOW_MS, max: SLOW_MS } });
  const tappedAt = scene.emulator.now();

  await scene.worker(15).drop('slow');
  scene.emulator.setFaults({});

  // The line is read, and who moves up is announced, before the seat is given back.
  expect(scene.section('slow').reopensAt).toBeGreaterThanOrEqual(tappedAt + 2 * SLOW_MS + REOPEN_MS);
});

test('a drop in a line that was not full opens at once', async () => {
  await fill('again', 0, 1, 2);
  await scene.worker(0).drop('again');
  expect(await scene.worker(3).claim('again')).toMatchObject({ ok: true });
  expect(await scene.worker(0).claim('again')).toMatchObject({ data: { already: false, place: { state: 'WAITING' } } });
});

test('ten leave at once: everybody behind moves up, each told once, and nothing is lost', async () => {
  const people = range(20).map(index => scene.worker(20 + index));
  for (const person of people) await person.claim('many');

  const answers = await Promise.all(people.slice(0, 10).map(person => person.drop('many')));

  expect(answers.every(answer => answer.ok && answer.data.left === 'SEATED')).toBe(true);
  expect(scene.line('many')).toEqual(people.slice(10).map(person => person.memberId));
  const told = scene.notices().filter(notice => notice.sectionId === 'many');
  expect(told.map(notice => notice.memberId).sort()).toEqual(
    people
      .slice(10)
      .map(person => person.memberId)
      .sort(),
  );
});

test('people come and go at once: what everybody was told agrees with the line', async () => {
  scene.emulator.setClock(0);
  const people = range(20).map(index => scene.worker(40 + index));
  const tapped = await Promise.all(
    people.map(async (person, index) => {
      const answer = await person.claimUntilAnswered('next');
      if (index % 2 === 0) await person.drop('next');
      return answer;
    }),
  );

  expect(Object.keys(tally(tapped)).every(word => ['SEATED', 'WAITING', 'FULL'].includes(word))).toBe(true);
  expect(scene.healing()).toEqual(SOUND);
});

test('the instance that took the drop holds the place back as well, though it knows that the line is not full', async () => {
  const alone = await startScene({
    sections: { tea: { capacity: 1 } },
    workers: 2,
    emulator: { instances: { min: 0, max: 1 } },
  });
  const [leaving, coming] = range(2).map(alone.worker) as [Person, Person];
  await leaving.claim('tea');
  await leaving.drop('tea');

  expect(await coming.claim('tea')).toMatchObject({ code: 'BUSY' });
  expect(alone.healing()).toEqual(SOUND);
  alone.emulator.setClock(LONGEST_REOPEN_MS);
  expect(await coming.claim('tea')).toMatchObject({ ok: true });
  await alone.stop();
});

describe('a call that comes late', () => {
  const fresh = (id: string) =>
    startScene({
      sections: { [id]: { capacity: 2, waitlistLimit: 2 } },
      workers: 2,
      emulator: { instances: { min: 0, max: 1 } },
    });
  const placeAt = async (person: Person, id: string) => {
    const answer = await person.place(id);
    if (!answer.ok || !answer.data.place) throw new Error('in no line');
    return answer.data.place.at;
  };

  test('a drop of the stay before does not hit the new one; the app of before, which names none, drops what is there', async () => {
    const one = await fresh('tea');
    const [me] = [one.worker(0)];
    await me.claim('tea');
    const first = await placeAt(me, 'tea');
    const drop = (at?: number) => me.call('line.drop', { sectionId: 'tea', ...(at === undefined ? {} : { at }) });
    expect(await drop(first)).toMatchObject({ data: { left: 'SEATED' } });
    await me.claim('tea');

    expect(await drop(first)).toMatchObject({ data: { left: null } });
    expect(one.line('tea')).toEqual([me.memberId]);
    expect(one.healing()).toEqual(SOUND);
    // Control.
    expect(await drop()).toMatchObject({ data: { left: 'SEATED' } });
    expect(one.line('tea')).toEqual([]);
    await one.stop();
  });

  test('a claim that was tapped before a drop does not put the person back, whatever its tap would have met', async () => {
    const one = await fresh('tea');
    const me = one.worker(0);
    const claim = (tappedAt?: number) =>
      me.call('line.claim', { batchId: 'b', sectionId: 'tea', ...(tappedAt === undefined ? {} : { tappedAt }) });
    const tappedAt = one.emulator.now();
    expect(await claim(tappedAt)).toMatchObject({ ok: true });
    await me.drop('tea');

    one.emulator.database.resetOperations();
    expect(await claim(tappedAt)).toMatchObject({ code: 'LEFT_SINCE' });
    expect(one.line('tea')).toEqual([]);
    expect(one.standing(me)).toMatchObject({ holds: [], batches: { b: { count: 0 } } });
    one.emulator.setClock(1_000);
    expect(await claim(one.emulator.now())).toMatchObject({ ok: true, data: { already: false } });
    await me.drop('tea');
    // Control: an app that does not say when it was tapped.
    expect(await claim()).toMatchObject({ ok: true });
    await one.stop();
  });

  test('that holds from before the line is left: a late claim between the drop’s writes finds no way in', async () => {
    const one = await fresh('tea');
    const me = one.worker(0);
    const tappedAt = one.emulator.now();
    await me.call('line.claim', { batchId: 'b', sectionId: 'tea', tappedAt });
    one.emulator.setClock(HOLD_TTL_MS + 100);
    // The call dies after it has left the line and before it gives the hold back.
    const giving = { on: 'database', function: 'line', action: 'modifyDocument', collection: 'standings' } as const;
    one.emulator.setFaults({ rules: [{ ...giving, kind: 'kill', when: 'before', skip: 1, times: 1 }] });
    await one.emulator.post('line', { endpoint: 'line.drop', input: { sectionId: 'tea' } }, me.openid);
    one.emulator.setFaults({});
    expect(one.line('tea')).toEqual([]);
    expect(one.standing(me)?.holds).toHaveLength(1);

    const late = await me.call('line.claim', { batchId: 'b', sectionId: 'tea', tappedAt });

    expect(late).toMatchObject({ code: 'LEFT_SINCE' });
    expect(one.line('tea')).toEqual([]);
    await one.stop();
  });

  test('a drop that is refused says until when it could be done', async () => {
    const one = await fresh('tea');
    await one.worker(0).claim('tea');
    const { dropUntil } = one.section('tea');
    await one.set('sections', { ...one.section('tea'), freezeAt: dropUntil + HOUR });
    one.emulator.setClock(dropUntil - Date.now());
    const details = (lateUntil: number | null) => ({ code: 'DROP_CLOSED', details: { dropUntil, lateUntil } });

    expect(await one.worker(0).drop('tea')).toMatchObject(details(dropUntil + HOUR));
    one.emulator.setClock(dropUntil + HOUR - Date.now());
    expect(await one.worker(0).drop('tea')).toMatchObject(details(null));
    await one.stop();
  });
});

describe('a class without a waiting list', () => {
  test('a seat cannot be handed over: when it opens nobody is told, and whoever asks more often is not let in more often', async () => {
    const one = await startScene({
      sections: { tea: { capacity: 1 } },
      workers: 2,
      emulator: { instances: { min: 0, max: 1 } },
    });
    await one.worker(0).claim('tea');
    await one.worker(0).drop('tea');
    const accomplice = one.emulator.as(one.worker(1).openid, { hasty: true });
    // Four seconds of asking every 20 ms, none of them late enough for the place to be open.
    const answers = [];
    for (const step of range(200)) {
      one.emulator.setClock(500 + step * 20);
      answers.push(await accomplice('line.claim', { batchId: 'b', sectionId: 'tea' }));
    }

    const looks = answers.filter(answer => !answer.ok && answer.code === 'BUSY' && answer.details.reopening);
    // At once three, then one in 2.2 s.
    expect(looks.length).toBeGreaterThanOrEqual(3);
    expect(looks.length).toBeLessThanOrEqual(6);
    expect(
      looks.every(answer => !answer.ok && answer.code === 'BUSY' && answer.details.retryAfterMs === REOPENING_RETRY_MS),
    ).toBe(true);
    await one.stop();
  });
});
