import type { Change, Output } from '../../domain/api';
import type { Invite, Member, RecordEntry } from '../../domain/model';
import { good, HOUR, marking, ofTea, startClassroom, type Classroom } from './classroom';

/** The record as staff read it, and what staff may learn by asking. */
let room: Classroom;
beforeAll(async () => {
  room = await startClassroom();
}, 60_000);
afterAll(() => room.stop());

const record = () => room.emulator.database.read<RecordEntry>('record');

test('page by page nothing is lost, however many entries share an instant, and none comes twice', async () => {
  const now = room.now();
  // Sizes of instants that end on, before and behind the end of a page.
  const sizes = [1, 60, 49, 50, 51, 1, 1, 120, 3];
  const entries = sizes.flatMap((size, index) =>
    Array.from({ length: size }, (_, at) => ({
      _id: `night-${index}-${at}`,
      at: now - index * 1_000,
      by: 'nightly',
      byName: '自动',
      act: 'attendance.close',
      parts: ['结课'],
    })),
  );
  await room.emulator.database.import('record', entries);

  const seen: string[] = [];
  let after: Output<'staff.record'>['next'] | undefined;
  while (after !== null) {
    const page: Output<'staff.record'> = await good(room.staff.call('staff.record', after ? { after } : {}));
    seen.push(...page.entries.map(entry => entry._id));
    after = page.next;
  }

  expect(seen).toHaveLength(new Set(seen).size);
  expect(seen.sort()).toEqual(
    record()
      .map(entry => entry._id)
      .sort(),
  );
});

test('a search by number tells nothing that its answer does not show: the hidden part cannot be tried out', async () => {
  const [member] = room.emulator.database
    .read<{ _id: string; phone: string }>('members')
    .filter(one => /^1\d{10}$/.test(one.phone));
  if (!member) throw new Error('Nobody has a number');
  const { phone } = member;
  const found = async (query: string) =>
    (await good(room.staff.call('staff.find', { query }))).people.map(one => one.memberId);
  const guesses = ['0000', '1234', '9999'].map(middle => `${phone.slice(0, 3)}${middle}${phone.slice(-4)}`);

  const answers = await Promise.all([phone, ...guesses].map(found));

  expect(answers[0]).toContain(member._id);
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  const other = `${phone.slice(0, 7)}${phone.endsWith('0000') ? '0001' : '0000'}`;
  expect(await found(other)).not.toContain(member._id);
  expect(await found(' ')).toEqual([]);
});

describe('looks at people', () => {
  const looks = (act: string) =>
    record()
      .filter(entry => entry.act === act)
      .sort((a, b) => a.at - b.at);
  const nameOf = (id: string) => room.emulator.database.read<Member>('members').find(one => one._id === id)?.name ?? '';
  const search = (query: string) => good(room.staff.call('staff.find', { query }));
  const look = (memberId: string) => good(room.staff.call('staff.places', { memberId }));

  test('a search is on the record once an hour, whoever is found, without what was typed', async () => {
    room.at(-5 * HOUR);
    const before = looks('staff.find').length;

    for (const query of ['没有这个人', nameOf(room.worker(0).memberId), '没有这个人']) await search(query);
    room.at(-4 * HOUR);
    await search('也没有的人');

    const entries = looks('staff.find').slice(before);
    expect(entries.map(({ by, byName, parts }) => ({ by, byName, parts }))).toEqual(
      Array(2).fill({ by: room.staff.memberId, byName: nameOf(room.staff.memberId), parts: ['按姓名或手机号找人'] }),
    );
    expect(JSON.stringify(entries)).not.toContain('没有');
  });

  test('a look at somebody’s places is on the record once an hour for each person; who is nobody is not', async () => {
    const [one, other] = [room.worker(0), room.worker(1)];
    room.at(-5 * HOUR);

    for (const { memberId } of [one, other, one]) await look(memberId);
    await look('m-nobody');
    room.at(-4 * HOUR);
    await look(one.memberId);

    const entries = looks('staff.places');
    expect(entries.map(entry => entry.memberId)).toEqual([one, other, one].map(person => person.memberId));
    expect(entries[0]?.parts).toEqual(['查看', { memberId: one.memberId, name: nameOf(one.memberId) }, '报了哪些班']);
    expect(JSON.stringify(await good(one.call('member.data', {})))).toContain('报了哪些班');
  });
});

test('an invitation that is asked for again, at once or later, is one invitation with one code', async () => {
  const input = { actId: 'act-of-inviting-1', role: 'instructor', name: '周敏' } as const;

  const answers = await Promise.all([1, 2, 3].map(() => good(room.staff.call('invite.create', input))));
  answers.push(await good(room.staff.call('invite.create', input)));

  expect(new Set(answers.map(answer => answer.code)).size).toBe(1);
  expect(answers[0]?.code).toMatch(/^[2-9A-HJKMNP-Z]{10}$/);
  expect(room.emulator.database.read<Invite>('invites').filter(invite => invite.name === '周敏')).toHaveLength(1);
  expect(record().filter(entry => entry.act === 'invite.create')).toHaveLength(1);
  // Neither the code nor the app's id, from which it follows, is kept.
  expect(JSON.stringify([room.emulator.database.read('invites'), record()])).not.toMatch(
    new RegExp(`${answers[0]?.code}|${input.actId}`),
  );
  const other = await good(room.staff.call('invite.create', { ...input, actId: 'act-of-inviting-2' }));
  expect(other.code).not.toBe(answers[0]?.code);
});

test('whatever is done to somebody, their name stands in a part of its own and never in the words', async () => {
  const other = await startClassroom({ line: 6, capacity: 3 });
  const { staff, teacher } = other;
  const names = () => [...other.emulator.database.read<Member>('members').map(one => one.name), '周敏'];
  let acts = 0;
  const act = { actId: '', reason: '核对过' };
  const next = () => ({ ...act, actId: `act-with-names-${(acts += 1)}` });
  const change = (one: Change) => good(staff.call('change.make', { ...next(), change: one, dryRun: false }));
  const person = (index: number) => ({ sectionId: 'tea', memberId: other.worker(index).memberId });

  await change({ kind: 'movePerson', ...person(5), number: 1 });
  await change({ kind: 'removePerson', ...person(4) });
  await change({ kind: 'addPerson', ...person(4) });
  const { code } = await good(staff.call('invite.create', { role: 'instructor', name: '周敏' }));
  const invited = other.stranger('zhou');
  await good(invited.call('invite.accept', { code }));
  await good(staff.call('invite.dismiss', { ...next(), memberId: invited.memberId, role: 'instructor' }));
  const { inviteId } = await good(staff.call('invite.create', { role: 'instructor', name: '周敏' }));
  await good(staff.call('invite.revoke', { inviteId }));
  await good(staff.call('attendance.correct', { ...next(), ...ofTea, memberId: person(0).memberId, state: 'present' }));
  other.at(26 * HOUR);
  const late = [1, 2].map(index => marking(other, other.worker(index), 'absent', { reason: '补记' }));
  await good(teacher.call('roll.mark', { ...ofTea, device: 'phone', marks: late }));
  await good(staff.call('attendance.close', { actId: next().actId, ...ofTea }));
  const answer = { ...ofTea, memberId: person(1).memberId, forgiven: true, text: '好' };
  await good(staff.call('attendance.answer', { actId: next().actId, ...answer }));

  const entries = other.emulator.database.read<RecordEntry>('record');
  expect(new Set(entries.map(entry => entry.act)).size).toBeGreaterThanOrEqual(11);
  for (const { act: done, parts = [] } of entries)
    for (const words of parts.filter(part => typeof part === 'string'))
      expect([done, words, names().filter(name => name && words.includes(name))]).toEqual([done, words, []]);
  await other.stop();
}, 60_000);
