import { HOUR } from '../../domain/base/clock';
import type { BatchCard } from '../../domain/api';
import { actId, must, publishing, readyDraft } from './drafting';
import { startScene, type Person, type Scene } from './scene';

/** 报名须知: what a batch asks everybody to accept before they may claim. */
let scene: Scene;
let staff: Person;
beforeAll(async () => {
  scene = await startScene({ sections: {}, workers: 8, emulator: { instances: { min: 0, max: 2 } } });
  staff = await scene.holder('staff', '王敏');
});
afterAll(() => scene.stop());
beforeEach(() => scene.emulator.setClock(0));

const TEXT = '有高血压、心脏病的，请先问医生。\n请穿软底鞋。';

async function published(declaration: string, classes = 1) {
  const draft = await readyDraft(scene, staff, classes, { declaration });
  await must(staff.call('draft.publish', publishing(draft)));
  return draft.draftId;
}
const cardOf = async (batchId: string): Promise<BatchCard> =>
  (await must(staff.call('catalog.batch', { batchId }))).batch;
const enter = (person: Person, batchId: string, accepted?: string) =>
  person.call('line.enter', { batchId, ...(accepted ? { accepted } : {}) });
const claim = (person: Person, batchId: string) => person.call('line.claim', { batchId, sectionId: `${batchId}-0001` });
const settled = (person: Person, batchId: string) => scene.standing(person)?.batches[batchId];
/** Batches are remembered for some seconds, and after that the new one is known. */
const later = (ms: number) => scene.emulator.setClock(ms);

test('the waiting room asks for it, and remembers what was accepted', async () => {
  const batchId = await published(`  ${TEXT.replace('\n', '\r\n\r\n')} `);
  const { declaration, declarationPrint } = await cardOf(batchId);
  const one = scene.worker(0);
  expect(declaration).toBe(TEXT);

  expect(await enter(one, batchId)).toMatchObject({ code: 'NOT_ACCEPTED' });
  expect(await enter(one, batchId, 'some other text')).toMatchObject({ code: 'NOT_ACCEPTED' });
  expect(settled(one, batchId)).toBeUndefined();
  expect(await enter(one, batchId, declarationPrint)).toMatchObject({ ok: true });

  expect(settled(one, batchId)).toMatchObject({ accepted: declarationPrint });
  expect(await enter(one, batchId)).toMatchObject({ ok: true });
});

test('whoever was not in the waiting room is asked by the claim; the accepted text lets them in', async () => {
  const batchId = await published(TEXT);
  const { opensAt, declarationPrint } = await cardOf(batchId);
  const two = scene.worker(1);
  later(opensAt + 1_000 - Date.now());

  expect(await claim(two, batchId)).toMatchObject({ code: 'NOT_ACCEPTED' });
  expect(scene.line(`${batchId}-0001`)).toEqual([]);
  await must(enter(two, batchId, declarationPrint));

  expect(await claim(two, batchId)).toMatchObject({ data: { place: { state: 'SEATED' } } });
});

test('another profile is settled anew, but the text is not asked for again', async () => {
  const batchId = await published(TEXT);
  const three = scene.worker(2);
  await must(enter(three, batchId, (await cardOf(batchId)).declarationPrint));
  await must(
    three.call('member.save', { name: '何燕', phone: '13800001234', employer: '另一家单位', unionMember: false }),
  );
  expect(settled(three, batchId)).toMatchObject({ settledAt: 0 });

  expect(await enter(three, batchId)).toMatchObject({ ok: true });
});

test('a standing that was lost counts as nothing accepted: the night keeps the seat, and a further claim is asked', async () => {
  const batchId = await published(TEXT, 2);
  const { opensAt, declarationPrint } = await cardOf(batchId);
  const person = scene.worker(5);
  const further = () => person.call('line.claim', { batchId, sectionId: `${batchId}-0002` });
  await must(enter(person, batchId, declarationPrint));
  later(opensAt + 1_000 - Date.now());
  await must(claim(person, batchId));
  await scene.set('standings', { _id: person.memberId, holds: [], batches: {} });
  later(opensAt + HOUR - Date.now());

  await scene.emulator.fireTimer('nightly');

  expect(settled(person, batchId)).toMatchObject({ count: 1, settledAt: 0 });
  expect(settled(person, batchId)).not.toHaveProperty('accepted');
  expect(await person.call('line.place', { sectionId: `${batchId}-0001` })).toMatchObject({
    data: { place: { state: 'SEATED' } },
  });
  expect(await further()).toMatchObject({ code: 'NOT_ACCEPTED' });
  await must(enter(person, batchId, declarationPrint));
  expect(await further()).toMatchObject({ data: { place: { state: 'SEATED' } } });
  expect(scene.standing(person)?.holds).toHaveLength(2);
});

test.each([
  ['changed', '请穿运动鞋。', 'NOT_ACCEPTED'],
  ['the same, as the control', TEXT, undefined],
])('%s between the waiting room and the claim', async (_, text, code) => {
  const batchId = await published(TEXT);
  const person = scene.worker(code ? 3 : 4);
  await must(enter(person, batchId, (await cardOf(batchId)).declarationPrint));
  await must(staff.call('draft.withdraw', { batchId, actId: actId(), reason: '须知有变' }));
  const { revision, opensAt } = await must(staff.call('draft.read', { draftId: batchId }));
  const saved = await must(staff.call('draft.save', { draftId: batchId, revision, settings: { declaration: text } }));
  later(10_000);
  await must(staff.call('draft.publish', publishing(saved)));
  later(opensAt! + HOUR / 60 - Date.now());

  const answer = await claim(person, batchId);

  expect(answer).toMatchObject(code ? { code } : { data: { place: { state: 'SEATED' } } });
  if (!code) return;
  await must(enter(person, batchId, (await cardOf(batchId)).declarationPrint));
  expect(await claim(person, batchId)).toMatchObject({ ok: true });
});
