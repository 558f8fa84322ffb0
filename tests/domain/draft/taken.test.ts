import * as fc from 'fast-check';
import { HOUR } from '../../../domain/base/clock';
import type { DraftSection, Lesson } from '../../../domain/model';
import { draftProblems, mayPublish } from '../../../domain/draft/draft-problems';
import { takenProblems, type TakenBy } from '../../../domain/draft/taken';
import { draft, draftSection, NOW, weekly } from './drafts';

/** A class of the spring batch that has nothing in common with `draftSection('0001')` but the time. */
const published = (change: Partial<TakenBy> = {}): TakenBy => ({
  course: '古琴',
  name: '二班',
  instructor: '周子墨',
  place: '职工服务中心 301室',
  lessons: weekly('2027-03-17', 3),
  batchTitle: '2027 春季第一期',
  ...change,
});
const words = (change: Partial<DraftSection>, ...taken: TakenBy[]) =>
  takenProblems({ sections: [draftSection('0001', change)] }, taken).map(problem => problem.text);

test.each<[string, Partial<DraftSection>, Partial<TakenBy>, string[]]>([
  ['nothing in common', {}, {}, []],
  [
    'one room',
    { place: '职工服务中心301室' },
    {},
    ['茶艺0001班和“2027 春季第一期”的古琴二班在 3月17日 周三 19:00 是同一间教室（职工服务中心301室），请核对'],
  ],
  [
    'one instructor, written otherwise',
    { instructor: '李文秀、周 子墨老师' },
    {},
    ['茶艺0001班和“2027 春季第一期”的古琴二班在 3月17日 周三 19:00 是同一位老师（周子墨），请核对'],
  ],
  [
    'both',
    { instructor: '周子墨', place: '职工服务中心301室' },
    {},
    [expect.stringContaining('是同一位老师（周子墨）、同一间教室（职工服务中心301室）') as unknown as string],
  ],
  ['one room on other days', { place: '职工服务中心301室', lessons: weekly('2027-03-18', 3) }, {}, []],
  ['nobody and nowhere yet', { instructor: '待定', place: '待定' }, { instructor: '待定', place: '待定' }, []],
])('%s', (_, change, other, told) => {
  expect(words(change, published(other))).toEqual(told);
});

test('a lesson that was called off takes nothing, one that ends when the other begins neither', () => {
  const place = '职工服务中心301室';
  const [first, ...others] = weekly('2027-03-17', 2);
  const off = published({ lessons: [{ ...first!, cancelled: true }, ...others] });
  const before = weekly('2027-03-17', 1).map(({ startsAt }) => ({ startsAt: startsAt - HOUR, endsAt: startsAt }));

  expect(words({ place }, off)).toEqual([expect.stringContaining('3月24日 周三 19:00')]);
  expect(words({ place }, published({ lessons: before }))).toEqual([]);
});

test('a room that is not known yet is shared with nobody', () => {
  const open = { instructor: '周子墨', place: '待定' };

  expect(words(open, published(open))).toEqual([expect.stringMatching(/是同一位老师（周子墨），请核对$/)]);
});

test('the earliest is told first, in whatever order the classes come', () => {
  const place = '职工服务中心301室';
  const late = published({ name: '三班', lessons: weekly('2027-03-24', 1) });

  const told = [words({ place }, late, published()), words({ place }, published(), late)];

  for (const [first] of told) expect(first).toContain('古琴二班在 3月17日');
});

test('it is a warning at the class and does not stand in the way', () => {
  const sections = [draftSection('0001'), draftSection('0002', { place: '职工服务中心 301室' })];
  const problems = draftProblems(draft({ sections }), NOW, [published()]);

  expect(problems).toEqual([{ where: { key: '0002' }, text: expect.any(String), warning: true }]);
  expect(mayPublish(problems)).toBe(true);
});

test('of very many classes the first are named and the others counted', () => {
  const taken = Array.from({ length: 40 }, (_, at) => published({ name: `${at}班`, lessons: weekly('2027-03-17', 3) }));

  const told = words({ place: '职工服务中心301室' }, ...taken);

  expect(told).toHaveLength(4);
  expect(told[3]).toBe('茶艺0001班还和另外 37 个已发布的班撞了教室或老师，请核对');
});

describe('against a reference that compares everything with everything', () => {
  const at = (hour: number): number => NOW + hour * HOUR;
  const lessons = fc
    .array(fc.record({ begin: fc.nat(60), hours: fc.integer({ min: 1, max: 3 }), cancelled: fc.boolean() }), {
      maxLength: 4,
    })
    .map(list => {
      const sorted: Lesson[] = [];
      for (const { begin, hours, cancelled } of list.sort((a, b) => a.begin - b.begin))
        if (at(begin) >= (sorted.at(-1)?.endsAt ?? 0))
          sorted.push({ startsAt: at(begin), endsAt: at(begin + hours), ...(cancelled ? { cancelled: true } : {}) });
      return sorted;
    });
  const facts = fc.record({
    instructor: fc.constantFrom('陈静', '李芳', '陈静、李芳', '待定'),
    place: fc.constantFrom('301室', '302室', '待定'),
    lessons,
  });
  const PEOPLE: Record<string, string[]> = { 陈静: ['陈静'], 李芳: ['李芳'], '陈静、李芳': ['陈静', '李芳'], 待定: [] };
  type Facts = Pick<TakenBy, 'instructor' | 'place' | 'lessons'>;

  /** When the two first collide, or never. */
  const firstClash = (one: Facts, other: Facts): number | undefined => {
    const person = PEOPLE[one.instructor]!.some(name => PEOPLE[other.instructor]!.includes(name));
    const room = one.place === other.place && one.place !== '待定';
    if (!person && !room) return undefined;
    const found = one.lessons.filter(
      mine =>
        !mine.cancelled &&
        other.lessons.some(
          theirs => !theirs.cancelled && mine.startsAt < theirs.endsAt && theirs.startsAt < mine.endsAt,
        ),
    );
    return found.length > 0 ? Math.min(...found.map(lesson => lesson.startsAt)) : undefined;
  };

  test('it finds the same pairs', () => {
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 3 }), fc.array(facts, { maxLength: 3 }), (mine, theirs) => {
        const sections = mine.map((change, index) => draftSection(`000${index}`, change));
        const taken = theirs.map((change, index) => published({ name: `${index}号班`, ...change }));

        const found = takenProblems({ sections }, taken).map(({ where, text }) =>
          [(where as { key: string }).key, /的古琴(\d)号班/.exec(text)?.[1]].join(' '),
        );

        const expected = mine.flatMap((one, index) =>
          theirs.flatMap((other, otherIndex) =>
            firstClash(one, other) === undefined ? [] : [`000${index} ${otherIndex}`],
          ),
        );
        expect(found.sort()).toEqual(expected.sort());
      }),
    );
  });
});
