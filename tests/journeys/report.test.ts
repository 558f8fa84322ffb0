import { randomUUID } from 'node:crypto';
import readXlsxFile from 'read-excel-file/node';
import type { FaultRule } from '../../emulator/emulator';
import type { RatingBook } from '../../domain/rating/rating';
import type { Report } from '../../domain/report/report';
import { good } from './classroom';
import { ERASE, minutesLater, traces } from './forgotten';
import { rollOf, startReporting, type Reporting } from './reporting';
import type { Person } from './scene';

/** 总结: the year in numbers, from what was closed, signed off when staff say so. */
let scene: Reporting;
afterEach(() => scene.stop());

// Workers 0 and 1 came to all three classes of both batches.
const CAME = {
  tea: [
    [0, 1, 2],
    [0, 1],
  ],
  dance: [[0, 1, 3]],
  choir: [[0, 1], [4], [0]],
};
const correct = (sectionId: string, person: Person, state: 'present' | 'absent') =>
  good(
    scene.staff.call('attendance.correct', {
      actId: randomUUID(),
      sectionId,
      lessonIndex: 0,
      memberId: person.memberId,
      state,
      reason: '看错了行',
    }),
  );
const sign = (print: string, actId = randomUUID()) => scene.staff.call('report.sign', { actId, ...scene.span, print });
const erase = async (person: Person) => {
  await good(person.call('member.erase', ERASE));
  await minutesLater(scene);
};

describe('what was closed adds up', () => {
  beforeEach(async () => void (scene = await startReporting(CAME)));

  test('a person in three classes of two batches is one person; made a second time the sums are the same', async () => {
    const { numbers, before, text } = await scene.numbers();
    expect(numbers).toMatchObject({
      batches: 2,
      courses: 3,
      sections: 3,
      lessons: 6,
      people: 5,
      visits: 12,
      newcomers: 5,
    });
    expect(before).toMatchObject({ batches: 0, people: 0, rate: null });
    expect(text).toContain('参训职工 5 人');

    const made = scene.sums();
    for (const { _id } of made)
      await scene.emulator.database.import('sums', [{ ...made[0]!, _id, sections: {}, revision: 1 }]);
    const again = await scene.numbers();

    expect(again.numbers).toEqual(numbers);
    const content = (sums: typeof made) => sums.map(({ _id, sections, away }) => ({ _id, sections, away }));
    expect(content(scene.sums())).toEqual(content(made));
  });

  test('once made, a look makes nothing and costs eight operations', async () => {
    await scene.numbers();
    const before = scene.sums();
    scene.emulator.database.resetOperations();

    await scene.numbers();

    expect(scene.sums()).toEqual(before);
    // Batches, sums, classes, rolls as a count, wishes, ratings, those to close; one is the door's: who asks.
    const operations = Object.values(scene.emulator.database.operations()).reduce((sum, count) => sum + count, 0);
    expect(operations).toBe(8);
  });

  test('a correction is in the next numbers, and not in those that were signed', async () => {
    const { print, numbers } = await scene.numbers();
    const actId = randomUUID();
    const first = await good(sign(print, actId));
    expect(await good(sign(print, actId))).toEqual(first);

    await correct('tea', scene.worker(2), 'absent');

    expect(await sign(print)).toMatchObject({ code: 'REPORT_NOT_READY' });
    const after = await scene.numbers();
    expect(after.numbers).toMatchObject({ people: 4, visits: 11 });
    expect(await sign(print)).toMatchObject({ code: 'REPORT_CHANGED' });
    const second = await good(sign(after.print));
    expect(second).toMatchObject({ reportId: `${first.reportId}-2`, replacesAt: first.at, byName: '王敏' });
    const { reports } = await good(scene.staff.call('report.list', {}));
    expect(reports.map(one => one.reportId)).toEqual([second.reportId, first.reportId]);
    const kept = scene.emulator.database.read<Report>('reports');
    expect(kept.find(one => one._id === first.reportId)?.numbers).toEqual(numbers);
    expect(kept.find(one => one._id === second.reportId)?.numbers).toEqual(after.numbers);
    // Nobody stands in a report: the name comes from the record.
    expect(JSON.stringify(kept)).not.toContain('王敏');
  });

  test('two erased people count once a class; what was counted by lesson stays, and what is signed does not change', async () => {
    const { numbers, print } = await scene.numbers();
    await good(sign(print));
    const signed = scene.emulator.database.read<Report>('reports');

    for (const person of [scene.worker(0), scene.worker(4)]) await erase(person);

    const after = await scene.numbers();
    // Worker 0 came to three classes, worker 4 to one: 5 people become 3 with a name and 4 heads.
    expect(after.numbers).toMatchObject({ people: 7, gone: 4, newcomers: 3 });
    const same = ({ visits, minutes, lessons, sections, seats, rate }: typeof numbers) => [
      visits,
      minutes,
      lessons,
      sections,
      seats,
      rate,
    ];
    expect(same(after.numbers)).toEqual(same(numbers));
    // Each of them was the only one from where they work.
    expect(after.numbers.employers).toBe(numbers.employers - 2);
    expect(after.text).toContain('4 人已删除资料或去掉名字，按班计');
    expect(scene.emulator.database.read<Report>('reports')).toEqual(signed);
    for (const person of [scene.worker(0), scene.worker(4)])
      expect(
        traces(scene as never, { ...person, name: 'no name', phone: 'no number' } as never).filter(one =>
          one.startsWith('sums'),
        ),
      ).toEqual([]);
    // Made anew of the anonymous rolls they count the same.
    for (const sum of scene.sums()) await scene.emulator.database.import('sums', [{ ...sum, sections: {} }]);
    expect((await scene.numbers()).numbers).toMatchObject({ people: 7, gone: 4, visits: numbers.visits });
  });

  test('a workbook has every table, and a signed one keeps its numbers', async () => {
    const { print } = await scene.numbers();
    const { reportId } = await good(sign(print));
    await correct('tea', scene.worker(2), 'absent');
    expect(await scene.staff.call('report.file', { ...scene.span, reportId: null })).toMatchObject({
      code: 'REPORT_NOT_READY',
    });
    await scene.numbers();

    const sheetsIn = async (id: string | null) => {
      const { file } = await good(scene.staff.call('report.file', { ...scene.span, reportId: id }));
      return (await readXlsxFile(Buffer.from(file, 'base64'))).map(({ sheet, data }) => ({ name: sheet, rows: data }));
    };
    const [signed, now] = [await sheetsIn(reportId), await sheetsIn(null)];
    expect(now.map(one => one.name)).toEqual(['总表', '分课程', '分班', '分承办单位', '分月', '定义']);
    const people = (sheets: typeof now) => sheets[0]!.rows.find(([name]) => name === '参训人数')?.[1];
    expect([people(signed), people(now)]).toEqual([5, 4]);
    expect(now[1]!.rows.slice(1).map(row => row[0])).toEqual(['茶艺', '合唱', '舞蹈']);
    expect(await scene.staff.call('report.file', { ...scene.span, reportId: 'none' })).toMatchObject({
      code: 'REPORT_NOT_FOUND',
    });
  });

  test('no span: refused; a span before the first batch: zeros', async () => {
    const bad = { from: scene.span.to, to: scene.span.from };
    const refused = { code: 'BAD_SPAN', details: { why: 'order' } };
    expect(await scene.staff.call('report.span', bad)).toMatchObject(refused);
    expect(await scene.staff.call('report.file', { ...bad, reportId: null })).toMatchObject(refused);
    expect(await scene.staff.call('report.span', { from: '2001-01-01', to: '2001-12-31' })).toMatchObject({
      ok: true,
      data: { missing: [], numbers: { lessons: 0, people: 0, rate: null } },
    });
    expect(await scene.worker(0).call('report.span', scene.span)).toMatchObject({ code: 'FORBIDDEN' });
  });
});

test('lessons that are not closed are not counted, and said; once closed, they are', async () => {
  scene = await startReporting(CAME, { open: ['dance', 'choir'] });
  const { numbers, text } = await scene.numbers();
  expect(numbers).toMatchObject({ lessons: 6, openLessons: 2 });
  expect(text).toContain('另有 2 次课还没结课');

  const dance = scene.section('dance');
  await scene.set('rolls', rollOf(dance, 1, dance.lessons[1]!, [scene.worker(7).memberId]));

  expect((await scene.numbers()).numbers).toMatchObject({ lessons: 7, openLessons: 1, people: 6, visits: 13 });
});

test('who was turned away is taken over from the tallies before they go', async () => {
  scene = await startReporting(CAME);
  const short = (index: number) => scene.worker(index).memberId.slice(1, 9);
  const tally = { answers: {}, seconds: {}, tries: {}, atLeast: false };
  await scene.emulator.database.import('tallies', [
    { ...tally, _id: 't1', batchId: 'b', turnedAway: { tea: short(5) + short(6), dance: short(5) } },
    { ...tally, _id: 't2', batchId: 'b2', turnedAway: { choir: short(6) + short(8) } },
  ]);
  expect((await scene.numbers()).numbers).toMatchObject({ turnedAway: 3, turnedAwayAtLeast: false });

  await scene.emulator.database.import('tallies', [{ ...tally, _id: 't1', batchId: 'gone', turnedAway: {} }]);
  expect((await scene.numbers()).numbers).toMatchObject({ turnedAway: 3 });
  await erase(scene.worker(8));
  expect((await scene.numbers()).numbers).toMatchObject({ turnedAway: 3 });
  expect(JSON.stringify(scene.sums())).not.toContain(short(8));
});

test('satisfaction is of the books that may be shown, and of nothing else', async () => {
  scene = await startReporting(CAME);
  const book = (_id: string, course: string, count: number): RatingBook => ({
    _id,
    batchId: 'b',
    course,
    organisation: '永川区文化馆',
    instructor: '苏婷',
    raters: Array.from({ length: count }, (_, index) => `rater-${index}`),
    raterCount: count,
    sheets: Array.from({ length: count }, (_, index) => ({
      key: String(index),
      stars: index === 0 ? 3 : 5,
      chips: [],
    })),
    closesAt: Date.now() - 3_600_000,
    // Nobody has looked since its time was over.
    came: null,
  });
  await scene.emulator.database.import('ratings', [
    book('dance', '舞蹈', 5),
    book('tea', '茶艺', 4),
    book('choir', '合唱', 3),
  ]);

  const { numbers, text } = await scene.numbers();

  expect(numbers.satisfied).toEqual({ share: 4 / 5, people: 5, rest: 0 });
  expect(numbers.byCourse.map(one => [one.name, one.satisfied?.people])).toEqual([
    ['茶艺', undefined],
    ['合唱', undefined],
    ['舞蹈', 5],
  ]);
  expect(text).toContain('满意度 80%（5 人评）');
});

test('the night makes what nobody has asked for', async () => {
  scene = await startReporting(CAME);
  await scene.emulator.fireTimer('nightly');

  expect(scene.sums().find(one => one._id === 'b2')?.sections['choir']?.lessons).toHaveLength(3);
  await scene.numbers();
  expect(scene.asked()).toBe(1);
});

/** It dies at each operation in turn: the numbers come out the same, nobody twice, nobody lost. */
test('a crash at every operation of making sums loses nothing and counts nobody twice', async () => {
  scene = await startReporting(CAME);
  const { numbers } = await scene.numbers();
  const whole = scene.sums();
  let died = true;
  let step = 0;
  for (; died; step += 1) {
    for (const { _id } of scene.sums())
      await scene.emulator.database.import('sums', [{ _id, lastLessonAt: 0, at: 0, revision: 1, sections: {} }]);
    const rule: FaultRule = {
      on: 'database',
      kind: 'kill',
      function: 'desk',
      skip: step,
      times: 1,
      when: step % 2 === 0 ? 'before' : 'after',
    };
    scene.emulator.setFaults({ rules: [rule] });
    const { status } = await scene.emulator.post(
      'desk',
      { endpoint: 'report.span', input: scene.span },
      scene.staff.openid,
    );
    died = status !== 200;
    scene.emulator.setFaults({});
    expect((await scene.numbers()).numbers).toEqual(numbers);
    expect(scene.sums().map(one => one.sections)).toEqual(whole.map(one => one.sections));
  }
  // Two batches, each with a look before and after, its tallies, its classes, rolls and people.
  expect(step).toBeGreaterThan(20);
}, 120_000);
