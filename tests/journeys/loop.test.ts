import { DAY, dayKey, HOUR } from '../../domain/base/clock';
import type { CourseLoop } from '../../domain/api';
import type { RatingBook, Sheet } from '../../domain/rating/rating';
import { good } from './classroom';
import { actId, publishing } from './drafting';
import { answer, ask, draftOf, menuItem } from './menus';
import { range, startScene, type Person, type Scene } from './scene';
import { importing, wish, wishOf } from './wishing';

/** 提出—主导—承办—参与—评价: one course from the wish to the rating, on the page of staff and on that of its class. */
let scene: Scene;
let staff: Person;
let organiser: Person;
beforeAll(async () => {
  scene = await startScene({ sections: { tea: { capacity: 1, course: '茶艺' } }, workers: 8 });
  staff = await scene.holder('staff', '王敏');
  organiser = await scene.holder('organisation', '陈芳', { organisation: '益才教育' });
  await importing(
    scene,
    wish(
      'w-a',
      '古琴',
      range(6).map(index => scene.worker(index)),
    ),
  );
  await scene.emulator.database.import('menus', [menuItem('o-a', { by: organiser.memberId })]);
});
afterAll(() => scene.stop());

const courses = async () => (await good(staff.call('loop.courses', {}))).courses;
const guqin = async (): Promise<CourseLoop> => (await courses()).find(one => one.key === '古琴')!;
/** The stage at which it stands, with what to do next. */
const at = async () => {
  const stage = (await guqin()).stages.find(one => one.state === 'now');
  return stage && [stage.stage, stage.next];
};
const wordsOf = async () => (await guqin()).stages.map(one => one.words.join('，'));
const lineOf = (sectionId: string) =>
  scene.emulator.post('open', { endpoint: 'loop.section', input: { sectionId } }, undefined);
const actingOnWish = () => ({ wishId: 'w-a', actId: actId(), revision: wishOf(scene, 'w-a').revision });

test('a course goes around, and each time it says what to do next', async () => {
  // The other course is published already.
  expect((await courses()).map(one => one.key)).toEqual(['古琴', '茶艺']);
  expect(await at()).toEqual(['lead', { do: 'answer', wishId: 'w-a' }]);
  await good(staff.call('wish.answer', { ...actingOnWish(), kind: 'planned', text: '会办' }));
  expect(await at()).toEqual(['run', { do: 'menu', wishId: 'w-a' }]);

  const { draftId } = await good(
    staff.call('menu.take', { actId: actId(), menuId: 'o-a', draft: null, wishId: 'w-a' }),
  );
  const revision = () => draftOf(scene, draftId).revision;
  const now = scene.emulator.now();
  const firstDay = dayKey(now + 5 * DAY);
  const cells = { schedule: '每周三 19:00-20:30', firstDay, count: '2', place: '205', name: '一班' };
  const section = { draftId, key: '0001', actId: actId(), cells };
  await good(staff.call('draft.saveSection', { ...section, revision: revision() }));
  expect(await at()).toEqual(['attend', { do: 'publish', draftId }]);
  await good(ask(scene, staff, draftId));
  expect(await at()).toEqual(['run', { do: 'ask', draftId }]);
  await good(answer(organiser, true));
  expect(await at()).toEqual(['attend', { do: 'publish', draftId }]);

  const settings = { title: '第二期', opensAt: now + HOUR, closesAt: now + 2 * DAY };
  await good(staff.call('draft.save', { draftId, revision: revision(), settings }));
  await good(staff.call('draft.publish', publishing({ draftId, revision: revision() })));
  expect(await at()).toEqual(['attend', { do: 'rehearse', batchId: draftId }]);
  expect((await wordsOf())[1]).toContain('第二期');
  const sectionId = `${draftId}-0001`;
  expect((await lineOf(sectionId)).body).toMatchObject({
    ok: true,
    data: { words: ['职工提出 6', '工会立项', '益才教育承办'] },
  });

  // The two lessons are over, and nobody has closed them.
  const last = scene.section(sectionId).lessons.at(-1)!;
  scene.emulator.setClock(last.endsAt + DAY - scene.emulator.now());
  expect(await at()).toEqual(['attend', { do: 'close', batchId: draftId }]);
  scene.emulator.setClock(last.endsAt + 8 * DAY - Date.now());
  expect(await at()).toEqual(['rate', { do: 'ratings', batchId: draftId }]);

  await scene.emulator.database.import('ratings', [book(sectionId, draftId, 5, last.endsAt + 14 * DAY)]);
  scene.emulator.setClock(last.endsAt + 15 * DAY - Date.now());
  expect(await at()).toBeUndefined();
  expect((await guqin()).stages.at(-1)).toMatchObject({
    words: ['满意 100%（5 人评）'],
    next: { do: 'again', batchId: draftId },
  });
  expect((await good(staff.call('loop.course', { key: '古琴' }))).course).toEqual(await guqin());
  expect(await good(staff.call('loop.course', { key: '没有的课' }))).toEqual({ course: null });
});

test('the line of a class says no small number, and nothing of a class that is not published', async () => {
  await scene.set('sections', { ...scene.section('tea'), _id: 'few', wishIds: ['w-few'], organisation: '益才教育' });
  await importing(
    scene,
    wish(
      'w-few',
      '茶艺',
      range(4).map(index => scene.worker(index)),
    ),
  );
  await scene.emulator.database.import('ratings', [book('few', 'b', 4, 1)]);
  await scene.set('sections', { ...scene.section('tea'), _id: 'lost', batchId: 'b-withdrawn' });

  expect((await lineOf('few')).body).toMatchObject({ data: { words: ['职工提出', '工会立项', '益才教育承办'] } });
  for (const id of ['lost', 'nowhere']) expect((await lineOf(id)).body).toMatchObject({ code: 'SECTION_NOT_FOUND' });
});

const sheet = (key: number): Sheet => ({ key: `s${key}`, stars: 5, chips: ['clear'] });
const book = (_id: string, batchId: string, people: number, closesAt: number): RatingBook => ({
  _id,
  batchId,
  course: '古琴',
  organisation: '益才教育',
  instructor: '',
  raters: range(people).map(index => scene.worker(index).memberId),
  raterCount: people,
  sheets: range(people).map(sheet),
  closesAt,
  came: 6,
});
