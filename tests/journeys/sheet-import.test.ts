import { dayKey, HOUR } from '../../domain/base/clock';
import { xlsx, type RawSheet } from '../sheets/xlsx';
import { actId, asFile, must, publishing, sheetOf, stored } from './drafting';
import { startScene, type Person, type Scene } from './scene';

/** A sheet that is not right as it came: mended on the page, imported in part, asked about, hinted at. */
let scene: Scene;
let staff: Person;
beforeAll(async () => {
  scene = await startScene({ sections: { tea: { capacity: 5 } }, emulator: { instances: { min: 0, max: 2 } } });
  staff = await scene.holder('staff', '王敏');
});
afterAll(() => scene.stop());

const day = () => dayKey(scene.emulator.now() + 14 * 24 * HOUR);
const empty = () => must(staff.call('draft.create', { actId: actId() }));
const workbook = (...sheets: RawSheet[]) => ({
  fileName: '课程表.xlsx',
  file: Buffer.from(xlsx(sheets)).toString('base64'),
});
const HEADER = ['课程名称', '班次', '讲师', '上课时间', '开课日期', '课次', '上课地点', '名额'];
const lineOf = (course: string, room: string, seats = 20) => [
  course,
  '一班',
  `老师${room}`,
  '每周三 19:00-20:30',
  day(),
  6,
  `${room}室`,
  seats,
];
const ONE_BAD = () =>
  asFile(
    sheetOf(3, day(), {
      1: `茶艺,一班,李文秀,,205室,若干,5,${day()},每周三 19:00-20:30,8,`,
    }),
  );

test('a cell mended on the page: the new reading is right, and so is what is stored', async () => {
  const { draftId } = await empty();
  const bad = ONE_BAD();
  const { reading } = await must(staff.call('draft.readSheet', { draftId, ...bad }));
  const [issue] = reading.rows[1]!.errors;
  const mended = [{ row: reading.rows[1]!.row, column: issue!.at, value: '18' }];

  const again = await must(staff.call('draft.readSheet', { draftId, ...bad, mended }));
  const view = await must(staff.call('draft.importSheet', { draftId, revision: 1, how: 'replace', ...bad, mended }));

  expect(again).toMatchObject({ clean: true, sectionCount: 3 });
  expect(view.sections.map(section => section.capacity)).toEqual([20, 18, 22]);
});

test('only what is right, or only some rows; a row that is not right is not taken by its number', async () => {
  const { draftId } = await empty();
  const bad = ONE_BAD();
  const take = (revision: number, only: 'right' | number[]) =>
    staff.call('draft.importSheet', { draftId, revision, how: 'replace', ...bad, only });

  const right = await must(take(1, 'right'));
  expect(right.sections.map(section => section.course)).toEqual(['课程1', '课程3']);
  const one = await must(take(2, [4]));
  expect(one.sections.map(section => section.course)).toEqual(['课程3']);
  expect(await take(3, [3, 4])).toMatchObject({ code: 'SHEET_HAS_ERRORS' });
  expect(await take(3, [99])).toMatchObject({ code: 'SHEET_HAS_ERRORS' });
  expect(stored(scene, draftId).draft?.revision).toBe(3);
});

test('hidden rows are asked about: nothing is stored before somebody has said what they are', async () => {
  const { draftId } = await empty();
  const file = workbook({
    name: '课程表',
    rows: [HEADER, lineOf('合唱', '101'), lineOf('茶艺', '102', 100), lineOf('古琴', '103')],
    hiddenRows: [3],
  });
  const courses = async (answer: object, revision: number) => {
    const given = await staff.call('draft.importSheet', { draftId, revision, how: 'replace', ...file, ...answer });
    return given.ok ? given.data.sections.map(section => section.course) : given.code;
  };

  const { clean, reading } = await must(staff.call('draft.readSheet', { draftId, ...file }));
  expect(clean).toBe(false);
  expect(reading.questions).toMatchObject([{ about: 'hidden', rows: [3], columns: [] }]);
  expect(await courses({}, 1)).toBe('SHEET_HAS_ERRORS');
  expect(await courses({ only: 'right' }, 1)).toEqual(['合唱', '古琴']);
  expect(await courses({ hidden: 'leave' }, 2)).toEqual(['合唱', '古琴']);
  expect(await courses({ hidden: 'take' }, 3)).toEqual(['合唱', '茶艺', '古琴']);
});

test('rows that are struck through are asked about as hidden ones are', async () => {
  const { draftId } = await empty();
  const file = workbook({
    name: '课程表',
    rows: [HEADER, lineOf('合唱', '101'), lineOf('茶艺', '102', 100)],
    struckRows: [3],
  });
  const courses = async (answer: object, revision: number) => {
    const given = await staff.call('draft.importSheet', { draftId, revision, how: 'replace', ...file, ...answer });
    return given.ok ? given.data.sections.map(section => section.course) : given.code;
  };

  const { reading } = await must(staff.call('draft.readSheet', { draftId, ...file }));
  expect(reading.questions).toMatchObject([{ about: 'struck', rows: [3] }]);
  expect(await courses({}, 1)).toBe('SHEET_HAS_ERRORS');
  expect(await courses({ struck: 'leave' }, 1)).toEqual(['合唱']);
  expect(await courses({ struck: 'take' }, 2)).toEqual(['合唱', '茶艺']);
});

test('what is right goes first, what was wrong is mended and added; a row that is left out never comes', async () => {
  const { draftId } = await empty();
  const bad = asFile(
    sheetOf(4, day(), {
      1: `茶艺,一班,李文秀,,205室,若干,5,${day()},每周三 19:00-20:30,8,`,
      3: `古琴,,李文秀,,,,,,,,`,
    }),
  );
  const without = [5];

  const first = await must(
    staff.call('draft.importSheet', { draftId, revision: 1, how: 'replace', ...bad, without, only: 'right' }),
  );
  const mended = [{ row: 3, column: 'F', value: '18' }];
  const then = await must(
    staff.call('draft.importSheet', { draftId, revision: 2, how: 'append', ...bad, without, mended, only: [3] }),
  );

  expect(first.sections.map(section => section.course)).toEqual(['课程1', '课程3']);
  expect(then.sections.map(section => section.course)).toEqual(['课程1', '课程3', '茶艺']);
});

test('twenty cells mended in a row are each read at once: nobody is told to slow down', async () => {
  const { draftId } = await empty();
  const changed = Object.fromEntries(
    Array.from({ length: 20 }, (_, at) => [
      at,
      `茶艺${at},一班,老师${at},,${300 + at}室,若干,5,${day()},每周三 19:00-20:30,8,`,
    ]),
  );
  const bad = asFile(sheetOf(20, day(), changed));

  const cells: { row: number; column: string; value: string }[] = [];
  const wrong: number[] = [];
  for (let row = 2; row < 22; row += 1) {
    cells.push({ row, column: 'F', value: '20' });
    const { reading } = await must(staff.call('draft.readSheet', { draftId, ...bad, mended: cells }));
    wrong.push(reading.rows.filter(each => each.errors.length > 0).length);
  }

  expect(wrong).toEqual(Array.from({ length: 20 }, (_, done) => 19 - done));
});

test('two tabs of classes: one is imported only after it was named', async () => {
  const { draftId } = await empty();
  const file = workbook(
    { name: '工作日', rows: [HEADER, lineOf('合唱', '101')] },
    { name: '周末', rows: [HEADER, lineOf('茶艺', '102'), lineOf('古琴', '103')] },
  );

  const { reading } = await must(staff.call('draft.readSheet', { draftId, ...file }));
  const refused = await staff.call('draft.importSheet', { draftId, revision: 1, how: 'replace', ...file });
  const first = await must(
    staff.call('draft.importSheet', { draftId, revision: 1, how: 'replace', ...file, sheet: '工作日' }),
  );
  const both = await must(
    staff.call('draft.importSheet', { draftId, revision: 2, how: 'append', ...file, sheet: '周末' }),
  );

  expect(reading.questions).toMatchObject([
    {
      about: 'sheets',
      sheets: [
        { name: '工作日', sections: 1 },
        { name: '周末', sections: 2 },
      ],
    },
  ]);
  expect(refused).toMatchObject({ code: 'SHEET_HAS_ERRORS' });
  expect(first.sections.map(section => section.course)).toEqual(['合唱']);
  expect(both.sections.map(section => section.course)).toEqual(['合唱', '茶艺', '古琴']);
});

test('a hint stays with its class until somebody deals with it, and publishing lists it', async () => {
  const now = scene.emulator.now();
  const { draftId } = await empty();
  const file = asFile(
    sheetOf(2, day(), {
      0: `茶艺,一班,,,205室,20,5,${day()},每周三 19:00-20:30,8,`,
      1: `古琴,一班,,,206室,20,5,${day()},每周四 19:00-20:30,8,`,
    }),
  );
  const imported = await must(staff.call('draft.importSheet', { draftId, revision: 1, how: 'replace', ...file }));
  const hintsOf = (view: typeof imported) => view.sections.map(section => section.hints ?? []);
  const [tea, guqin] = imported.sections;
  expect(hintsOf(imported).map(hints => hints.filter(hint => hint.field === 'instructor').length)).toEqual([1, 1]);
  const text = tea!.hints!.find(hint => hint.field === 'instructor')!.text;
  expect(text).toBe('「讲师」空着，先记为“待定”');

  // Another field changes nothing; the field itself does; and so does a word that it has been seen.
  const save = (revision: number, key: string, cells: Record<string, string>, dismissed?: string[]) =>
    must(staff.call('draft.saveSection', { draftId, revision, key, cells, ...(dismissed ? { dismissed } : {}) }));
  const about = (view: typeof imported) =>
    hintsOf(view).map(hints => hints.filter(hint => hint.field === 'instructor').length);
  expect(about(await save(2, tea!.key, { capacity: '21' }))).toEqual([1, 1]);
  expect(about(await save(3, tea!.key, { instructor: '李文秀' }))).toEqual([0, 1]);

  const { revision } = await must(
    staff.call('draft.save', {
      draftId,
      revision: 4,
      settings: { title: '第三期', opensAt: now + HOUR, closesAt: now + 49 * HOUR },
    }),
  );
  const { problems } = await must(staff.call('draft.read', { draftId }));
  expect(problems).toContainEqual({ where: { key: guqin!.key }, text, warning: true, hint: true });
  const seen = await save(revision, guqin!.key, {}, [text]);
  expect(about(seen)).toEqual([0, 0]);
  const left = hintsOf(seen).flat().length;

  await must(staff.call('draft.publish', publishing(seen)));
  const after = stored(scene, draftId);
  expect(after.sections.some(section => 'hints' in section)).toBe(false);
  const entry = after.record.find(each => each.act === 'draft.publish');
  expect(JSON.stringify(entry)).toContain(left > 0 ? `${left} 处提醒没有处理` : '个名额"');
});

test('more than one call can carry is refused in words', async () => {
  const { draftId } = await empty();
  const mended = Array.from({ length: 100 }, (_, index) => ({ row: index + 1, column: 'A', value: '很长的课程名称' }));

  const answer = await staff.call('draft.readSheet', { draftId, ...ONE_BAD(), mended });

  expect(answer).toMatchObject({
    code: 'SHEET_UNREADABLE',
    details: { text: expect.stringMatching(/改的内容有 \d+ KB/) },
  });
});

describe('an answer that is lost', () => {
  /** The act was done, but the page never heard so. It sends what it knows again, and after a look what it knows then. */
  async function thrice(send: (revision: number) => Promise<{ ok: boolean }>, draftId: string): Promise<boolean[]> {
    const first = await send(1);
    const second = await send(1);
    const { revision } = await must(staff.call('draft.read', { draftId }));
    return [first, second, await send(revision)].map(answer => answer.ok);
  }
  const sectionsOf = async (draftId: string) =>
    (await must(staff.call('draft.read', { draftId }))).sections.map(section => section.course);
  const rest = () => ({ how: 'append' as const, ...asFile(sheetOf(2, day())) });
  const form = () => ({
    key: null,
    cells: {
      course: '古琴',
      instructor: '李文秀',
      schedule: '每周三 19:00-20:30',
      firstDay: day(),
      count: '6',
      capacity: '20',
      place: '205室',
    },
  });

  test('of an import: the third try adds nothing', async () => {
    const { draftId } = await empty();
    const act = { draftId, actId: actId(), ...rest() };

    expect(await thrice(revision => staff.call('draft.importSheet', { ...act, revision }), draftId)).toEqual([
      true,
      true,
      true,
    ]);
    expect(await sectionsOf(draftId)).toEqual(['课程1', '课程2']);
  });

  test('of a class by form, too', async () => {
    const { draftId } = await empty();
    const act = { draftId, actId: actId(), ...form() };

    expect(await thrice(revision => staff.call('draft.saveSection', { ...act, revision }), draftId)).toEqual([
      true,
      true,
      true,
    ]);
    expect(await sectionsOf(draftId)).toEqual(['古琴']);
  });

  test('control: acts without an id are added again', async () => {
    const { draftId } = await empty();

    expect(
      await thrice(revision => staff.call('draft.importSheet', { draftId, ...rest(), revision }), draftId),
    ).toEqual([true, false, true]);
    expect(await sectionsOf(draftId)).toHaveLength(4);
  });

  test('at once: both are told that it is there, and it is there once', async () => {
    const { draftId } = await empty();
    const act = { draftId, revision: 1, actId: actId(), ...rest() };

    const answers = await Promise.all([1, 2].map(() => staff.call('draft.importSheet', act)));

    expect(answers.map(answer => answer.ok)).toEqual([true, true]);
    expect(await sectionsOf(draftId)).toEqual(['课程1', '课程2']);
  });
});
