import { dayKey, HOUR, MINUTE } from '../../domain/base/clock';
import { actId, asFile, must, publishing, readyDraft, sheetOf, stored } from './drafting';
import { startScene, type Person, type Scene } from './scene';

/** A batch from an empty draft to the stroke. */
let scene: Scene;
let staff: Person;
beforeAll(async () => {
  scene = await startScene({
    sections: { tea: { capacity: 5 } },
    emulator: { instances: { min: 0, max: 2 } },
  });
  staff = await scene.holder('staff', '王敏');
});
afterAll(() => scene.stop());
afterEach(() => scene.emulator.setClock(0));

const days = (from: number) => dayKey(scene.emulator.now() + from * 24 * HOUR);

test('create, import, preview, publish: workers see what the preview showed, and claim at the stroke', async () => {
  const draft = await readyDraft(scene, staff, 39);
  expect(draft.problems.filter(one => !one.warning)).toEqual([]);
  expect(draft.preview!.batch).toMatchObject({ title: '第二期', sectionCount: 39, limit: 2 });
  const worker = scene.worker(0);
  const { batchId, sectionId } = { batchId: draft.draftId, sectionId: draft.preview!.sections[0]!.sectionId };
  expect(await worker.call('line.claim', { batchId, sectionId })).toMatchObject({ code: 'SECTION_NOT_FOUND' });

  const published = await must(staff.call('draft.publish', publishing(draft)));

  scene.emulator.setClock(10_000);
  expect(published.batch).toEqual(draft.preview!.batch);
  expect(await must(worker.call('catalog.batch', { batchId }))).toEqual(draft.preview);
  expect(await worker.call('line.claim', { batchId, sectionId })).toMatchObject({ code: 'NOT_OPEN' });
  scene.emulator.setClock(HOUR);
  expect(await worker.call('line.claim', { batchId, sectionId })).toMatchObject({
    data: { place: { state: 'SEATED', number: 1 } },
  });
  expect(stored(scene, batchId)).toMatchObject({
    draft: undefined,
    batch: { capacity: draft.preview!.batch.capacity },
  });
  expect(stored(scene, batchId).record.map(entry => [entry.act, entry.byName])).toEqual([
    ['draft.create', '王敏'],
    ['draft.publish', '王敏'],
  ]);
});

test('clashes with other batches stand in the preview, and after the publishing on both sides', async () => {
  const draft = await readyDraft(scene, staff, 5);
  const first = draft.sections[0]!;
  await scene.set('sections', { ...scene.section('tea'), lessons: first.lessons });

  const { preview } = await must(staff.call('draft.read', { draftId: draft.draftId }));
  await must(staff.call('draft.publish', publishing(draft)));

  const [id, other] = preview!.sections.map(section => section.sectionId);
  expect(preview!.sections.map(section => section.clashIds.includes('tea'))).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
  for (const { sectionId, clashIds } of preview!.sections) expect(scene.section(sectionId).clashIds).toEqual(clashIds);
  expect(scene.section('tea').clashIds).toContain(id);
  expect(scene.section('tea').clashIds).not.toContain(other);
});

test('a room that a published batch has at that time is told with both classes, and does not stand in the way', async () => {
  // In a term of its own, away from the batches of the other tests.
  const ready = async (title: string, count: number) => {
    const { draftId, revision } = await readyDraft(scene, staff, 1, { title });
    const sheet = asFile(sheetOf(count, days(200)));
    return must(staff.call('draft.importSheet', { draftId, revision, how: 'replace', ...sheet }));
  };
  const before = await ready('先发布的一期', 3);
  await must(staff.call('draft.publish', publishing(before)));
  const draft = await ready('后来的一期', 4);
  const clashes = (view: typeof draft) => view.problems.filter(problem => problem.text.includes('先发布的一期'));

  // The two have the same sheet, but for the fourth class.
  expect(clashes(draft).map(({ where }) => where)).toEqual(draft.sections.slice(0, 3).map(({ key }) => ({ key })));
  expect(clashes(draft)[0]).toMatchObject({
    warning: true,
    text: expect.stringMatching(
      /^课程1一班和“先发布的一期”的课程1一班在 .* 19:00 是同一位老师.*同一间教室（培训楼100室），请核对$/,
    ),
  });
  expect(draft.taken!.map(({ batchTitle, course }) => [batchTitle, course])).toEqual([
    ['先发布的一期', '课程1'],
    ['先发布的一期', '课程2'],
    ['先发布的一期', '课程3'],
  ]);
  const moved = await must(
    staff.call('draft.saveSection', {
      draftId: draft.draftId,
      revision: draft.revision,
      key: draft.sections[0]!.key,
      cells: { place: '培训楼900室', instructor: '周子墨' },
    }),
  );
  expect(clashes(moved)).toHaveLength(2);
  await must(staff.call('draft.publish', publishing(moved)));

  // A batch that was withdrawn takes no room.
  const again = await ready('第三次', 3);
  expect(clashes(again)).toHaveLength(3);
  const withdrawing = { batchId: before.draftId, actId: actId(), reason: '重新排' };
  await must(staff.call('draft.withdraw', withdrawing));
  expect(clashes(await must(staff.call('draft.read', { draftId: again.draftId })))).toEqual([]);
});

test('75 sections in one import, one write; the same sheet again is in the same order', async () => {
  const { draftId } = await must(staff.call('draft.create', { actId: actId() }));
  const file = asFile(sheetOf(75, days(14)));

  const look = await must(staff.call('draft.readSheet', { draftId, ...file }));
  expect(look).toMatchObject({ clean: true, sectionCount: 75 });
  expect(stored(scene, draftId).draft).toMatchObject({ revision: 1, sections: [] });
  const once = await must(staff.call('draft.importSheet', { draftId, revision: 1, how: 'replace', ...file }));
  const twice = await must(staff.call('draft.importSheet', { draftId, revision: 2, how: 'replace', ...file }));

  const courses = Array.from({ length: 75 }, (_, index) => `课程${index + 1}`);
  expect(once.sections.map(section => section.course)).toEqual(courses);
  expect(once.sections.reduce((sum, section) => sum + section.capacity, 0)).toBe(look.capacity);
  expect([...twice.sections].sort((a, b) => (a.key < b.key ? -1 : 1)).map(section => section.course)).toEqual(courses);
  expect(twice.revision).toBe(3);
  expect(new Set([...once.sections, ...twice.sections].map(section => section.key)).size).toBe(150);
});

test('a sheet with one bad row: nothing is stored, the row and the column are named, and it comes back annotated', async () => {
  const draft = await readyDraft(scene, staff, 3);
  const bad = asFile(sheetOf(3, days(14), { 1: `茶艺,,李文秀,,205室,若干,5,${days(14)},每周三 19:00-20:30,8,` }));
  const { draftId, revision } = draft;

  const answer = await staff.call('draft.importSheet', { draftId, revision, how: 'append', ...bad });

  expect(answer).toMatchObject({ code: 'SHEET_HAS_ERRORS' });
  const { reading } = await must(staff.call('draft.readSheet', { draftId, ...bad }));
  expect(JSON.stringify(reading)).toContain('第 3 行「名额」写的是“若干”');
  expect(stored(scene, draftId).draft).toMatchObject({ revision, sections: draft.sections });
  const file = await must(staff.call('draft.annotated', { draftId, ...bad }));
  expect(file.fileName).toBe('课程表-要改的地方.xlsx');
  const again = await must(staff.call('draft.readSheet', { draftId, ...file }));
  expect(again).toMatchObject({ clean: false, sectionCount: 2 });
});

test('a picture called .xlsx is told in a sentence; the template can be read and has nothing in it', async () => {
  const { draftId } = await must(staff.call('draft.create', { actId: actId() }));
  const picture = { fileName: '课程表.xlsx', file: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]).toString('base64') };
  expect(await staff.call('draft.importSheet', { draftId, revision: 1, how: 'replace', ...picture })).toMatchObject({
    code: 'SHEET_UNREADABLE',
    details: { text: expect.stringContaining('图片') },
  });

  const template = await must(staff.call('draft.template', {}));
  const { reading } = await must(staff.call('draft.readSheet', { draftId, ...template }));
  expect(reading.columns.every(column => column.field !== undefined)).toBe(true);
  expect(reading.rows).toEqual([]);
});

test('sections by form: read as in a sheet, errors at their fields, and no key is ever given twice', async () => {
  const { draftId } = await must(staff.call('draft.create', { actId: actId() }));
  const cells = {
    course: '茶艺',
    place: '205 茶艺室',
    schedule: '每周三 19:00-20:30',
    firstDay: days(14),
    count: '6',
    capacity: '16',
  };
  const save = (revision: number, key: string | null, said: Record<string, string>) =>
    staff.call('draft.saveSection', { draftId, revision, key, cells: said });

  expect(await save(1, null, { ...cells, capacity: '若干' })).toMatchObject({
    code: 'BAD_SECTION',
    details: { fields: [{ field: 'capacity' }] },
  });
  const one = await must(save(1, null, cells));
  expect(one.sections).toMatchObject([{ key: '0001', category: 'tea', name: '一班', capacity: 16, waitlistLimit: 8 }]);
  const gone = await must(staff.call('draft.removeSection', { draftId, revision: 2, key: '0001' }));
  expect(gone.sections).toEqual([]);
  const two = await must(save(3, null, cells));
  expect(two.sections.map(section => section.key)).toEqual(['0002']);
  const more = await must(save(4, '0002', { capacity: '20' }));
  expect(more.sections).toEqual([{ ...two.sections[0], capacity: 20 }]);
  expect(await save(5, '0001', cells)).toMatchObject({ code: 'DRAFT_SECTION_NOT_FOUND' });
});

test('settings: what is left out stays, what says nothing is no condition, holidays move weekly lessons', async () => {
  const draft = await readyDraft(scene, staff, 1, { audience: { employers: ['永川区人民医院'] } });
  const { draftId, revision } = draft;
  const first = dayKey(draft.sections[0]!.lessons[1]!.startsAt);

  const view = await must(
    staff.call('draft.save', {
      draftId,
      revision,
      settings: {
        holidays: [first, first],
        audience: { employers: [], districts: [], unionMembersOnly: false },
        limit: null,
      },
    }),
  );

  expect(view).toMatchObject({ title: '第二期', opensAt: draft.opensAt, audience: {}, limit: null, holidays: [first] });
  expect(view.sections[0]!.lessons).toHaveLength(8);
  expect(view.sections[0]!.lessons.map(lesson => dayKey(lesson.startsAt))).not.toContain(first);
});

test('the union’s telephone: cleaned, shown to workers, copied along, and gone when it is emptied', async () => {
  const draft = await readyDraft(scene, staff);
  const { draftId } = draft;
  const save = (contact: string, revision: number) =>
    staff.call('draft.save', { draftId, revision, settings: { contact } });
  expect(await save('找王老师', draft.revision)).toMatchObject({ code: 'BAD_INPUT' });

  const saved = await must(save('０２３-4985\u200b0000', draft.revision));
  expect(saved).toMatchObject({ contact: '023-49850000', preview: { batch: { contact: '023-49850000' } } });
  await must(staff.call('draft.publish', publishing(saved)));
  const shown = await must(scene.worker(0).call('catalog.batch', { batchId: draftId }));
  expect(shown.batch.contact).toBe('023-49850000');

  const copy = await must(staff.call('draft.create', { actId: actId(), copyOf: draftId }));
  const copied = await must(staff.call('draft.read', copy));
  expect(copied.contact).toBe('023-49850000');
  const emptied = await must(
    staff.call('draft.save', { ...copy, revision: copied.revision, settings: { contact: '' } }),
  );
  expect(emptied.preview?.batch).not.toHaveProperty('contact');
});

test('a draft with something missing is not published, and says what', async () => {
  const { draftId } = await must(staff.call('draft.create', { actId: actId() }));

  const answer = await staff.call('draft.publish', publishing({ draftId, revision: 1 }));

  expect(answer).toMatchObject({
    code: 'DRAFT_NOT_READY',
    details: { problems: [{ where: 'title' }, { where: 'opensAt' }, { where: 'closesAt' }, { where: 'sections' }] },
  });
  const draft = await readyDraft(scene, staff);
  scene.emulator.setClock(56 * MINUTE);
  const late = await staff.call('draft.publish', publishing(draft));
  const { problems } = (late as { details: { problems: { where: unknown; warning?: boolean }[] } }).details;
  expect(problems.filter(one => !one.warning)).toEqual([{ where: 'opensAt', text: expect.stringContaining('5 分钟') }]);
  expect(stored(scene, draft.draftId)).toMatchObject({ batch: undefined, sections: [] });
});

test('a copy of a batch: the same weekdays and hours, later; the same act is the same draft', async () => {
  const draft = await readyDraft(scene, staff, 5);
  await must(staff.call('draft.publish', publishing(draft)));
  const id = actId();
  const create = () => must(staff.call('draft.create', { actId: id, copyOf: draft.draftId, firstDay: days(100) }));

  const [{ draftId }, again] = [await create(), await create()];

  expect(again).toEqual({ draftId });
  const copy = await must(staff.call('draft.read', { draftId }));
  const shift = copy.opensAt! - draft.opensAt!;
  expect(shift % (7 * 24 * HOUR)).toBe(0);
  // Its name is to be given anew, and nothing else.
  expect(copy).toMatchObject({ title: '', formerTitle: draft.title });
  expect(copy.problems.filter(one => !one.warning).map(one => one.where)).toEqual(['title']);
  expect(copy.sections.map(section => section.lessons.map(lesson => lesson.startsAt - shift))).toEqual(
    draft.sections.map(section => section.lessons.map(lesson => lesson.startsAt)),
  );
  expect(dayKey(copy.preview!.batch.firstLessonAt) >= days(100)).toBe(true);
  expect(await staff.call('draft.create', { actId: actId(), copyOf: 'nowhere' })).toMatchObject({
    code: 'BATCH_NOT_FOUND',
  });
});

test('a discarded draft is gone, again is no matter, and a published batch is not touched by it', async () => {
  const draft = await readyDraft(scene, staff);
  const { draftId } = draft;
  await must(staff.call('draft.discard', { draftId }));
  await must(staff.call('draft.discard', { draftId }));
  expect(await staff.call('draft.read', { draftId })).toMatchObject({ code: 'DRAFT_NOT_FOUND' });
  expect(stored(scene, draftId).record.filter(entry => entry.act === 'draft.discard')).toHaveLength(1);

  await must(staff.call('draft.discard', { draftId: 'b' }));
  expect(scene.section('tea')).toBeDefined();
  expect(await staff.call('staff.batch', { batchId: 'b' })).toMatchObject({ ok: true });
});
