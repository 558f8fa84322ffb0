import type { Input } from '../../domain/api';
import type { Section } from '../../domain/model';
import { codeText, slotOf } from '../../domain/lesson/check-in-code';
import { HOUR, MINUTE } from '../../domain/base/clock';
import { crowdMembers } from '../../sample/crowd';
import { planCrowd } from '../crowd/plan';
import type { Stage } from './stage';

/** What has happened before anybody looks. Each is made once, on a stage of its own. */

export const COMING = 'yc-spring-1';
export const RUNNING = 'yc-running';
/** The tea lesson of the evening. */
export const LESSON = { sectionId: `${RUNNING}-0007`, lessonIndex: 4 };

/** The lecture of the running batch. */
export const LECTURE = `${RUNNING}-0009`;

/** A batch that is over, its choir, and the instructor of the choir, who has no part in the sample. */
const PAST = 'yc-past';
export const CHOIR = `${PAST}-0001`;
export const CHOIR_TEACHER = 'picture-choir-teacher';

const CROWD = 1_000;
const LANES = 16;
const SEED = 8;

/** 20:00: the first batch has opened, and a crowd has come for its seats. 周建强 has one; 林晓芸 waits. */
export async function released(stage: Stage): Promise<void> {
  const { database } = stage.emulator;
  const sections = sectionsOf(stage, COMING);
  const { people, members, standings } = crowdMembers(CROWD, SEED, COMING, stage.emulator.now());
  await database.import('members', members);
  await database.import('standings', standings);
  const { choice } = planCrowd(CROWD, sections.length, SEED);

  stage.setTime('20:00:01');
  await stage.ask(stage.openid('周建强'), 'line.claim', { batchId: COMING, sectionId: `${COMING}-0002` });
  let next = 0;
  let guitarFull = false;
  const lane = async () => {
    while (next < people.length) {
      const i = next++;
      const section = sections[choice[i]!]!;
      await claim(stage, people[i]!.openid, section._id);
      if (guitarFull || i % 40 !== 0) continue;
      // She claims as soon as guqin has no seat left, so she is a little late.
      const { line } = sectionsOf(stage, COMING).find(one => one.course === '古琴')!;
      if (line.length < 22) continue;
      guitarFull = true;
      await claim(stage, stage.openid('林晓芸'), `${COMING}-0004`);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  // The first claim ten seconds later writes the counts that people see.
  stage.setTime('20:00:30');
  await claim(stage, people[0]!.openid, `${COMING}-0004`);
  // A minute later the timer collects the counts that staff see.
  stage.setTime('20:01:40');
  await stage.emulator.fireTimer('stroke');
}

/** Both a place and a refusal are normal answers to a crowd's claim. */
const claim = (stage: Stage, openid: string, sectionId: string) =>
  stage.emulator.call('line', { endpoint: 'line.claim', input: { batchId: COMING, sectionId } }, openid);

/** 18:52: the tea lesson's first people have scanned the instructor's code. */
export async function arrived(stage: Stage): Promise<void> {
  const section = sectionsOf(stage, RUNNING).find(one => one._id === LESSON.sectionId)!;
  const code = await codeNow(stage);
  for (const seat of [0, 1, 3, 6, 7, 9]) {
    const member = stage.sample.collections.members.find(one => one._id === section.line[seat]!.memberId)!;
    await stage.ask(member.openid, 'lesson.checkIn', { code });
  }
}

/** 19:15: a lecture has been moved to this evening, to 李文秀. Forty people have come, and some have no phone. */
export async function hall(stage: Stage): Promise<void> {
  const lesson = { sectionId: LECTURE, lessonIndex: 0 };
  const startsAt = stage.emulator.now() - (stage.emulator.now() % HOUR) + HOUR + 20 * MINUTE;
  const acts: Input<'change.make'>['change'][] = [
    { kind: 'moveLesson', ...lesson, startsAt, endsAt: startsAt + 2 * HOUR },
    { kind: 'instructor', sectionId: LECTURE, instructor: '李文秀' },
  ];
  for (const [i, change] of acts.entries())
    await stage.ask(stage.openid('王敏'), 'change.make', {
      actId: `picture-hall-${i}`,
      change,
      reason: '报告厅周六检修',
      dryRun: false,
    });
  stage.setTime('19:15');
  const code = await codeNow(stage, lesson);
  const { line } = sectionsOf(stage, RUNNING).find(one => one._id === LECTURE)!;
  for (const { memberId } of line.slice(0, 40)) {
    const { openid } = stage.sample.collections.members.find(one => one._id === memberId)!;
    await stage.ask(openid, 'lesson.checkIn', { code });
  }
  const actId = 'picture-heads';
  await stage.ask(stage.openid('李文秀'), 'roll.headCount', { actId, ...lesson, count: 12, seen: 0 });
}

/** What the instructor's phone shows at this moment. */
export async function codeNow(
  stage: Stage,
  lesson: { sectionId: string; lessonIndex: number } = LESSON,
): Promise<string> {
  const { prefix, firstSlot, macs } = await stage.ask(stage.openid('李文秀'), 'roll.code', lesson);
  const slot = slotOf(stage.emulator.now());
  return codeText(prefix, slot, macs[slot - firstSlot]!);
}

/** The next morning: somebody explains why an absence should not count, and staff have changed a few things. */
export async function nextMorning(stage: Stage): Promise<void> {
  const { openid, sectionId, lessonIndex } = absentee(stage);
  await stage.ask(openid, 'lesson.appeal', {
    sectionId,
    lessonIndex,
    text: '那天临时加班到九点，来不及在小程序里请假',
  });
  stage.setTime('+1 08:31');
  const acts: [Input<'change.make'>['change'], string][] = [
    [{ kind: 'place', sectionId: `${RUNNING}-0003`, place: '职工服务中心培训楼303教室' }, '204 书画室漏水'],
    [{ kind: 'capacity', sectionId: `${RUNNING}-0001`, capacity: 26 }, '形体房加了两张垫子'],
    [{ kind: 'cancelLesson', sectionId: `${RUNNING}-0006`, lessonIndex: 6 }, '讲师外出培训'],
  ];
  for (const [i, [change, reason]] of acts.entries())
    await stage.ask(stage.openid('王敏'), 'change.make', { actId: `picture-act-${i}`, change, reason, dryRun: false });
}

/** 18:52: people of a choir that is over have taken their certificates, and its instructor has accepted her invitation. */
export async function afterwards(stage: Stage): Promise<void> {
  // She wants to learn two things, and one of them has an answer.
  await stage.ask(stage.openid('林晓芸'), 'wish.voice', { wishId: 'w-sample-zheng', on: true, when: ['2e'] });
  const [choir] = sectionsOf(stage, PAST).filter(one => one._id === CHOIR);
  const { members } = stage.sample.collections;
  const some = choir!.line.filter((_, seat) => seat % 3 === 2);
  for (const { memberId } of some) {
    const { openid } = members.find(one => one._id === memberId)!;
    // Some of them did not come often enough, so a refusal is normal.
    await stage.emulator.call('app', { endpoint: 'certificate.take', input: { sectionId: CHOIR } }, openid);
  }
  const { instructor: name, organisation } = choir!;
  const { code } = await stage.ask(stage.openid('王敏'), 'invite.create', { role: 'instructor', name, organisation });
  await stage.ask(CHOIR_TEACHER, 'invite.accept', { code });
}

/** The people who missed a lesson of the batch under way, the last time that anybody did. */
export function absentee(stage: Stage) {
  const rolls = stage.sample.collections.rolls
    .filter(roll => roll.batchId === RUNNING && roll.noShows.length > 0)
    .sort((a, b) => b.startsAt - a.startsAt);
  const roll = rolls[0]!;
  const member = stage.sample.collections.members.find(one => one._id === roll.noShows[0])!;
  return { openid: member.openid, sectionId: roll.sectionId, lessonIndex: roll.lessonIndex };
}

const sectionsOf = (stage: Stage, batchId: string): Section[] =>
  stage.emulator.database.read<Section>('sections').filter(one => one.batchId === batchId);
