import type { Lesson, Section } from '../../domain/model';
import type { BatchSum } from '../../domain/report/sum';
import { crowdMembers } from '../../sample/crowd';
import { rollOf } from './reporting';
import { startScene } from './scene';

/** A year as 永川 had it: 72 classes and 3,991 people, each in one or two of them. */
const CLASSES = 72;
const PEOPLE = 3_991;
const LESSONS = 10;
const DAY = 86_400_000;
const KB = 1_024;

test('72 classes and 3,991 people: few calls, few operations, small documents and answers', async () => {
  const start = Date.now() - 100 * DAY;
  const lessons = Array.from({ length: LESSONS }, (_, index): Lesson => {
    const startsAt = start + index * 7 * DAY;
    return { startsAt, endsAt: startsAt + 90 * 60_000 };
  });
  const ids = Array.from({ length: CLASSES }, (_, index) => `class-${String(index).padStart(2, '0')}`);
  const scene = await startScene({
    sections: Object.fromEntries(ids.map((id, index) => [id, { lessons, capacity: 60, course: `课程${index % 12}` }])),
    batch: {
      opensAt: start - 20 * DAY,
      closesAt: start - 10 * DAY,
      firstLessonAt: start,
      lastLessonAt: lessons.at(-1)!.startsAt,
    },
    emulator: { instances: { min: 0, max: 1 } },
  });
  const { members } = crowdMembers(PEOPLE, 7, 'b', start);
  await scene.emulator.database.import('members', members);
  let visits = 0;
  for (const [index, id] of ids.entries()) {
    const section: Section = scene.section(id);
    // Everybody is in one class, and some are in the next one, too.
    const people = members.filter(
      (_, seat) => seat % CLASSES === index || (seat % CLASSES === index - 1 && seat % 5 === 0),
    );
    const rolls = lessons.map((lesson, at) =>
      rollOf(
        section,
        at,
        lesson,
        people.filter((_, seat) => at === 0 || (seat + at) % 6 !== 0).map(one => one._id),
      ),
    );
    visits += rolls.reduce((sum, roll) => sum + roll.markCount, 0);
    await scene.emulator.database.import('rolls', rolls);
  }
  const staff = await scene.holder('staff', '王敏');
  const year = new Date(start).getUTCFullYear();
  const span = { from: `${year}-01-01`, to: `${year}-12-31` };

  const calls: { operations: number; bytes: number }[] = [];
  let numbers;
  while (!numbers && calls.length < 10) {
    scene.emulator.database.resetOperations();
    const answer = await staff.call('report.span', span);
    if (!answer.ok) throw new Error(answer.code);
    const operations = Object.values(scene.emulator.database.operations()).reduce((sum, count) => sum + count, 0);
    calls.push({ operations, bytes: JSON.stringify(answer).length });
    numbers = answer.data.numbers;
  }

  expect(numbers).toMatchObject({ sections: CLASSES, lessons: CLASSES * LESSONS, people: PEOPLE, visits });
  expect(calls).toHaveLength(3);
  for (const { operations, bytes } of calls) {
    expect(operations).toBeLessThan(35);
    expect(bytes).toBeLessThan(100 * KB);
  }
  for (const sum of scene.emulator.database.read<BatchSum>('sums'))
    expect(JSON.stringify(sum).length).toBeLessThan(300 * KB);
  await scene.stop();
}, 120_000);
