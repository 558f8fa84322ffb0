import type { Invite, Member } from '../../domain/model';
import { actId } from './drafting';
import { good, ofTea, startClassroom, type Classroom, shown } from './classroom';
import { range, startScene, type Person, type Scene } from './scene';

/** What somebody gave out while they had a role is worth nothing once they have it no more. */
const OWNER = 'the-owner-of-this-environment';
let scene: Scene | undefined;
afterEach(() => scene?.stop());

const dismiss = (by: Person, whom: Person, role: 'staff' | 'instructor') =>
  good(by.call('invite.dismiss', { actId: actId(), memberId: whom.memberId, role, reason: '换人' }));

describe('invitations', () => {
  let staff: Person;
  let rogue: Person;
  beforeEach(async () => {
    scene = await startScene({
      sections: { tea: {} },
      emulator: { instances: { min: 0, max: 4 }, env: { HG_OWNER_KEY: OWNER } },
    });
    staff = await scene.holder('staff', '王敏');
    rogue = await scene.holder('staff', '李四');
  });
  const codeFor = async (role: 'staff' | 'instructor', name: string) =>
    (await good(rogue.call('invite.create', { role, name }))).code;
  const roles = (person: Person) =>
    scene!.emulator.database.read<Member>('members').find(one => one._id === person.memberId)?.roles ?? [];

  test('who is dismissed comes back by no code of their own, and nobody else does', async () => {
    const codes = [await codeFor('staff', '新来的同事'), await codeFor('instructor', '周敏')];
    await dismiss(staff, rogue, 'staff');

    for (const code of codes)
      for (const person of [rogue, scene!.stranger('friend')]) {
        expect(await person.call('invite.look', { code })).toMatchObject({ code: 'INVITE_INVALID' });
        expect(await person.call('invite.accept', { code })).toMatchObject({ code: 'INVITE_INVALID' });
        expect(roles(person)).toEqual([]);
      }
    const { invites } = await good(staff.call('invite.list', {}));
    expect(invites.map(invite => invite.state)).toEqual(['revoked', 'revoked']);
  });

  test('becoming staff again does not open them again', async () => {
    const code = await codeFor('staff', '新来的同事');
    await dismiss(staff, rogue, 'staff');
    const back = await good(staff.call('invite.create', { role: 'staff', name: '李四' }));
    await good(rogue.call('invite.accept', { code: back.code }));

    expect(await scene!.stranger('friend').call('invite.accept', { code })).toMatchObject({ code: 'INVITE_INVALID' });
  });

  test('who erases themselves leaves no way back', async () => {
    const code = await codeFor('staff', '新来的同事');
    // Staff are first dismissed by a colleague.
    await dismiss(staff, rogue, 'staff');
    await good(rogue.call('member.erase', { confirmed: '删除我的资料' }));

    expect(await scene!.stranger('friend').call('invite.accept', { code })).toMatchObject({ code: 'INVITE_INVALID' });
  });

  test('nobody accepts what they wrote themselves', async () => {
    const code = await codeFor('instructor', '周敏');

    expect(await rogue.call('invite.accept', { code })).toMatchObject({ code: 'INVITE_INVALID' });
    expect(roles(rogue)).toEqual(['staff']);
  });

  test('dismissal and acceptance at once: whichever comes first, a code is never taken after its writer was dismissed', async () => {
    for (const round of range(6)) {
      const writer = await scene!.holder('staff', `甲${round}`);
      const { code } = await good(writer.call('invite.create', { role: 'staff', name: '乙' }));
      const friend = scene!.stranger(`friend-${round}`);
      const [, accepted] = await Promise.all([dismiss(staff, writer, 'staff'), friend.call('invite.accept', { code })]);

      const invite = scene!.emulator.database.read<Invite>('invites').find(one => one.createdBy === writer.memberId)!;
      expect(invite.usedBy).toBe(accepted.ok ? friend.memberId : null);
      expect(roles(friend)).toEqual(accepted.ok ? ['staff'] : []);
      expect(await scene!.stranger('late').call('invite.accept', { code })).toMatchObject({ code: 'INVITE_INVALID' });
    }
  });

  test('of several first invitations of the console one makes the first staff member, the others end with it', async () => {
    for (const person of [staff, rogue]) {
      const member = scene!.emulator.database.read<Member>('members').find(one => one._id === person.memberId)!;
      await scene!.set('members', { ...member, roles: [] });
    }
    const event = { Type: 'Timer', TriggerName: 'first-staff', Key: OWNER };
    const codes: string[] = [];
    for (const _ of range(3))
      codes.push(((await scene!.emulator.call('desk', event)) as { data: { code: string } }).data.code);
    const people = range(3).map(index => scene!.stranger(`first-${index}`));

    const answers = await Promise.all(people.map((person, at) => person.call('invite.accept', { code: codes[at]! })));
    const later = await Promise.all(codes.map(code => scene!.stranger('late').call('invite.accept', { code })));

    expect(answers.filter(answer => answer.ok)).toHaveLength(1);
    expect(people.filter(person => roles(person).includes('staff'))).toHaveLength(1);
    for (const answer of later) expect(answer).toMatchObject({ code: 'INVITE_INVALID' });
  });
});

describe('codes on the screen', () => {
  let room: Classroom;
  const code = () => shown(room);
  beforeEach(async () => {
    room = await startClassroom();
    scene = room;
  });
  const expectRefused = async ({ code, number }: { code: string; number: string }) => {
    expect(await room.worker(0).call('lesson.checkIn', { code })).toMatchObject({ code: 'CODE_UNREADABLE' });
    expect(await room.worker(0).call('lesson.checkIn', { code: number })).toMatchObject({ code: 'NUMBER_WRONG' });
    expect(room.roll()?.marks ?? []).toEqual([]);
  };
  /** Longer than an instance remembers who runs a class. */
  const aMomentLater = () => room.at(6_000);

  test('an instructor who was dismissed', async () => {
    const before = await code();
    await dismiss(room.staff, room.teacher, 'instructor');
    aMomentLater();

    await expectRefused(before);
  });

  test('an instructor whose class somebody else has taken over; the new one’s are taken at once', async () => {
    const before = await code();
    const change = { kind: 'instructor', sectionId: 'tea', instructor: '周敏' } as const;
    await good(room.staff.call('change.make', { actId: actId(), change, reason: '换老师', dryRun: false }));
    aMomentLater();
    await expectRefused(before);

    const zhou = await room.holder('instructor', '周敏', { instructorName: '周敏' });
    const after = await shown({ ...room, teacher: zhou });
    expect(await room.worker(0).call('lesson.checkIn', { code: after.code })).toMatchObject({ ok: true });
    expect((await good(zhou.call('roll.lesson', ofTea))).people[0]!.mark).toMatchObject({ state: 'present' });
  });

  test('an instructor who erased themselves', async () => {
    const before = await code();
    await good(room.teacher.call('member.erase', { confirmed: '删除我的资料' }));
    aMomentLater();

    await expectRefused(before);
  });
});
