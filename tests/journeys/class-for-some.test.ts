import type { Member } from '../../domain/model';
import { must, publishing, readyDraft } from './drafting';
import { startScene, type Person, type Scene } from './scene';

/** 骑手专场: a class of a batch that is only for some employers. The other class of the batch is for everybody. */
let scene: Scene;
let staff: Person;
let batchId: string;
let opensAt: number;
beforeAll(async () => {
  scene = await startScene({ sections: {}, workers: 0, emulator: { instances: { min: 0, max: 2 } } });
  staff = await scene.holder('staff', '王敏');
  const draft = await readyDraft(scene, staff, 2);
  const { draftId, revision } = draft;
  const cells = { employers: '美团配送、顺丰速运' };
  const saved = await must(staff.call('draft.saveSection', { draftId, revision, key: '0001', cells }));
  await must(staff.call('draft.publish', publishing(saved)));
  [batchId, opensAt] = [draftId, saved.opensAt!];
});
afterAll(() => scene.stop());
beforeEach(() => scene.emulator.setClock(0));

const worker = (name: string, employer: string, change: Partial<Member> = {}) =>
  scene.holder('instructor', name, { roles: [], employer, ...change });
const enter = (person: Person) => must(person.call('line.enter', { batchId }));
const claim = (person: Person, key = '0001') => person.call('line.claim', { batchId, sectionId: `${batchId}-${key}` });
const open = () => scene.emulator.setClock(opensAt + 1_000 - Date.now());
const refused = { code: 'SECTION_NOT_INVITED', details: { employers: ['美团配送', '顺丰速运'] } };

test('the card and the waiting room say it; the claim is refused, and the other class takes everybody', async () => {
  const [rider, nurse] = [await worker('骑手', '美团配送'), await worker('护士', '永川区人民医院')];
  const { sections } = await must(nurse.call('catalog.batch', { batchId }));
  expect(sections.map(one => one.invited)).toEqual([{ employers: ['美团配送', '顺丰速运'] }, undefined]);
  expect(await enter(rider)).not.toHaveProperty('not');
  expect(await enter(nurse)).toMatchObject({ not: [`${batchId}-0001`] });
  open();

  expect(await claim(nurse)).toMatchObject(refused);
  expect(await claim(nurse, '0002')).toMatchObject({ ok: true });
  expect(await claim(rider)).toMatchObject({ data: { place: { number: 1 } } });
  expect(scene.line(`${batchId}-0001`)).toEqual([rider.memberId]);
});

test('the claim of somebody who was not in the waiting room finds out by itself', async () => {
  const [rider, nurse] = [await worker('另一骑手', '顺丰速运'), await worker('另一护士', '永川区人民医院')];
  open();

  expect(await claim(nurse)).toMatchObject(refused);
  expect(await claim(rider)).toMatchObject({ ok: true });
  expect(scene.line(`${batchId}-0001`)).not.toContain(nurse.memberId);
});

test('another employer in the profile is settled anew', async () => {
  const person = await worker('换工作的', '永川区人民医院');
  expect(await enter(person)).toMatchObject({ not: [`${batchId}-0001`] });

  const profile = { name: '换工作的', phone: '13594218830', unionMember: true };
  await must(person.call('member.save', { ...profile, employer: '顺丰速运' }));
  open();

  expect(await claim(person)).toMatchObject({ ok: true });
});
