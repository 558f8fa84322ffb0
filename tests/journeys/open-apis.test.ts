import { memberIdOf } from '../../server/people/member-id';
import { REVIEW_SAMPLE, RISKY_SAMPLE } from '../../emulator/openapi/apis';
import { NARROW } from '../../domain/api/rate-limit';
import { good } from './classroom';
import { range, startScene, type Person, type Scene } from './scene';

/** The open APIs that help a person's call along, and none of which it may hang on. */
const PROFILE = { name: '何小燕', phone: '13800001234', employer: '区人民医院', unionMember: true };
const HOUR = 3_600_000;
let scene: Scene;
beforeAll(async () => {
  scene = await startScene({
    sections: { tea: { capacity: 5, waitlistLimit: 5 } },
    batch: { opensAt: Date.now() + HOUR },
    emulator: { instances: { min: 0, max: 1 } },
  });
});
afterAll(() => scene.stop());
afterEach(() => {
  scene.emulator.setAnswers({});
  scene.emulator.setClock(0);
});

const asked = (api: string) => scene.emulator.inbox().filter(one => one.api === api);
const members = () => scene.emulator.database.read('members');

describe('the phone number by WeChat’s code', () => {
  test('is given for the form and kept nowhere', async () => {
    const before = JSON.stringify(members());

    expect(await good(scene.stranger('phone').call('member.phone', { code: '13594218830' }))).toEqual({
      phone: '13594218830',
    });

    expect(JSON.stringify(members())).toBe(before);
  });

  test.each([
    ['a code used twice', undefined, 'PHONE_CODE_OLD'],
    ['no calls left this month', 45009, 'PHONE_UNAVAILABLE'],
    ['a system that is busy', -1, 'PHONE_UNAVAILABLE'],
    ['silence', 'silence', 'PHONE_UNAVAILABLE'],
  ] as const)('%s: said in a sentence that leads on by hand', async (_, fault, code) => {
    if (fault !== undefined) scene.emulator.setAnswers({ 'phonenumber.getPhoneNumber': fault });

    const answer = await scene.stranger('phone').call('member.phone', { code: '13594218830' });

    expect(answer).toMatchObject({ code, message: expect.stringMatching(/自己填/) });
  });
});

describe('what people write', () => {
  test('a risky name or employer is refused by the name of its field, and nothing is written', async () => {
    const me = scene.stranger('writer');

    const answer = await me.call('member.save', { ...PROFILE, employer: `${RISKY_SAMPLE}厂` });

    expect(answer).toMatchObject({
      code: 'BAD_PROFILE',
      details: { fields: { employer: expect.stringMatching(/内容检查/) } },
    });
    expect(members().some(one => one['_id'] === me.memberId)).toBe(false);
  });

  test('what WeChat would have a human look at is kept, and only what changed is asked about', async () => {
    const me = scene.stranger('writer');
    await good(me.call('member.save', { ...PROFILE, employer: `医院${REVIEW_SAMPLE}` }));
    const before = asked('security.msgSecCheck').length;

    await good(me.call('member.save', { ...PROFILE, employer: `医院${REVIEW_SAMPLE}`, phone: '13800005678' }));

    expect(asked('security.msgSecCheck')).toHaveLength(before);
    expect(asked('security.msgSecCheck').at(-1)?.data).toMatchObject({ openid: me.openid, version: 2, scene: 1 });
  });

  test.each([[45009], [-1], ['silence']] as const)(
    '%s instead of an answer: the person is not kept waiting for it',
    async fault => {
      scene.emulator.setAnswers({ 'security.msgSecCheck': fault });

      expect((await scene.stranger(`unchecked ${fault}`).call('member.save', PROFILE)).ok).toBe(true);
    },
  );
});

describe('the reason of a leave and the words of an appeal', () => {
  let me: Person;
  const about = { sectionId: 'course', lessonIndex: 0 };
  beforeAll(async () => {
    me = scene.worker(0);
    const startsAt = Date.now() + 24 * HOUR;
    const line = [{ memberId: me.memberId, at: 1 }];
    await scene.set('sections', {
      ...scene.section('tea'),
      _id: 'course',
      lessons: [{ startsAt, endsAt: startsAt + HOUR }],
      line,
      lineCount: 1,
    });
  });
  const rolls = () => scene.emulator.database.read('rolls');

  test('risky: refused, and no roll is touched; good: taken', async () => {
    expect(await me.call('lesson.leave', { ...about, reason: RISKY_SAMPLE })).toMatchObject({ code: 'TEXT_RISKY' });
    expect(await me.call('lesson.appeal', { ...about, text: RISKY_SAMPLE })).toMatchObject({ code: 'TEXT_RISKY' });
    expect(rolls()).toEqual([]);

    expect(await me.call('lesson.leave', { ...about, reason: '孩子发烧' })).toMatchObject({ ok: true });
  });

  test('an instructor’s reason for a correction stands on the record: risky, and no mark is taken', async () => {
    const teacher = await scene.holder('instructor', '李文秀', { instructorName: '李文秀' });
    scene.emulator.setClock(30 * HOUR);
    const at = scene.emulator.now();
    const marks = [
      { nonce: 'nonce-000001', memberId: me.memberId, state: 'present' as const, at, seen: 0, reason: RISKY_SAMPLE },
    ];
    const before = JSON.stringify(rolls());

    expect(await teacher.call('roll.mark', { ...about, device: 'phone-1', marks })).toMatchObject({
      code: 'TEXT_RISKY',
    });
    expect(JSON.stringify(rolls())).toBe(before);
    const good = marks.map(one => ({ ...one, reason: '当时没有信号' }));
    expect((await teacher.call('roll.mark', { ...about, device: 'phone-1', marks: good })).ok).toBe(true);
  });

  test('no reason, no question', async () => {
    const before = asked('security.msgSecCheck').length;
    await me.call('lesson.leave', { ...about, reason: ' ' });
    expect(asked('security.msgSecCheck')).toHaveLength(before);
  });
});

describe('the rank of an account', () => {
  const newcomer = async (openid: string): Promise<Person> => {
    const call = scene.emulator.as(openid, { hasty: true });
    const person = { ...scene.stranger(openid), openid, memberId: memberIdOf(openid), call };
    await good(person.call('member.save', PROFILE));
    return { ...person, enter: () => person.call('line.enter', { batchId: 'b' }) };
  };
  /** How many of so many calls at once are let in. */
  const letIn = async ({ call }: Person, calls: number): Promise<number> => {
    const answers = await Promise.all(range(calls).map(() => call('line.claim', { batchId: 'b', sectionId: 'tea' })));
    return answers.filter(answer => answer.ok || answer.code !== 'BUSY').length;
  };

  test('asked in the waiting room, once a batch, and by no claim', async () => {
    const person = await newcomer('oPlainPersonOfWaitingRoom');
    await good(person.enter());
    await good(person.enter());
    expect(asked('riskControl.getUserRiskRank').map(one => one.data)).toEqual([
      { appid: expect.any(String), openid: person.openid, scene: 1, client_ip: '127.0.0.1' },
    ]);
    await letIn(person, 3);
    expect(asked('riskControl.getUserRiskRank')).toHaveLength(1);
  });

  test('a risky one calls less often, and has its seat with one tap like everybody', async () => {
    const machine = await newcomer('oMachineOfWaitingRoom_risk4');
    const person = await newcomer('oPersonOfWaitingRoom_risk2');
    await good(machine.enter());
    await good(person.enter());
    // The instance learns whom to narrow with the facts of the batch.
    scene.emulator.setClock(HOUR + 60_000);
    await good(person.enter());
    scene.emulator.setClock(HOUR + 70_000);

    expect(await machine.call('line.claim', { batchId: 'b', sectionId: 'tea' })).toMatchObject({ ok: true });
    expect(await letIn(machine, 20)).toBeLessThanOrEqual(NARROW.size);
    expect(await letIn(person, 20)).toBe(20);
    expect(JSON.stringify(await good(machine.call('member.data', {})))).toContain('微信认为像机器的账号；');
    expect(JSON.stringify(await good(person.call('member.data', {})))).not.toContain('微信认为像机器的账号；');
  });

  test.each([[45009], ['silence']] as const)('%s instead of an answer: no effect', async fault => {
    scene.emulator.setAnswers({ 'riskControl.getUserRiskRank': fault });
    const person = await newcomer(`oUnranked${fault}_risk4`);

    expect((await person.enter()).ok).toBe(true);

    const standing = scene.emulator.database.read('standings').find(one => one['_id'] === person.memberId);
    expect(standing).toMatchObject({ holds: [] });
    expect(standing).not.toHaveProperty('narrowUntil');
  });

  test('in the last minutes before the opening nobody is asked about', async () => {
    const person = await newcomer('oLateComer_risk4');
    scene.emulator.setClock(HOUR - 120_000);
    const before = asked('riskControl.getUserRiskRank').length;
    await good(person.enter());
    expect(asked('riskControl.getUserRiskRank')).toHaveLength(before);
  });
});
