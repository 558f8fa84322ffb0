import { planCrowd } from '../../scripts/crowd/plan';
import { verdictOf, type Told } from '../../scripts/crowd/verdict';
import type { Section } from '../../domain/model';

const section = (ids: string[], capacity = 2, waitlistLimit = 1) =>
  ({
    _id: 's',
    capacity,
    waitlistLimit,
    line: ids.map((memberId, at) => ({ memberId, at })),
    lineCount: ids.length,
  }) as Section;
const told = (answers: Record<string, Told['kind']>): Told[] =>
  Object.entries(answers).map(([memberId, kind]) => ({ memberId, kind, sectionId: 's' }));

describe('the verdict on a rush', () => {
  test('is clean where record and answers agree', () => {
    const verdict = verdictOf([section(['a', 'b', 'c'])], told({ a: 'SEATED', b: 'SEATED', c: 'WAITING', d: 'FULL' }));

    expect(verdict).toEqual({
      seated: 2,
      capacity: 2,
      waiting: 1,
      oversold: 0,
      duplicates: 0,
      unanswered: 0,
      mistold: 0,
      undersold: 0,
    });
  });

  test.each<[string, Section, Record<string, Told['kind']>, object]>([
    [
      'three were told of two seats',
      section(['a', 'b', 'c']),
      { a: 'SEATED', b: 'SEATED', c: 'SEATED' },
      { oversold: 1, mistold: 1 },
    ],
    ['the line is longer than its limit', section(['a', 'b', 'c', 'd']), {}, { oversold: 1 }],
    ['somebody stands twice', section(['a', 'a', 'b']), { a: 'SEATED' }, { duplicates: 1 }],
    ['an acknowledged seat is gone', section(['b']), { a: 'SEATED' }, { mistold: 1 }],
    ['somebody was told full while a place was left', section(['a', 'b']), { c: 'FULL' }, { undersold: 1 }],
    ['somebody got no definite answer', section(['a']), { b: 'BUSY' }, { unanswered: 1 }],
    ['somebody was sent away by the clock', section(['a']), { b: 'OTHER' }, { unanswered: 1 }],
    ['two in line were swapped', section(['a', 'c', 'b']), { a: 'SEATED', b: 'SEATED', c: 'WAITING' }, { mistold: 2 }],
  ])('finds out when %s', (_, line, answers, found) => {
    expect(verdictOf([line], told(answers))).toMatchObject(found);
  });
});

describe('the plan of a crowd', () => {
  test('is the same for the same seed and another for another', () => {
    expect(planCrowd(500, 6, 1)).toEqual(planCrowd(500, 6, 1));
    expect(planCrowd(500, 6, 1)).not.toEqual(planCrowd(500, 6, 2));
  });

  test('wants every section, one far more than the last', () => {
    const { choice } = planCrowd(6_000, 6, 7);

    const wanted = Array.from({ length: 6 }, (_, i) => choice.filter(c => c === i).length).sort((a, b) => b - a);
    expect(wanted.reduce((sum, n) => sum + n)).toBe(6_000);
    expect(wanted[5]).toBeGreaterThan(0);
    expect(wanted[0]! / wanted[5]!).toBeGreaterThan(3);
  });
});
