import { join } from 'node:path';
import { emptyRoll } from '../../domain/roll/roll';
import { CODE_SLOT_MS } from '../../domain/lesson/check-in-code';
import { startEmulated, untilIdle, type Emulated } from '../emulated';
import { good, HOUR, marking, MINUTE, ofTea, shown, startClassroom, type Classroom } from './classroom';
import { range, type Person } from './scene';

/** The rotating code, under a clock that is set. */
let room: Classroom;
afterEach(() => room?.stop());

/** Four digits that are not these. */
const wrong = (number: string) => String((Number(number) + 5_000) % 10_000).padStart(4, '0');
const checkIn = (person: Person, code: string, more: object = {}) => person.call('lesson.checkIn', { code, ...more });

describe('a class of three seats and two who wait', () => {
  beforeEach(async () => {
    room = await startClassroom();
  });

  test('present before the lesson, late five minutes into it, the first time counts', async () => {
    room.at(-2 * MINUTE);
    const first = await good(checkIn(room.worker(0), (await shown(room)).code));
    room.at(6 * MINUTE);
    const late = await good(checkIn(room.worker(1), (await shown(room)).code));
    const again = await good(checkIn(room.worker(0), (await shown(room)).code));

    expect(first).toMatchObject({ state: 'present', already: false, lessonIndex: 0, guest: false });
    expect(late).toMatchObject({ state: 'late', already: false });
    expect(again).toMatchObject({ state: 'present', already: true, at: first.at });
    expect(room.roll()!.marks).toHaveLength(2);
  });

  test('the instructor sees who came, and can take one back; the same code does not undo that', async () => {
    const { code } = await shown(room);
    await good(checkIn(room.worker(0), code));
    const seen = await good(room.teacher.call('roll.lesson', ofTea));
    expect(seen.people[0]!.mark).toMatchObject({ state: 'present', source: 'self', mine: false });

    const undo = marking(room, room.worker(0), null, { seen: seen.seen });
    await good(room.teacher.call('roll.mark', { ...ofTea, device: 'phone-1', marks: [undo] }));

    expect(await checkIn(room.worker(0), (await shown(room)).code)).toMatchObject({ code: 'CHECK_IN_UNDONE' });
  });

  test('a code lives 15 seconds', async () => {
    const { code } = await shown(room);
    const began = room.now();
    const slotBegan = Math.floor(began / CODE_SLOT_MS) * CODE_SLOT_MS;
    const sinceStart = (at: number) => at - room.lesson.startsAt;

    room.at(sinceStart(slotBegan + 14_500));
    expect(await checkIn(room.worker(0), code)).toMatchObject({ code: 'CODE_OLD' });
    room.at(sinceStart(slotBegan - 4_000));
    expect(await checkIn(room.worker(0), code)).toMatchObject({ code: 'CODE_FROM_FUTURE' });
    room.at(sinceStart(slotBegan + 9_000));
    expect(await checkIn(room.worker(0), code)).toMatchObject({ ok: true });
  });

  test.each<[string, (code: string) => string]>([
    ['a signature changed by a letter', code => code.slice(0, -1) + (code.endsWith('A') ? 'B' : 'A')],
    [
      'the same signature for another slot',
      code =>
        code.replace(
          /\.([0-9a-z]+)\.([^.]+)$/,
          (_, slot: string, mac: string) => `.${(Number.parseInt(slot, 36) + 1).toString(36)}.${mac}`,
        ),
    ],
    ['the same signature for another lesson', code => code.replace('HG1.tea.0.', 'HG1.tea.1.')],
    ['another instructor', code => code.replace(/\.[0-9a-f]{8}\./, '.00000000.')],
    ['no code of ours', () => 'https://example.com/'],
  ])('an altered code: %s', async (_, altered) => {
    const { code } = await shown(room);

    expect(await checkIn(room.worker(0), altered(code))).toMatchObject({ ok: false, code: 'CODE_UNREADABLE' });
    expect(room.roll()!.marks).toEqual([]);
  });

  test('by number: those four digits and no others', async () => {
    const { number } = await shown(room);

    expect(await checkIn(room.worker(0), wrong(number))).toMatchObject({ code: 'NUMBER_WRONG' });
    expect(await good(checkIn(room.worker(0), number))).toMatchObject({ state: 'present', already: false });
    expect(await good(checkIn(room.worker(0), number))).toMatchObject({ state: 'present', already: true });
  });

  test('ten numbers may be tried in six hours; then the code or the instructor helps', async () => {
    const guesser = room.worker(1);
    const { number } = await shown(room);
    for (const _ of range(10))
      expect(await checkIn(guesser, wrong(number))).toMatchObject({ ok: false, code: 'NUMBER_WRONG' });

    const { code, number: right } = await shown(room);
    for (const digits of [wrong(right), right])
      expect(await checkIn(guesser, digits)).toMatchObject({
        code: 'NUMBER_TRIES_UP',
        message: expect.stringMatching(/请扫.*请老师/),
      });
    expect(room.roll()!.marks).toEqual([]);
    expect(await good(checkIn(room.worker(2), right))).toMatchObject({ state: 'present' });
    expect(await good(checkIn(guesser, code))).toMatchObject({ state: 'present' });
    expect(room.standing(guesser)!.numberTries).toHaveLength(10);
  });

  test('a week later they may be tried again', async () => {
    const tried = range(10).map(index => room.lesson.startsAt - 7 * 24 * HOUR + index);
    await room.set('standings', { ...room.standing(room.worker(1))!, numberTries: tried });
    const { number } = await shown(room);

    expect(await good(checkIn(room.worker(1), number))).toMatchObject({ state: 'present' });
    expect(room.standing(room.worker(1))!.numberTries).toEqual([...tried.slice(1), expect.any(Number)]);
  });

  test('digits are no use to who has no lesson now', async () => {
    const { number } = await shown(room);

    expect(await checkIn(room.worker(8), number)).toMatchObject({ code: 'NO_LESSON_NOW' });
  });

  test('no code before the roll opens; after the lesson one is of no use', async () => {
    room.at(-31 * MINUTE);
    expect(await room.teacher.call('roll.code', ofTea)).toMatchObject({ code: 'ROLL_NOT_YET' });

    room.at(90 * MINUTE + 1_000);
    expect(await checkIn(room.worker(0), (await shown(room)).code)).toMatchObject({ code: 'LESSON_ENDED' });
  });

  test('who is not in the class; who meant another one; who waits', async () => {
    const { code } = await shown(room);

    expect(await checkIn(room.worker(8), code)).toMatchObject({
      code: 'NOT_IN_SECTION',
      details: { title: '茶艺tea' },
    });
    const expected = { sectionId: 'choir', lessonIndex: 0 };
    expect(await checkIn(room.worker(8), code, { expected })).toMatchObject({ code: 'WRONG_LESSON' });
    expect(await checkIn(room.worker(3), code)).toMatchObject({ code: 'WALK_IN_TOO_EARLY' });
  });

  test('at the door: from a quarter of an hour on the line first, then anybody, as far as seats are empty', async () => {
    for (const index of range(1)) await good(checkIn(room.worker(index), (await shown(room)).code));
    room.at(16 * MINUTE);
    expect(await checkIn(room.worker(8), (await shown(room)).code)).toMatchObject({ code: 'LINE_FIRST' });
    expect(await good(checkIn(room.worker(3), (await shown(room)).code))).toMatchObject({
      guest: true,
      state: 'present',
    });
    room.at(21 * MINUTE);
    expect(await good(checkIn(room.worker(8), (await shown(room)).code))).toMatchObject({ guest: true });

    expect(await checkIn(room.worker(9), (await shown(room)).code)).toMatchObject({ code: 'NO_FREE_SEAT' });
    expect(room.roll()!.guests).toHaveLength(2);
  });

  test('where both phones say where they are, the instructor sees how far; nobody is refused for it', async () => {
    const here = { latitude: 29.3561, longitude: 105.9275 };
    await good(room.teacher.call('roll.code', { ...ofTea, place: here }));
    await good(
      checkIn(room.worker(0), (await shown(room)).code, { place: { latitude: 29.3661, longitude: 105.9275 } }),
    );
    await good(checkIn(room.worker(1), (await shown(room)).code));

    const view = await good(room.teacher.call('roll.lesson', ofTea));

    expect(view.people[0]!.mark!.metres).toBeGreaterThan(1_000);
    expect(view.people[0]!.mark!.metres).toBeLessThan(1_200);
    expect(view.people[1]!.mark!.metres).toBeNull();
  });

  test('a cancelled lesson, a closed one', async () => {
    const { code } = await shown(room);
    const tea = room.section('tea');
    await room.set('rolls', { ...room.roll()!, closedAt: room.now(), expected: [] });
    expect(await checkIn(room.worker(0), code)).toMatchObject({ code: 'ROLL_CLOSED' });

    const [lesson, ...others] = tea.lessons;
    await room.set('sections', { ...tea, lessons: [{ ...lesson, cancelled: true }, ...others] });
    expect(await room.teacher.call('roll.code', ofTea)).toMatchObject({ code: 'LESSON_CANCELLED' });
  });

  test('the key never leaves: no answer to anybody holds it', async () => {
    const { code } = await shown(room);
    await good(checkIn(room.worker(0), code));
    const [key] = Object.values(room.roll()!.codeKeys);

    const said = await Promise.all([
      room.teacher.call('roll.lesson', ofTea),
      room.teacher.call('roll.code', ofTea),
      room.worker(0).call('lesson.mine', {}),
      room.staff.call('attendance.lesson', ofTea),
    ]);

    expect(key!.secret.length).toBeGreaterThan(20);
    expect(JSON.stringify(said)).not.toContain(key!.secret);
  });
});

test('a thousand workers scan the same code within its life: each exactly one mark, at little more than one operation each', async () => {
  // On a slow machine all of them are on their way at once, and one environment takes a thousand calls.
  const instances = { min: 0, max: 3, concurrent: 2_000 };
  room = await startClassroom({ line: 1_000, capacity: 1_000, emulator: { instances } });
  // However slow this machine is: the clock stands still while they scan.
  const atSlot = CODE_SLOT_MS - (room.lesson.startsAt % CODE_SLOT_MS);
  room.at(atSlot);
  const { code } = await shown(room);
  await good(checkIn(room.worker(0), code));
  const stand = setInterval(() => room.at(atSlot), 50);
  room.emulator.database.resetOperations();

  // Every tenth taps twice at once.
  const taps = range(999).flatMap(index => (index % 10 === 0 ? [index + 1, index + 1] : [index + 1]));
  const answers = await Promise.all(taps.map(index => checkIn(room.worker(index), code)));
  clearInterval(stand);

  const operations = Object.values(room.emulator.database.operations()).reduce((sum, count) => sum + count, 0);
  expect(answers.filter(answer => answer.ok && !answer.data.already)).toHaveLength(999);
  expect(answers.filter(answer => answer.ok && answer.data.already)).toHaveLength(taps.length - 999);
  const marked = room.roll()!.marks.map(mark => mark.memberId);
  expect(marked).toHaveLength(1_000);
  expect(new Set(marked).size).toBe(1_000);
  expect(room.roll()!.markCount).toBe(1_000);
  // One write each, a look for who is there already, and now and then the class and its instructor anew: 3 instances, 5 s of memory.
  expect(operations).toBeGreaterThanOrEqual(taps.length + (taps.length - 999));
  expect(operations).toBeLessThanOrEqual(taps.length + (taps.length - 999) + 60);
}, 300_000);

test('a number costs no more than it did: the class, the try, the roll, who shows it, the mark', async () => {
  room = await startClassroom({ instances: 1 });
  const { number } = await shown(room);
  const operations = async (person: Person, digits: string) => {
    room.emulator.database.resetOperations();
    await checkIn(person, digits);
    return Object.values(room.emulator.database.operations()).reduce((sum, count) => sum + count, 0);
  };

  expect(await operations(room.worker(0), number)).toBe(5);
  expect(await operations(room.worker(1), number)).toBe(4);
  expect(await operations(room.worker(2), wrong(number))).toBe(3);
  expect(await operations(room.worker(8), number)).toBe(1);
});

describe('control', () => {
  let naive: Emulated;
  afterEach(() => naive.stop());

  test('look, then add: the same mark sent twice at once is there twice', async () => {
    const four = { perFunction: { mark: { min: 4, max: 4 } } };
    naive = await startEmulated({ functions: join(__dirname, 'naive-functions'), instances: four });
    const section = { _id: 'tea', batchId: 'b' };
    await naive.database.import('rolls', [emptyRoll(section, 0, { startsAt: Date.now() + HOUR })]);
    const event = { rollId: 'tea-L0', nonce: 'self-m1', memberId: 'm1', together: 4 };
    await naive.post('mark', { ...event, nonce: 'warm', together: 1 });
    await untilIdle(naive, 'mark', 4);

    await Promise.all(range(4).map(() => naive.post('mark', event)));

    const [roll] = naive.database.read<{ marks: { nonce: string }[] }>('rolls');
    expect(roll!.marks.filter(mark => mark.nonce === 'self-m1').length).toBe(4);
  });
});
