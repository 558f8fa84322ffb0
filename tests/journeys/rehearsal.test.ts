import type { Input } from '../../domain/api';
import { recordOf } from './changing';
import { actId, must, publishing, readyDraft } from './drafting';
import { startScene, type Person, type Scene } from './scene';

/** Staff rehearse a release from the batch's page; it computes, and touches nobody's line. */
type Ask = Input<'rehearsal.run'>;
let scene: Scene;
let staff: Person;
beforeAll(async () => {
  scene = await startScene({
    sections: {
      tea: { name: '一班', capacity: 20, waitlistLimit: 10 },
      choir: { course: '合唱', name: '二班', capacity: 30, waitlistLimit: 5 },
      gone: { course: '太极', name: '三班', capacity: 0, waitlistLimit: 0, cancelledAt: 1 },
    },
    workers: 2,
    emulator: { instances: { min: 0, max: 1 } },
  });
  staff = await scene.holder('staff', '王敏');
  await scene.worker(0).claimUntilAnswered('tea');
});
afterAll(() => scene.stop());

const asked = (change: Partial<Ask> = {}): Ask => ({
  actId: actId(),
  batchId: 'b',
  people: 2_000,
  profile: 'standard',
  ...change,
});
const rehearsed = async (input: Ask) => (await must(staff.call('rehearsal.run', input))).rehearsal;
const last = (batchId = 'b') => must(staff.call('rehearsal.last', { batchId }));
const lines = () =>
  JSON.stringify(['sections', 'standings', 'tallies'].map(name => scene.emulator.database.read(name)));

test('before the first there is none, and the batch as it is: who called a class off does not rehearse it', async () => {
  expect(await last()).toEqual({
    batch: { title: '第一期', sections: 2, capacity: 50, places: 65, draft: false },
    rehearsal: null,
  });
});

test('on the standard plan it says go; the last one is shown, it is on the record, and nobody’s line changes', async () => {
  const before = lines();

  const run = await rehearsed(asked());

  expect(run).toMatchObject({ byName: '王敏', people: 2_000, profile: 'standard', sheet: { go: true } });
  expect(run.numbers).toMatchObject({ definite: 2_000, seats: { given: 50, waiting: 15 }, batch: { capacity: 50 } });
  expect((await last()).rehearsal).toEqual(run);
  expect(recordOf(scene).filter(entry => entry.act === 'rehearsal.run')).toEqual([
    expect.objectContaining({ batchId: 'b', byName: '王敏', parts: ['放号演练 2000 人，标准套餐：可以放号'] }),
  ]);
  expect(lines()).toBe(before);
});

test('the same batch, crowd and plan give the same sheet and the same numbers; another crowd gives others', async () => {
  const [one, two] = [await rehearsed(asked()), await rehearsed(asked())];

  expect(two.sheet).toEqual(one.sheet);
  expect(two.numbers).toEqual(one.numbers);
  expect((await rehearsed(asked({ people: 2_500 }))).numbers).not.toEqual(one.numbers);
});

test('on the smallest plan it says no, why, and which plan would do', async () => {
  const { sheet } = await rehearsed(asked({ people: 4_000, profile: 'smallest' }));

  expect(sheet.go).toBe(false);
  expect(sheet.reasons.filter(one => !one.holds).map(one => one.says)).toEqual(
    expect.arrayContaining([expect.stringContaining('没有得到明确答复'), expect.stringContaining('数据库忙不过来')]),
  );
  expect(sheet.advice).toEqual(expect.arrayContaining([expect.stringContaining('换成标准套餐')]));
});

test('the same act sent again is the same rehearsal, once on the record', async () => {
  const input = asked();
  const first = await rehearsed(input);
  const entries = recordOf(scene).length;

  expect(await rehearsed(input)).toEqual(first);
  expect(recordOf(scene)).toHaveLength(entries);
});

test('a draft is rehearsed before it is published, and what was found stays with the batch', async () => {
  const draft = await readyDraft(scene, staff, 2);
  const batchId = draft.draftId;
  const size = { title: '第二期', sections: 2, capacity: 41, places: 61 };
  expect(await last(batchId)).toEqual({ batch: { ...size, draft: true }, rehearsal: null });

  const run = await rehearsed(asked({ batchId }));
  await must(staff.call('draft.publish', publishing(draft)));

  expect(run.numbers).toMatchObject({ batch: size, seats: { given: 41 } });
  expect(await last(batchId)).toEqual({ batch: { ...size, draft: false }, rehearsal: run });
});

test('a draft without a class is told what is missing', async () => {
  const { draftId } = await must(staff.call('draft.create', { actId: actId() }));

  expect(await staff.call('rehearsal.run', asked({ batchId: draftId }))).toMatchObject({ code: 'NOTHING_TO_REHEARSE' });
});

test('a batch that is not there, too few, too many: refused; and workers are shown nothing', async () => {
  expect(await staff.call('rehearsal.run', asked({ batchId: 'no' }))).toMatchObject({ code: 'BATCH_NOT_FOUND' });
  expect(await staff.call('rehearsal.last', { batchId: 'no' })).toMatchObject({ code: 'BATCH_NOT_FOUND' });
  for (const people of [999, 200_001, 1_000.5])
    expect(await staff.call('rehearsal.run', asked({ people }))).toMatchObject({ code: 'BAD_INPUT' });
  expect(await scene.worker(0).call('rehearsal.run', asked())).toMatchObject({ code: 'FORBIDDEN' });
  expect(await scene.worker(0).call('rehearsal.last', { batchId: 'b' })).toMatchObject({ code: 'FORBIDDEN' });
});
