import { DAY, dayKey, HOUR, startOfDay } from '../../domain/base/clock';
import type { Change } from '../../domain/change/change';
import { make, made, recordOf, tell } from './changing';
import { actId, asFile, must, publishing, stored } from './drafting';
import { startScene, type Person, type Scene } from './scene';

/** 场地容量, 自带 and 每次课的主题: from the sheet to the page of the class, the reminder and the log. */
let scene: Scene;
let staff: Person;
afterEach(() => scene.stop());

describe('from a sheet', () => {
  const day = () => dayKey(scene.emulator.now() + 14 * DAY);
  const sheet = (capacity: number, topics: string) =>
    asFile(
      `课程名称,班次,讲师,上课地点,名额,场地容量,开课日期,上课时间,课次,自带,每次课的主题\n茶艺,一班,李文秀,205室,${capacity},20,${day()},每周三 19:00-20:30,2,茶杯,"${topics}"`,
    );

  beforeEach(async () => {
    scene = await startScene({ sections: { tea: {} }, emulator: { instances: { min: 0, max: 1 } } });
    staff = await scene.holder('staff', '王敏');
  });

  test('what does not fit names its row, and nothing is stored', async () => {
    const { draftId } = await must(staff.call('draft.create', { actId: actId() }));
    const errorsOf = async (file: object) => {
      const { reading } = await must(staff.call('draft.readSheet', { draftId, ...(file as ReturnType<typeof sheet>) }));
      return reading.rows.flatMap(row => row.errors.map(error => error.text));
    };
    expect(await errorsOf(sheet(25, '绿茶'))).toEqual(['第 2 行「名额」25 个名额太多，场地只能坐 20 人，名额最多 24']);
    const tooMany = sheet(20, '绿茶\n红茶\n白茶');
    expect(await errorsOf(tooMany)).toEqual([expect.stringMatching(/^第 2 行「每次课的主题」.*有 3 行，只有 2 次课/)]);
    expect(await staff.call('draft.importSheet', { draftId, revision: 1, how: 'replace', ...tooMany })).toMatchObject({
      code: 'SHEET_HAS_ERRORS',
    });
    expect(stored(scene, draftId).draft?.sections).toEqual([]);
  });

  test('it is read, published, shown to everybody, and still there after a withdrawal', async () => {
    const { draftId } = await must(staff.call('draft.create', { actId: actId() }));
    const opensAt = scene.emulator.now() + HOUR;
    const settings = { title: '第二期', opensAt, closesAt: opensAt + DAY };
    const saved = await must(staff.call('draft.save', { draftId, revision: 1, settings }));
    const view = await must(
      staff.call('draft.importSheet', {
        draftId,
        revision: saved.revision,
        how: 'replace',
        ...sheet(24, '1. 绿茶\n2. 红茶'),
      }),
    );
    expect(view.problems.filter(one => !one.warning)).toEqual([]);
    expect(view.problems.map(one => one.text)).toContain('24 个名额比场地容量 20 多，请核对坐不坐得下');
    await must(staff.call('draft.publish', publishing(view)));

    const { sections } = await must(scene.worker(0).call('catalog.batch', { batchId: draftId }));
    const facts = { bring: '茶杯', roomCapacity: 20, lessons: [{ topic: '绿茶' }, { topic: '红茶' }] };
    expect(sections).toMatchObject([facts]);

    const [{ sectionId } = { sectionId: '' }] = sections;
    const { at } = await must(staff.call('roll.putGroupCode', { actId: actId(), sectionId, picture: 'iVBORw0KGgo=' }));
    await must(staff.call('draft.withdraw', { batchId: draftId, actId: actId(), reason: '重排' }));
    expect(stored(scene, draftId).draft?.sections).toMatchObject([facts]);

    const again = await must(staff.call('draft.read', { draftId }));
    await must(staff.call('draft.publish', publishing(again)));
    expect(scene.section(sectionId).groupCodeAt).toBe(at);
  });
});

describe('of a published class', () => {
  const today = startOfDay(Date.now()) + DAY;
  const startsAt = today + DAY + 19 * HOUR;
  const change = <K extends Change['kind']>(kind: K, more: object) => ({ kind, sectionId: 'tea', ...more }) as Change;

  beforeEach(async () => {
    scene = await startScene({
      sections: {
        tea: { capacity: 2, roomCapacity: 10, lessons: [{ startsAt, endsAt: startsAt + HOUR, topic: '绿茶' }] },
      },
      workers: 3,
      batch: { closesAt: Date.now() + 10 * DAY, firstLessonAt: startsAt },
      emulator: { instances: { min: 0, max: 1 } },
    });
    staff = await scene.holder('staff', '王敏');
    for (const index of [0, 1, 2]) await scene.worker(index).claim('tea');
  });

  test('what to bring is told to who has a seat, on the record, and repeated the evening before', async () => {
    expect(await made(staff, change('bring', { bring: '茶杯' }))).toMatchObject({ told: 2 });
    await tell(scene);
    const told = () => scene.notices().map(({ kind, memberId, text, push }) => ({ kind, memberId, text, push }));
    expect(told()).toHaveLength(2);
    expect(told()[0]).toMatchObject({ kind: 'BRING_CHANGED', text: '上课请自带：茶杯' });
    expect(told()[0]!.push).toBeFalsy();
    expect(recordOf(scene).find(entry => entry.act === 'change.bring')).toMatchObject({ before: '', after: '茶杯' });
    expect(await make(staff, change('bring', { bring: '茶杯' }))).toMatchObject({ code: 'NOTHING_CHANGES' });

    scene.emulator.setClock(today + 18 * HOUR + 1_000 - Date.now());
    await tell(scene);
    expect(told().filter(one => one.kind === 'TOMORROW')).toMatchObject([
      { text: '明天 19:00 上课，205。请自带：茶杯' },
      { text: '明天 19:00 上课，205。请自带：茶杯' },
    ]);
  });

  test('a topic goes with its lesson when that is moved, and nobody is told of it', async () => {
    await made(
      staff,
      change('moveLesson', { lessonIndex: 0, startsAt: startsAt + DAY, endsAt: startsAt + DAY + HOUR }),
    );
    expect(await made(staff, change('topic', { lessonIndex: 0, topic: '红茶' }))).toMatchObject({ told: 0 });
    await made(staff, change('addLesson', { startsAt, endsAt: startsAt + HOUR }));

    expect(scene.section('tea').lessons.map(({ startsAt: at, topic }) => [at, topic])).toEqual([
      [startsAt + DAY, '红茶'],
      [startsAt, undefined],
    ]);
    expect(recordOf(scene).find(entry => entry.act === 'change.topic')).toMatchObject({
      before: '绿茶',
      after: '红茶',
    });
  });

  test.each([
    [10, []],
    [11, ['11 个名额比场地容量 10 多，请核对坐不坐得下']],
    [12, ['12 个名额比场地容量 10 多，请核对坐不坐得下']],
  ])('the class may be raised to %d seats in a room for ten', async (capacity, warnings) => {
    expect(await made(staff, change('capacity', { capacity }), { dryRun: true })).toMatchObject({ warnings });
    expect(await made(staff, change('capacity', { capacity }))).toMatchObject({ done: true });
  });

  test('to thirteen it may not, until it has another room', async () => {
    expect(await make(staff, change('capacity', { capacity: 13 }))).toMatchObject({
      code: 'ROOM_TOO_SMALL',
      details: { text: '13 个名额太多，场地只能坐 10 人，名额最多 12' },
    });
    expect(scene.section('tea').capacity).toBe(2);
    await made(staff, change('place', { place: '301', roomCapacity: 13 }));
    expect(await made(staff, change('capacity', { capacity: 13 }))).toMatchObject({ warnings: [] });
    expect(scene.section('tea')).toMatchObject({ place: '301', roomCapacity: 13, capacity: 13 });
  });
});
