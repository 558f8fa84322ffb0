import { sentenceOn } from '../../domain/record/said';
import type { RecordEntry } from '../../domain/model';
import { good, HOUR, marking, MINUTE, ofTea, shown, startClassroom, type Classroom } from './classroom';
import { range } from './scene';

/** The roll, by hand, from two phones, with and without signal. */
let room: Classroom;
beforeEach(async () => {
  room = await startClassroom();
});
afterEach(() => room.stop());

const send = (marks: object[], device = 'phone-1', of = ofTea) =>
  room.teacher.call('roll.mark', { ...of, device, marks: marks as never });
const record = () => room.emulator.database.read<RecordEntry>('record');

test('the roll: seats in their order, phones masked, nobody marked', async () => {
  const view = await good(room.teacher.call('roll.lesson', ofTea));

  expect(view.people.map(person => [person.seat, person.as, person.mark])).toEqual([
    [1, 'seat', null],
    [2, 'seat', null],
    [3, 'seat', null],
  ]);
  expect(view.people[0]!.phone).toMatch(/^\d{3}\*{4}\d{4}$/);
  expect(view.waiting.map(one => one.number)).toEqual([1, 2]);
  expect(view).toMatchObject({ freeSeats: 3, seen: 0, closedAt: null });
});

test('a whole roll is one write; sent again it is the same roll', async () => {
  await good(send([marking(room, room.worker(0), 'absent')]));
  room.at(1_000);
  const marks = range(3).map(index => marking(room, room.worker(index), index === 2 ? 'late' : 'present'));
  room.emulator.database.resetOperations();

  const first = await good(send(marks));
  const writes = () => room.emulator.database.operations()['database.modifyAndReturnDoc:rolls'];
  expect(writes()).toBe(1);
  const again = await good(send(marks));

  expect(writes()).toBe(1);
  expect(room.states(first)).toEqual(room.states(again));
  expect(Object.values(room.states(again))).toEqual(['present', 'present', 'late']);
  expect(room.roll()).toMatchObject({ markCount: 4 });
});

test('many calls at once, some of them twice: each mark arrives exactly once', async () => {
  const marks = range(24).map(index => marking(room, room.worker(index % 3), 'present'));
  const calls = range(12).flatMap(index => [
    marks.slice(index * 2, index * 2 + 2),
    marks.slice(index * 2, index * 2 + 2),
  ]);

  const answers = await Promise.all(calls.map((some, index) => send(some, `phone-${index % 3}`)));

  // Whoever was told BUSY has lost nothing: the same again is what the app does.
  for (const [index, answer] of answers.entries()) if (!answer.ok) await good(send(calls[index]!));
  expect(
    room
      .roll()!
      .marks.map(mark => mark.nonce)
      .sort(),
  ).toEqual(marks.map(mark => mark.nonce).sort());
  expect(room.roll()!.markCount).toBe(24);
});

test('two phones that were offline disagree: nobody is absent by it, both are kept, and it is said', async () => {
  room.at(10 * MINUTE);
  const early = marking(room, room.worker(0), 'present');
  room.at(11 * MINUTE);
  const late = marking(room, room.worker(0), 'absent');
  room.at(12 * MINUTE);

  await good(send([late], 'tablet'));
  const view = await good(send([early], 'phone-1'));

  expect(view.people[0]).toMatchObject({ mark: { state: 'present', at: early.at }, disputed: { state: 'absent' } });
  expect(room.roll()!.marks).toHaveLength(2);

  const settled = await good(send([marking(room, room.worker(0), 'late', { seen: view.seen })]));
  expect(settled.people[0]).toMatchObject({ mark: { state: 'late' }, disputed: null });
});

test('undo is a mark, too: what was taken back is no mark any more', async () => {
  await good(send([marking(room, room.worker(1), 'absent')]));
  room.at(1_000);

  const view = await good(send([marking(room, room.worker(1), null, { seen: 1 })]));

  expect(view.people[1]).toMatchObject({ mark: null });
  expect(room.roll()!.marks).toHaveLength(2);
});

test('made in the lesson, sent the next morning: taken as it was made', async () => {
  room.at(20 * MINUTE);
  const mark = marking(room, room.worker(0), 'present');
  room.at(16 * HOUR);

  await good(send([mark]));

  expect(room.roll()!.marks[0]).toMatchObject({ at: mark.at, receivedAt: expect.any(Number) });
  expect(room.roll()!.marks[0]!.receivedAt).toBeGreaterThan(mark.at + 15 * HOUR);
  expect(record()).toEqual([]);
});

test('a correction long after the lesson wants a reason and goes on the record, once', async () => {
  room.at(26 * HOUR);
  const mark = marking(room, room.worker(0), 'present');
  expect(await send([mark])).toMatchObject({ code: 'REASON_MISSING' });

  const reasoned = { ...mark, reason: '那天没信号' };
  await good(send([reasoned]));
  await good(send([reasoned]));

  expect(room.roll()!.marks).toHaveLength(1);
  expect(record()).toEqual([
    expect.objectContaining({ act: 'roll.correct', byName: '李文秀', reason: '那天没信号', sectionId: 'tea' }),
  ]);
  expect(sentenceOn(record()[0]!)).toContain('到');
});

test('a phone whose clock is hours wrong: the roll is taken, at a time that is possible, and says when it arrived', async () => {
  room.at(60 * MINUTE);
  const loadedAt = room.now() - 30 * MINUTE;
  await good(
    send([
      marking(room, room.worker(0), 'present', { at: room.now() + 3 * HOUR, loadedAt }),
      marking(room, room.worker(1), 'late', { at: room.now() - 3 * HOUR, loadedAt }),
      marking(room, room.worker(2), 'absent', { at: room.now() - 3 * HOUR }),
    ]),
  );

  const [fast, slow, unknown] = room.roll()!.marks;
  expect(fast!.at).toBe(fast!.receivedAt);
  expect(slow!.at).toBe(loadedAt);
  expect(unknown!.at).toBe(room.lesson.startsAt - 30 * MINUTE);
  const { people } = await good(room.teacher.call('roll.lesson', ofTea));
  expect(people.map(one => one.mark!.receivedAt)).toEqual([null, slow!.receivedAt, unknown!.receivedAt]);
});

test('marks that arrive a day after the lesson are corrections, whenever they say that they were made', async () => {
  const mark = marking(room, room.worker(0), 'present');
  room.at(26 * HOUR);

  expect(await send([mark])).toMatchObject({ code: 'REASON_MISSING' });
  await good(send([{ ...mark, reason: '山里没信号' }]));
  expect(record()).toEqual([expect.objectContaining({ act: 'roll.correct', reason: '山里没信号' })]);
});

test('marks made before the closing and sent after it: whoever has come is no no-show, and nobody becomes one', async () => {
  await good(send([marking(room, room.worker(0), 'present')]));
  room.at(10 * MINUTE);
  const waiting = [marking(room, room.worker(1), 'present'), marking(room, room.worker(2), 'absent')];
  room.at(2 * HOUR);
  await good(room.staff.call('attendance.close', { ...ofTea, actId: 'close-close-close' }));
  expect(room.roll()!.noShows).toEqual([room.worker(1).memberId, room.worker(2).memberId]);

  room.at(3 * HOUR);
  await good(send(waiting));
  await good(send(waiting));

  expect(room.roll()).toMatchObject({ markCount: 3, noShows: [room.worker(2).memberId] });
  expect(record().map(entry => entry.act)).toEqual(['attendance.close', 'roll.correct']);
  expect(JSON.stringify(record()[1]!.parts)).toContain('确认考勤后传到的点名');
  expect(await send([marking(room, room.worker(2), 'present')])).toMatchObject({ code: 'ROLL_CLOSED' });
});

test('an organisation sees who came, and not why somebody is away nor how far from the room they were', async () => {
  const organisation = room.section('tea').organisation;
  const runner = await room.holder('organisation', '马云海', { organisation });
  const [first, second] = [room.worker(0).memberId, room.worker(1).memberId];
  await good(send([marking(room, room.worker(0), 'present')]));
  const [made] = room.roll()!.marks;
  await room.set('rolls', {
    ...room.roll()!,
    marks: [{ ...made!, source: 'self', metres: 900 }],
    leaves: [{ memberId: second, at: room.now(), reason: '去医院' }],
  });
  const said = async (person: typeof runner) =>
    (await good(person.call('roll.lesson', ofTea))).people.map(one => [
      one.memberId,
      one.leave?.reason,
      one.mark?.metres,
    ]);

  expect((await said(room.teacher)).slice(0, 2)).toEqual([
    [first, undefined, 900],
    [second, '去医院', undefined],
  ]);
  expect((await said(runner)).slice(0, 2)).toEqual([
    [first, undefined, null],
    [second, '', undefined],
  ]);
});

describe('refused, and nothing is written', () => {
  test.each<[string, () => Promise<unknown>, string]>([
    [
      'a mark of somebody who is not on the roll',
      () => send([marking(room, room.worker(0), 'present'), marking(room, room.worker(4), 'present')]),
      'NOT_ON_ROLL',
    ],
    [
      'a lesson next week',
      () => send([marking(room, room.worker(0), 'present')], 'phone-1', { sectionId: 'tea', lessonIndex: 1 }),
      'ROLL_NOT_YET',
    ],
    [
      'a lesson that is not',
      () => send([marking(room, room.worker(0), 'present')], 'phone-1', { sectionId: 'tea', lessonIndex: 9 }),
      'LESSON_NOT_FOUND',
    ],
    [
      'more marks than the most in one call',
      () => send(range(201).map(() => marking(room, room.worker(0), 'present'))),
      'BAD_INPUT',
    ],
    [
      'a nonce with other content',
      async () => {
        const mark = marking(room, room.worker(0), 'present');
        return send([mark, { ...mark, state: 'absent' }]);
      },
      'NONCE_REUSED',
    ],
  ])('%s', async (_, act, code) => {
    const answer = await act();

    expect(answer).toMatchObject({ ok: false, code });
    expect(room.roll()?.marks ?? []).toEqual([]);
  });

  test('an instructor of another class', async () => {
    const other = await room.holder('instructor', '周敏', { instructorName: '周敏' });

    const answers = await Promise.all([
      other.call('roll.lesson', ofTea),
      other.call('roll.mark', { ...ofTea, device: 'phone-9', marks: [marking(room, room.worker(0), 'present')] }),
      other.call('roll.code', ofTea),
      other.call('roll.letIn', { ...ofTea, memberId: room.worker(3).memberId }),
      other.call('roll.attendance', { sectionId: 'tea' }),
    ]);

    for (const answer of answers) expect(answer).toMatchObject({ ok: false, code: 'SECTION_NOT_FOUND' });
    expect(room.roll()).toBeUndefined();
  });

  test('a worker is no instructor, nor is staff one', async () => {
    for (const person of [room.worker(0), room.staff]) {
      expect(await person.call('roll.lesson', ofTea)).toMatchObject({ ok: false, code: 'FORBIDDEN' });
    }
  });
});

describe('an empty seat is filled from the door', () => {
  const letIn = (index: number) => room.teacher.call('roll.letIn', { ...ofTea, memberId: room.worker(index).memberId });

  test('from a quarter of an hour on, as far as seats are empty, on the record', async () => {
    await good(send([marking(room, room.worker(0), 'present'), marking(room, room.worker(1), 'present')]));
    room.at(14 * MINUTE);
    expect(await letIn(3)).toMatchObject({ code: 'WALK_IN_TOO_EARLY' });
    room.at(15 * MINUTE + 1_000);

    const view = await good(letIn(3));
    await good(letIn(3));

    expect(view.people.at(-1)).toMatchObject({ as: 'walk-in', seat: null, mark: { state: 'present' } });
    expect(await letIn(4)).toMatchObject({ code: 'NO_FREE_SEAT' });
    expect(room.roll()!.guests).toHaveLength(1);
    expect(record().map(entry => entry.act)).toEqual(['roll.letIn']);
  });

  test('somebody who is on the roll already stays on it as they are, and the record says nothing', async () => {
    await good(send([marking(room, room.worker(0), 'present')]));
    room.at(16 * MINUTE);
    const { code } = await shown(room);
    await good(room.worker(3).call('lesson.checkIn', { code }));

    const view = await good(letIn(3));
    expect(view.people.at(-1)).toMatchObject({ as: 'walk-in', mark: { state: 'present', source: 'self' } });
    await room.set('rolls', {
      ...room.roll()!,
      guests: [...room.roll()!.guests, { memberId: room.worker(4).memberId, at: 1, as: 'lent', seatOf: null }],
    });
    await good(letIn(4));
    expect(record()).toEqual([]);
  });

  test('somebody from the door without a profile has no name, and is not called gone', async () => {
    room.at(21 * MINUTE);
    await good(room.stranger('路过的人').call('lesson.checkIn', { code: (await shown(room)).code }));

    const { people } = await good(room.teacher.call('roll.lesson', ofTea));
    expect(people.at(-1)!.name).toBe('没填资料');
  });

  test('two are let in at once where one seat is empty: one gets it', async () => {
    await good(send([marking(room, room.worker(0), 'present'), marking(room, room.worker(1), 'present')]));
    room.at(16 * MINUTE);

    const answers = await Promise.all([letIn(3), letIn(4)]);

    const codes = answers.map(answer => (answer.ok ? 'in' : answer.code)).sort();
    expect([
      ['NO_FREE_SEAT', 'in'],
      ['BUSY', 'in'],
    ]).toContainEqual(codes);
    expect(room.roll()!.guests).toHaveLength(1);
  });
});

test('how a class was attended, lesson by lesson', async () => {
  await good(send([marking(room, room.worker(0), 'present'), marking(room, room.worker(1), 'late')]));

  const { lessons } = await good(room.teacher.call('roll.attendance', { sectionId: 'tea' }));

  expect(lessons).toEqual([
    expect.objectContaining({ lessonIndex: 0, expected: 3, present: 1, late: 1, absent: 0, unmarked: 1 }),
    expect.objectContaining({ lessonIndex: 1, present: 0, unmarked: 3 }),
  ]);
});
