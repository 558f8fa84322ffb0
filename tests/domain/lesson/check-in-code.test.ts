import { DAY } from '../../../domain/base/clock';
import {
  CODE_LIFE_MS,
  CODE_SLOT_MS,
  codePrefix,
  codeText,
  isNumber,
  MOST_NUMBER_TRIES,
  NUMBER_TRIES_WITHIN_MS,
  readCode,
  slotOf,
  slotsTaken,
  slotStart,
  timing,
} from '../../../domain/lesson/check-in-code';

const SLOT = 180_000_000;
const start = slotStart(SLOT);

test('a code lives no longer than 15 s and a new one comes at least every 10 s', () => {
  expect(CODE_LIFE_MS).toBeLessThanOrEqual(15_000);
  expect(CODE_SLOT_MS).toBeLessThanOrEqual(10_000);
});

test.each([
  ['the millisecond before its life', -1_001, 'early'],
  ['its first millisecond', -1_000, 'taken'],
  ['when it is shown', 0, 'taken'],
  ['its last millisecond', 13_999, 'taken'],
  ['the millisecond after its life', 14_000, 'old'],
])('%s', (_, after, is) => {
  expect(timing(SLOT, start + after)).toBe(is);
});

test('a whole day of guessing hits one of the two numbers in less than one of a hundred', () => {
  const tries = (DAY / NUMBER_TRIES_WITHIN_MS) * MOST_NUMBER_TRIES;

  expect((2 * tries) / 10_000).toBeLessThan(0.01);
});

test('the slots that are taken at an instant are exactly those whose code is', () => {
  for (let at = start; at < start + CODE_SLOT_MS; at += 250) {
    const taken = [-2, -1, 0, 1, 2].map(step => SLOT + step).filter(slot => timing(slot, at) === 'taken');
    expect(slotsTaken(at).sort()).toEqual(taken);
  }
});

describe('reading', () => {
  const text = codeText(codePrefix('yc-spring-1-0003', 2, '0a1b2c3d'), slotOf(start), 'AbC_-1234567');
  const said = { sectionId: 'yc-spring-1-0003', lessonIndex: 2, keyId: '0a1b2c3d', slot: SLOT, mac: 'AbC_-1234567' };

  test.each([
    ['the code itself', text],
    ['a link that ends in it', `https://ketang.example/#/pages/checkin/index?code=${text}`],
    ['with spaces around it', ` ${text}\n`],
    ['followed by something else of the link', `https://ketang.example/c?code=${text}&from=scan`],
  ])('%s', (_, given) => {
    expect(readCode(given)).toEqual(said);
  });

  test.each([
    ['somebody’s shop', 'https://example.com/pay?order=1'],
    ['a letter more', `${text}x`],
    ['a letter less', text.slice(0, -1)],
    ['another version', text.replace('HG1', 'HG2')],
    ['nothing', ''],
  ])('not %s', (_, given) => {
    expect(readCode(given)).toBeNull();
  });
});

test.each([
  ['0427', true],
  ['０４２７', true],
  [' 0427 ', true],
  ['427', false],
  ['04275', false],
  ['42a7', false],
])('digits: %s', (text, is) => {
  expect(isNumber(text)).toBe(is);
});
