import * as fc from 'fast-check';
import { HOUR, MINUTE } from '../../../domain/base/clock';
import {
  hoursOf,
  isDoubtful,
  neededOf,
  progressIn,
  stateOf,
  type Certificate,
} from '../../../domain/certificate/certificate';
import { CODE_LENGTH, codeFrom, LETTERS, readCode, spacedCode } from '../../../domain/certificate/code';
import { maskName } from '../../../domain/base/mask';
import { factsOf, type Stated } from '../../../domain/certificate/facts';
import type { Lesson } from '../../../domain/model';
import { emptyRoll, type Mark, type MarkState, type Roll } from '../../../domain/roll/roll';
import { section } from '../line/sections';

const TERMS = { percent: 70, hourMinutes: 45 };
const begin = Date.UTC(2027, 2, 1, 1);
const lesson = (index: number, minutes = 90): Lesson => ({
  startsAt: begin + index * 24 * HOUR,
  endsAt: begin + index * 24 * HOUR + minutes * MINUTE,
});
const mark = (memberId: string, state: MarkState, index: number): Mark => ({
  nonce: `${memberId}-${index}`,
  memberId,
  state,
  source: 'instructor',
  at: begin + index,
  receivedAt: begin + index,
  by: 'm-teacher',
  device: 'd',
  seen: 0,
});
const tea = section({ lessons: Array.from({ length: 12 }, (_, index) => lesson(index)) }, 'a', 'b');
/** Rolls of the first lessons: who came to which. */
const rolls = (came: Record<string, number>, states: MarkState = 'present', lessons = 12): Roll[] =>
  tea.lessons.slice(0, lessons).map((one, index) => ({
    ...emptyRoll(tea, index, one),
    closedAt: one.endsAt,
    expected: ['a', 'b'],
    marks: Object.entries(came).flatMap(([id, count]) => (index < count ? [mark(id, states, index)] : [])),
    markCount: 0,
  }));
const batch = { certificate: TERMS };
const stateFor = (id: string, given: Roll[], of = tea, terms: typeof batch | object = batch) =>
  stateOf(terms, of, progressIn(of, given, TERMS).of(id));

describe('how many lessons', () => {
  test.each([
    [12, 70, 9],
    [10, 70, 7],
    [3, 100, 3],
    [3, 1, 1],
    [1, 50, 1],
    [8, 75, 6],
  ])('%i lessons at %i %% are %i', (held, percent, needed) => expect(neededOf(held, percent)).toBe(needed));

  test('it is the least number whose share is at least the percentage', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 100 }), (held, percent) => {
        const needed = neededOf(held, percent);
        expect(needed * 100).toBeGreaterThanOrEqual(percent * held);
        expect((needed - 1) * 100).toBeLessThan(percent * held);
      }),
    );
  });

  test('nine of twelve reach it, eight do not', () => {
    expect(stateFor('a', rolls({ a: 9 }))).toBe('reached');
    expect(stateFor('a', rolls({ a: 8 }))).toBe('short');
  });

  test('late is come, leave and absence are not', () => {
    expect(stateFor('a', rolls({ a: 12 }, 'late'))).toBe('reached');
    expect(stateFor('a', rolls({ a: 12 }, 'leave'))).toBe('short');
    expect(stateFor('a', rolls({ a: 12 }, 'absent'))).toBe('short');
  });

  test('a guest of a lesson has come to it, too', () => {
    const given = rolls({ guest: 9 }).map(roll => ({
      ...roll,
      guests: [{ memberId: 'guest', at: begin, as: 'walk-in' as const, seatOf: null }],
    }));

    expect(stateFor('guest', given)).toBe('reached');
  });
});

describe('when', () => {
  test('not before every lesson that is held is closed', () => {
    expect(stateFor('a', rolls({ a: 11 }, 'present', 11))).toBe('running');
  });

  test('a lesson that was called off is not held, and eleven at 70 % are eight', () => {
    const eleven = {
      ...tea,
      lessons: tea.lessons.map((one, index) => (index === 11 ? { ...one, cancelled: true as const } : one)),
    };

    expect(stateFor('a', rolls({ a: 8 }, 'present', 11), eleven)).toBe('reached');
  });

  test('a class that was called off gives none, nor does a batch that does not say so', () => {
    expect(stateFor('a', rolls({ a: 12 }), { ...tea, cancelledAt: begin + 100 * 24 * HOUR })).toBe('calledOff');
    expect(stateFor('a', rolls({ a: 12 }), tea, {})).toBe('off');
  });

  test('a correction below the threshold makes it doubtful, unless it is revoked', () => {
    const short = progressIn(tea, rolls({ a: 8 }), TERMS).of('a');

    expect(isDoubtful({} as Certificate, tea, short)).toBe(true);
    expect(isDoubtful({ revoked: { at: 1, actId: 'a', reason: '' } } as Certificate, tea, short)).toBe(false);
  });

  test('a class that has lost its names makes none doubtful, because nobody came to it by name any more', () => {
    const without = progressIn(tea, rolls({ x1: 12 }), TERMS).of('a');

    expect(without.came).toBe(0);
    expect(isDoubtful({} as Certificate, { ...tea, anonymousAt: 1 }, without)).toBe(false);
  });
});

describe('hours', () => {
  test.each([
    [90, 45, 2],
    [100, 45, 2],
    [112, 45, 2],
    [113, 45, 2.5],
    [45, 45, 1],
    [20, 45, 0],
    [60, 60, 1],
  ])('%i minutes at %i a 学时 are %d', (minutes, of, hours) => expect(hoursOf(minutes * MINUTE, of)).toBe(hours));

  test('they are those of the lessons that the person came to', () => {
    expect(progressIn(tea, rolls({ a: 9, b: 3 }), TERMS).of('a').hours).toBe(18);
    expect(progressIn(tea, rolls({ a: 9, b: 3 }), TERMS).of('b').hours).toBe(6);
    expect(progressIn(tea, rolls({ a: 9 }), TERMS).of('nobody')).toMatchObject({ came: 0, hours: 0 });
  });
});

describe('the code', () => {
  test('has thirty letters, none of them mistaken for another', () => {
    expect(new Set(LETTERS).size).toBe(30);
    expect(LETTERS).not.toMatch(/[01OILU]/);
  });

  test('every letter is as likely as any other', () => {
    const bytes = Array.from({ length: 256 * CODE_LENGTH }, (_, index) => index % 256);
    let next = 0;
    const codes = Array.from({ length: 240 }, () => codeFrom(() => bytes[next++ % bytes.length]!)).join('');
    const counts = [...LETTERS].map(letter => codes.split(letter).length - 1);

    expect(Math.max(...counts)).toBe(Math.min(...counts));
  });

  test('is read as people type it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...LETTERS), { minLength: 12, maxLength: 12 }), letters => {
        const code = letters.join('');
        for (const typed of [code, spacedCode(code), ` ${code.toLowerCase()} `, spacedCode(code).replace(/-/g, ' ')])
          expect(readCode(typed)).toEqual({ code });
      }),
    );
  });

  test.each([
    ['', '请写证明上的编号'],
    ['ABCD-EFGH-JKM0', '编号里没有 0：没有数字 0、1，也没有字母 O、I、L、U，请再看一遍'],
    ['ABCDEFGHJKM', '编号是 12 位，现在是 11 位'],
    ['ABCDEFGHJKMNP', '编号是 12 位，现在是 13 位'],
    ['ABCDEFGHJKM中', '编号里只有字母和数字，没有“中”'],
  ])('%j is refused in words', (typed, fault) => expect(readCode(typed)).toEqual({ fault }));
});

test('every fact of a certificate is in the one list, and a name shows its ends only', () => {
  const stated: Stated = {
    code: 'ABCDEFGHJKMN',
    union: '区总工会',
    course: '茶艺',
    title: '茶艺 初级班',
    hours: 18,
    came: 9,
    held: 12,
    from: begin,
    until: begin + 11 * 24 * HOUR,
    issuedAt: begin + 20 * 24 * HOUR,
  };
  const said = factsOf(stated, '张*丽')
    .map(([, text]) => text)
    .join(' ');

  for (const one of [
    '张*丽',
    '茶艺 初级班',
    '18 学时',
    '12 次课来了 9 次',
    '区总工会',
    'ABCD-EFGH-JKMN',
    '2027年3月1日',
  ])
    expect(said).toContain(one);
  expect(['张桂丽', '王敏', '欧阳文秀', '王'].map(maskName)).toEqual(['张*丽', '王*', '欧**秀', '王*']);
});
