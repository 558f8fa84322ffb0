import type { AnswerOf, Input } from '../../domain/api';
import { startScene, type Person, type Scene } from './scene';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let scene: Scene;
let staff: Person;
let teacher: Person;
let now: number;

const drawn = () => scene.emulator.inbox().filter(one => one.api === 'wxacode.getUnlimited');
const codeOf = (person: Person, input: Input<'link.code'>) => person.call('link.code', input);
const sceneOf = async (input: Input<'link.code'>): Promise<string> => {
  const answer = await codeOf(staff, input);
  if (!answer.ok) throw new Error(answer.code);
  return answer.data.scene;
};
const leads = (text: string): Promise<AnswerOf<'link.scene'>> => scene.worker(0).call('link.scene', { scene: text });
const links = () => scene.emulator.database.read<{ _id: string; target: unknown }>('links');

beforeEach(async () => {
  scene = await startScene({
    sections: { tea: {}, guqin: { instructor: '王老师', organisation: '别的学校' } },
    emulator: { codeLink: '{url}/#/{page}?scene={scene}', instances: { min: 0, max: 1 } },
  });
  now = scene.emulator.now();
  const at = (startsAt: number) => ({ startsAt, endsAt: startsAt + HOUR });
  const lessons = [
    at(now - 3 * HOUR),
    at(now - 10 * MINUTE),
    at(now + 5 * HOUR),
    { ...at(now + 7 * HOUR), cancelled: true as const },
  ];
  await scene.set('sections', { ...scene.section('tea'), lessons });
  staff = await scene.holder('staff', '王工');
  teacher = await scene.holder('instructor', '李文秀', { instructorName: '李文秀' });
});
afterEach(() => scene.stop());

test('a code is drawn once, kept, and given out again without WeChat; it says the page and the scene', async () => {
  const input = { to: 'section', sectionId: 'tea' } as const;

  const first = await codeOf(staff, input);
  const again = await codeOf(teacher, input);

  expect(first).toMatchObject({ ok: true, data: { contentType: 'image/png' } });
  expect(again).toEqual({ ...first, now: again.now });
  expect(drawn()).toHaveLength(1);
  const { scene: text, picture } = (first as { data: { scene: string; picture: string } }).data;
  expect(Buffer.from(picture, 'base64').subarray(1, 4).toString()).toBe('PNG');
  expect(drawn()[0]!.data).toMatchObject({ scene: text, page: 'pages/section/index', check_path: true });
  expect(drawn()[0]!.note).toContain(`/#/pages/section/index?scene=${text}`);
  expect(text.length).toBeLessThanOrEqual(32);
});

test('two who ask for the same code at once get the same code', async () => {
  const input = { to: 'lesson', sectionId: 'tea', lessonIndex: 1 } as const;

  const [one, other] = await Promise.all([codeOf(staff, input), codeOf(teacher, input)]);

  expect(one).toMatchObject({ ok: true });
  expect((one as { data: unknown }).data).toEqual((other as { data: unknown }).data);
  expect(links()).toHaveLength(1);
});

test('where codes lead: a batch, a section, and a lesson, one that is over or called off too', async () => {
  const lesson = async (lessonIndex: number) => leads(await sceneOf({ to: 'lesson', sectionId: 'tea', lessonIndex }));

  expect(await leads(await sceneOf({ to: 'batch', batchId: 'b' }))).toMatchObject({
    ok: true,
    data: { to: 'batch', batchId: 'b' },
  });
  expect(await leads(await sceneOf({ to: 'section', sectionId: 'tea' }))).toMatchObject({
    ok: true,
    data: { to: 'section', batchId: 'b', sectionId: 'tea' },
  });
  for (const index of [0, 1, 2, 3])
    expect(await lesson(index)).toMatchObject({
      ok: true,
      data: { to: 'lesson', lessonIndex: index, section: { sectionId: 'tea', lessons: scene.section('tea').lessons } },
    });
  expect(await lesson(2)).toMatchObject({ data: { from: now + 5 * HOUR - 30 * MINUTE } });
});

test('the code at the door proves nothing: nobody is checked in by it, and no line or key comes with it', async () => {
  const text = await sceneOf({ to: 'lesson', sectionId: 'tea', lessonIndex: 1 });

  const answer = await leads(text);

  expect(JSON.stringify(answer)).not.toMatch(/"line"|memberId|secret/);
  expect(scene.emulator.database.read('rolls')).toEqual([]);
  expect(await scene.worker(0).call('lesson.checkIn', { code: text })).toMatchObject({ code: 'CODE_UNREADABLE' });
});

test('nonsense, another environment’s scene and a token that nobody made are told apart', async () => {
  const text = await sceneOf({ to: 'section', sectionId: 'tea' });

  expect(await leads('id=7')).toMatchObject({ code: 'SCENE_UNKNOWN' });
  expect(await leads(text.replace(/^hg\......./, 'hg.zzzzzz'))).toMatchObject({ code: 'SCENE_FOREIGN' });
  expect(await leads(`${text.slice(0, -4)}AAAA`)).toMatchObject({ code: 'SCENE_UNKNOWN' });
});

test('a batch that was withdrawn: its codes say so, and work again once it is published again', async () => {
  const text = await sceneOf({ to: 'section', sectionId: 'tea' });
  const [batch] = scene.emulator.database.read('batches');
  await scene.set('batches', { ...batch!, state: 'archived' });
  scene.emulator.setClock(10_000);

  expect(await leads(text)).toMatchObject({ code: 'SCENE_GONE' });

  await scene.set('batches', batch!);
  scene.emulator.setClock(20_000);
  expect(await leads(text)).toMatchObject({ ok: true });
});

test.each([
  ['the quota', 45009, 'CODE_TOO_MANY'],
  ['silence', 'silence', 'CODE_NOT_ANSWERED'],
  ['a page that was not released', 41030, 'CODE_UNPUBLISHED'],
  ['a permission that is missing', -604101, 'CODE_NOT_ALLOWED'],
  ['a system that is busy', -1, 'CODE_NOT_ANSWERED'],
] as const)('WeChat answers %s: said so, nothing written, and the next try makes it', async (_, fault, code) => {
  const input = { to: 'section', sectionId: 'tea' } as const;
  scene.emulator.setAnswers({ 'wxacode.getUnlimited': fault });

  expect(await codeOf(staff, input)).toMatchObject({ ok: false, code, message: expect.any(String) });
  expect(links()).toEqual([]);

  scene.emulator.setAnswers({});
  expect(await codeOf(staff, input)).toMatchObject({ ok: true });
  expect(links()).toHaveLength(1);
});

test('a code that is kept is given out whatever WeChat says', async () => {
  const input = { to: 'section', sectionId: 'tea' } as const;
  const first = await codeOf(staff, input);
  scene.emulator.setAnswers({ 'wxacode.getUnlimited': 45009 });

  expect(await codeOf(staff, input)).toMatchObject({ ok: true, data: (first as { data: object }).data });
});

test('a picture that went from the storage is drawn anew, under the same scene', async () => {
  const input = { to: 'section', sectionId: 'tea' } as const;
  const text = await sceneOf(input);
  const [link] = links();
  await scene.emulator.database.import('links', [{ ...link!, fileId: 'cloud://local.files-local/codes/gone.png' }]);

  expect(await sceneOf(input)).toBe(text);
  expect(drawn()).toHaveLength(2);
  expect(links()).toHaveLength(1);
});

test('who may have a code: staff all, an instructor and an organisation their own, nobody else any', async () => {
  const school = await scene.holder('organisation', '张会计', { organisation: '渝西茶艺培训学校' });
  const own = { to: 'lesson', sectionId: 'tea', lessonIndex: 2 } as const;
  const foreign = { to: 'section', sectionId: 'guqin' } as const;

  for (const person of [staff, teacher, school]) expect(await codeOf(person, own)).toMatchObject({ ok: true });
  for (const person of [teacher, school]) {
    expect(await codeOf(person, foreign)).toMatchObject({ code: 'SECTION_NOT_FOUND' });
    expect(await codeOf(person, { to: 'batch', batchId: 'b' })).toMatchObject({ code: 'BATCH_NOT_FOUND' });
  }
  expect(await codeOf(staff, foreign)).toMatchObject({ ok: true });
  expect(await codeOf(scene.worker(1), own)).toMatchObject({ code: 'FORBIDDEN' });
  expect(await codeOf(staff, { ...own, lessonIndex: 9 })).toMatchObject({ code: 'LESSON_NOT_FOUND' });
  expect(await codeOf(staff, { to: 'batch', batchId: 'nowhere' })).toMatchObject({ code: 'BATCH_NOT_FOUND' });
});
