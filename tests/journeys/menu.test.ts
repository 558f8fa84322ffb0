import { randomUUID } from 'node:crypto';
import { join as path } from 'node:path';
import type { DraftView } from '../../domain/api';
import type { RecordEntry, Section } from '../../domain/model';
import { RISKY_SAMPLE } from '../../emulator/openapi/apis';
import { startEmulated } from '../emulated';
import { good } from './classroom';
import { actId, publishing, readyDraft } from './drafting';
import { ERASE, minutesLater } from './forgotten';
import { answer, answering, ask, draftOf, menuItem, menus, offer, save, sectionOf, told } from './menus';
import { range, startScene, type Person, type Scene } from './scene';
import { importing, wish, wishOf } from './wishing';

/** 菜单 and 承办: organisations offer courses, staff choose one and ask, and the answer decides what may be published. */
let scene: Scene;
let staff: Person;
let organiser: Person;
let colleague: Person;
let teacher: Person;
beforeEach(async () => {
  scene = await startScene({ sections: { tea: { capacity: 1, course: '茶艺' } }, workers: 5 });
  staff = await scene.holder('staff', '王敏');
  organiser = await scene.holder('organisation', '陈芳', { organisation: '益才教育' });
  colleague = await scene.holder('organisation', '刘畅', { organisation: '益才 教育' });
  teacher = await scene.holder('instructor', '讲师1', { instructorName: '讲师1' });
});
afterEach(() => scene.stop());

const items = async (input: { category?: 'guqin' | 'tea'; wishId?: string } = {}) =>
  (await good(staff.call('menu.list', input))).items;
const asks = async (person: Person) => (await good(person.call('menu.asks', {}))).asks;
const edit = ({ draftId }: DraftView, cells: Record<string, string>, key = '0001') =>
  staff.call('draft.saveSection', { draftId, key, cells, revision: draftOf(scene, draftId).revision, actId: actId() });

describe('a menu', () => {
  test('saved twice it is there once; staff see it, and somebody else of the same organisation does not change it', async () => {
    const id = randomUUID();
    const input = { actId: id, menuId: null, revision: 0, ...offer };
    const { menuId } = await good(organiser.call('menu.save', input));

    expect(await good(organiser.call('menu.save', input))).toEqual({ menuId });
    expect(menus(scene)).toHaveLength(1);
    expect(await items()).toMatchObject([{ menuId, course: '古琴', category: 'guqin', cost: 3000 }]);
    expect(await items({ category: 'tea' })).toEqual([]);
    expect(await save(colleague, { menuId, revision: 1 })).toMatchObject({ code: 'MENU_NOT_FOUND' });
    expect((await good(colleague.call('menu.mine', {}))).items).toEqual([]);
    expect(await organiser.call('menu.list', {})).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('of two changes at once one is told to look again; the same change again is a quiet success', async () => {
    const { menuId } = await good(save(organiser));
    const changes = [12, 15].map(most => save(organiser, { menuId, revision: 1, most }));
    const codes = (await Promise.all(changes)).map(one => (one.ok ? 'OK' : one.code));

    expect(codes.sort()).toEqual(['MENU_CHANGED', 'OK']);
    const { most } = menus(scene)[0]!;
    await good(save(organiser, { menuId, revision: 1, most }));
    expect(menus(scene)).toMatchObject([{ most, revision: 2 }]);
  });

  test('withdrawn it is not offered, put back it is, and not once its author has lost the role', async () => {
    const { menuId } = await good(save(organiser));
    for (const _twice of [1, 2]) await good(organiser.call('menu.withdraw', { menuId, withdrawn: true }));

    expect(await items()).toEqual([]);
    expect((await good(organiser.call('menu.mine', {}))).items).toMatchObject([{ menuId, state: 'withdrawn' }]);
    expect(await colleague.call('menu.withdraw', { menuId, withdrawn: false })).toMatchObject({
      code: 'MENU_NOT_FOUND',
    });
    await good(organiser.call('menu.withdraw', { menuId, withdrawn: false }));
    expect(await items()).toHaveLength(1);

    const lost = { actId: actId(), memberId: organiser.memberId, role: 'organisation', reason: '换人' } as const;
    await good(staff.call('invite.dismiss', lost));
    expect(await items()).toEqual([]);
    const take = await staff.call('menu.take', { actId: actId(), menuId, draft: null });
    expect(take).toMatchObject({ code: 'MENU_NOT_FOUND' });
  });

  test('fifty are offered, whether written anew or put back; one that is offered already is no more', async () => {
    const by = organiser.memberId;
    const offered = range(50).map(index => menuItem(`o-${index}`, { by }));
    await scene.emulator.database.import('menus', [...offered, menuItem('o-old', { by, state: 'withdrawn' })]);
    const back = (menuId: string) => organiser.call('menu.withdraw', { menuId, withdrawn: false });

    for (const refused of [save(organiser), back('o-old')])
      expect(await refused).toMatchObject({ code: 'MENU_LIMIT', details: { most: 50 } });
    await good(back('o-0'));
    await good(organiser.call('menu.withdraw', { menuId: 'o-0', withdrawn: true }));
    await good(back('o-old'));
    expect(menus(scene).filter(one => one.state === 'offered')).toHaveLength(50);
  });

  test('what is not right is refused and not kept', async () => {
    const refused: [Parameters<typeof save>[1], object][] = [
      [{ least: 30 }, { code: 'BAD_MENU', details: { fields: ['least', 'most'] } }],
      [{ organisation: '永川区文化馆' }, { code: 'BAD_MENU' }],
      [{ lessons: 0 }, { code: 'BAD_INPUT' }],
      [{ lessons: 201 }, { code: 'BAD_INPUT' }],
      [{ about: RISKY_SAMPLE }, { code: 'TEXT_RISKY' }],
    ];
    for (const [change, refusal] of refused) expect(await save(organiser, change)).toMatchObject(refusal);
    expect(menus(scene)).toEqual([]);
  });

  test('an erasure takes the items away', async () => {
    await good(save(organiser));
    await good(organiser.call('member.erase', ERASE));
    await minutesLater(scene);

    expect(menus(scene)).toEqual([]);
  });
});

describe('taking from a menu', () => {
  beforeEach(() => scene.emulator.database.import('menus', [menuItem('o-a', { by: organiser.memberId })]));

  test('it becomes a class with its people and at most its seats; hints say what was offered', async () => {
    const input = { actId: actId(), menuId: 'o-a', draft: null };
    const { draftId } = await good(staff.call('menu.take', input));

    expect(await good(staff.call('menu.take', input))).toEqual({ draftId });
    const { sections } = draftOf(scene, draftId);
    expect(sections).toMatchObject([
      { course: '古琴', organisation: '益才教育', capacity: 20, schedule: '', note: '' },
    ]);
    expect(sections[0]!.hints!.map(one => one.text)).toEqual([
      '菜单上写的：周三晚上、周六上午有空，10–20 人，10 次，每次 90 分钟',
      '菜单上写的场地要求：安静的教室',
    ]);
  });

  test('for a wish: items that fit come first, seats follow from the voices, and the voices will be told', async () => {
    await scene.emulator.database.import('menus', [
      menuItem('o-b', { by: organiser.memberId, course: '合唱', category: 'choir', at: Date.now() + 1 }),
    ]);
    await importing(
      scene,
      wish(
        'w-a',
        '古琴',
        [1, 2, 3].map(index => scene.worker(index)),
      ),
    );
    const draft = await readyDraft(scene, staff, 1);

    expect((await items({ wishId: 'w-a' })).map(one => one.menuId)).toEqual(['o-a', 'o-b']);
    expect((await items()).map(one => one.menuId)).toEqual(['o-b', 'o-a']);
    const into = { draftId: draft.draftId, revision: draft.revision };
    await good(staff.call('menu.take', { actId: actId(), menuId: 'o-a', draft: into, wishId: 'w-a' }));

    expect(sectionOf(scene, draft, '0002')).toMatchObject({ capacity: 10, wishIds: ['w-a'], note: '职工提出' });
    expect(wishOf(scene, 'w-a').taken).toMatchObject([{ draftId: draft.draftId, key: '0002', toldAt: null }]);
  });

  test('into a draft that was changed or is gone: refused, and nothing is taken', async () => {
    const draft = await readyDraft(scene, staff, 1);
    const take = (change: object) =>
      staff.call('menu.take', {
        actId: actId(),
        menuId: 'o-a',
        draft: { draftId: draft.draftId, revision: 1, ...change },
      });

    expect(await take({})).toMatchObject({ code: 'DRAFT_CHANGED' });
    expect(await take({ draftId: 'b-gone' })).toMatchObject({ code: 'DRAFT_NOT_FOUND' });
    expect(draftOf(scene, draft.draftId).sections).toHaveLength(1);
  });
});

describe('问一声', () => {
  let draft: DraftView;
  beforeEach(async () => {
    draft = await readyDraft(scene, staff, 3);
    await good(edit(draft, { organisation: '益才教育' }));
  });

  test('those who would run the class are told and see it, and nothing else of the draft', async () => {
    await good(ask(scene, staff, draft.draftId));

    expect(told(scene, 'ASKED')).toEqual([organiser, colleague, teacher].map(one => one.memberId).sort());
    for (const person of [organiser, colleague, teacher]) {
      const seen = await good(person.call('menu.asks', {}));
      expect(seen.asks).toMatchObject([{ course: '课程1', key: '0001', answer: null }]);
      for (const other of ['课程2', '讲师2', '第二期', '永川区文化馆'])
        expect(JSON.stringify(seen)).not.toContain(other);
    }
    const stranger = await scene.holder('instructor', '讲师2', { instructorName: '讲师2' });
    expect(await asks(stranger)).toEqual([]);
    expect(await stranger.call('menu.answer', answering((await asks(teacher))[0]!, true))).toMatchObject({
      code: 'NOT_ASKED',
    });
  });

  test('yes: staff are told, it is on the record, and the class keeps it when it is published', async () => {
    await good(ask(scene, staff, draft.draftId));
    expect((await good(staff.call('draft.read', { draftId: draft.draftId }))).problems).toContainEqual({
      where: { key: '0001' },
      text: '问了益才教育能不能承办，还没有答复',
      warning: true,
      ask: true,
    });
    expect(await answer(organiser, true, RISKY_SAMPLE)).toMatchObject({ code: 'TEXT_RISKY' });
    expect(sectionOf(scene, draft).asked!.answer).toBeNull();
    await good(answer(organiser, true, '要投影'));

    expect(sectionOf(scene, draft).asked).toMatchObject({ answer: 'yes', text: '要投影', organisation: '益才教育' });
    expect(told(scene, 'ASK_ANSWERED')).toEqual([staff.memberId]);
    const entry = scene.emulator.database.read<RecordEntry>('record').find(one => one.act === 'menu.answer');
    expect(entry).toMatchObject({ byName: '陈芳', parts: ['答复“课程1一班”能不能承办：可以承办'], after: '要投影' });
    await good(staff.call('draft.publish', publishing(asSeen())));
    const sections = scene.emulator.database.read<Section>('sections').filter(one => one.batchId === draft.draftId);
    expect(sections.map(one => one.asked?.answer)).toEqual(['yes', undefined, undefined]);
    const open = await good(scene.worker(0).call('catalog.batch', { batchId: draft.draftId }));
    expect(JSON.stringify(open)).not.toContain('要投影');
    expect(await asks(organiser)).toEqual([]);
  });

  const asSeen = () => ({ draftId: draft.draftId, revision: draftOf(scene, draft.draftId).revision });

  test('no: it cannot be published until the class has other people or is asked again', async () => {
    await good(ask(scene, staff, draft.draftId));
    await good(answer(organiser, false, '那天有课'));

    expect(await staff.call('draft.publish', publishing(asSeen()))).toMatchObject({ code: 'DRAFT_NOT_READY' });
    await good(ask(scene, staff, draft.draftId));
    await good(answer(organiser, true));
    await good(staff.call('draft.publish', publishing(asSeen())));
  });

  test('an answer is to a time: another one asks anew, another place does not', async () => {
    await good(ask(scene, staff, draft.draftId));
    await good(answer(organiser, true));
    const [before] = await asks(organiser);

    await good(edit(draft, { place: '205' }));
    expect(sectionOf(scene, draft).asked!.answer).toBe('yes');
    await good(edit(draft, { count: '9' }));
    expect(sectionOf(scene, draft).asked!.answer).toBeNull();
    expect(await organiser.call('menu.answer', answering(before!, true))).toMatchObject({ code: 'ASK_CHANGED' });
  });

  test('not asked any more once others stand there, the batch is published, or the draft is gone', async () => {
    const { draftId } = draft;
    const changes: (() => Promise<unknown>)[] = [
      () => good(edit(draft, { instructor: '陈静' })),
      () => good(staff.call('draft.publish', publishing(asSeen()))),
      () => good(staff.call('draft.discard', { draftId })),
    ];
    for (const change of changes) {
      await good(ask(scene, staff, draftId));
      const [one] = await asks(organiser);
      await change();
      expect(await organiser.call('menu.answer', answering(one!, true))).toMatchObject({ code: 'NOT_ASKED' });
      const published = scene.emulator.database.read('batches').some(batch => batch._id === draftId);
      if (published) await good(staff.call('draft.withdraw', { batchId: draftId, actId: actId(), reason: '再看看' }));
    }
    expect(told(scene, 'ASK_ANSWERED')).toEqual([]);
  });

  test('nobody to ask, no time to ask about, a draft that was changed: refused', async () => {
    const input = { actId: actId(), draftId: draft.draftId, key: '0002', revision: draft.revision };
    expect(await staff.call('menu.ask', input)).toMatchObject({ code: 'DRAFT_CHANGED' });
    expect(await ask(scene, staff, draft.draftId, '0002')).toMatchObject({ code: 'NOBODY_TO_ASK' });
    expect(await ask(scene, staff, draft.draftId, '0009')).toMatchObject({ code: 'DRAFT_SECTION_NOT_FOUND' });
    await scene.emulator.database.import('menus', [menuItem('o-a', { by: organiser.memberId })]);
    await good(staff.call('menu.take', { actId: actId(), menuId: 'o-a', draft: asSeen() }));
    expect(await ask(scene, staff, draft.draftId, '0004')).toMatchObject({ code: 'CHANGE_NOT_NOW' });
  });

  test('asked twice under one act is asked once', async () => {
    const input = { actId: actId(), ...asSeen(), key: '0001' };
    await good(staff.call('menu.ask', input));
    const { asked } = sectionOf(scene, draft);
    await good(staff.call('menu.ask', input));

    expect(sectionOf(scene, draft).asked).toEqual(asked);
    expect(told(scene, 'ASKED')).toHaveLength(3);
  });
});

describe('at once', () => {
  let draft: DraftView;
  beforeEach(async () => {
    draft = await readyDraft(scene, staff, 3);
    await good(edit(draft, { organisation: '益才教育' }));
    await good(ask(scene, staff, draft.draftId));
  });
  const outcome = (answer: { ok: boolean; code?: string }) => (answer.ok ? 'OK' : answer.code);

  test('an answer, and staff who move the class: one of the two is told', async () => {
    for (const count of [9, 10, 11]) {
      await good(ask(scene, staff, draft.draftId));
      const [one] = await asks(organiser);
      const before = sectionOf(scene, draft).lessons.length;
      const [answered, moved] = await Promise.all([
        organiser.call('menu.answer', answering(one!, true)),
        edit(draft, { count: `${count}` }),
      ]);

      expect([
        ['OK', 'DRAFT_CHANGED'],
        ['ASK_CHANGED', 'OK'],
      ]).toContainEqual([outcome(answered), outcome(moved)]);
      const { asked, lessons } = sectionOf(scene, draft);
      // Whoever was first, no answer stands beside a time that it was not given to.
      expect([asked!.answer, lessons.length]).toEqual(answered.ok ? ['yes', before] : [null, count]);
    }
  });

  test('two of one organisation who differ: the first answer holds and the second is told what it was', async () => {
    const [one] = await asks(organiser);
    const answers = await Promise.all([
      organiser.call('menu.answer', answering(one!, true)),
      colleague.call('menu.answer', answering(one!, false)),
    ]);

    const { answer: held } = sectionOf(scene, draft).asked!;
    expect(answers.map(outcome).sort()).toEqual(['ASK_ANSWERED', 'OK']);
    expect(answers.find(one => !one.ok)).toMatchObject({ details: { answer: held } });
    expect(told(scene, 'ASK_ANSWERED')).toHaveLength(1);
  });

  test('two who agree are both content, and staff are told once', async () => {
    const [one] = await asks(organiser);
    await Promise.all([organiser, colleague].map(person => good(person.call('menu.answer', answering(one!, true)))));

    expect(sectionOf(scene, draft).asked!.answer).toBe('yes');
    expect(told(scene, 'ASK_ANSWERED')).toHaveLength(1);
  });
});

test('control: an answer without a guard takes back what staff have moved', async () => {
  const functions = path(__dirname, 'naive-functions');
  const naive = await startEmulated({ functions, instances: { perFunction: { answer: { min: 1, max: 1 } } } });
  const lesson = { startsAt: 1, endsAt: 2 };
  const draft = { _id: 'b-1', revision: 1, sections: [{ key: '0001', lessons: [lesson], asked: { answer: null } }] };
  await naive.database.import('drafts', [draft]);

  const answered = naive.post('answer', { draftId: 'b-1', key: '0001' });
  const stored = () => naive.database.read<typeof draft & { looked?: boolean }>('drafts')[0]!;
  while (!stored().looked) await new Promise(resolve => setTimeout(resolve, 20));
  const moved = { ...draft.sections[0]!, lessons: [{ startsAt: 5, endsAt: 6 }] };
  await naive.database.import('drafts', [{ ...draft, revision: 2, sections: [moved] }]);
  await answered;
  const found = stored();
  await naive.stop();

  expect(found.sections[0]).toMatchObject({ lessons: [lesson], asked: { answer: 'yes' } });
});
