import { CONTRACT, DOOR_REFUSALS } from '../../../domain/api';
import { REFUSALS, type RefusalCode } from '../../../domain/base/codes';
import {
  comesAgainAfter,
  FATES,
  fateOf,
  isDecided,
  means,
  type AnswerCode,
  type Fate,
  type SettledCode,
} from '../../../domain/base/fate';

const codes = Object.keys(REFUSALS) as RefusalCode[];

test('every refusal and every lost answer has a fate, and nothing else has', () => {
  const known: string[] = [...codes, 'OFFLINE', 'TIMEOUT'];
  expect(Object.keys(FATES).filter(code => !known.includes(code))).toEqual([]);
  // Those without a row stand in the type.
  expect(Object.values(FATES)).not.toContain('settled');
  expect(fateOf('FULL')).toBe('settled');
});

test('a table without one of them does not compile', () => {
  const { BUSY: _busy, ...rest } = FATES;
  // @ts-expect-error The table must be exhaustive.
  const table: Record<Exclude<AnswerCode, SettledCode>, Fate> = rest;

  expect(Object.keys(table)).toHaveLength(Object.keys(FATES).length - 1);
});

test('a rule has always decided: only the door and the network leave an act open', () => {
  const open = codes.filter(code => !isDecided({ code }));

  expect(open.filter(code => !(DOOR_REFUSALS as readonly string[]).includes(code))).toEqual(['STOPPED']);
  const own = Object.values(CONTRACT).flatMap(({ refusals }) => refusals as readonly RefusalCode[]);
  expect(own.filter(code => !isDecided({ code }))).toEqual([]);
});

test('only "busy" names the time after which the app comes again', () => {
  expect(codes.filter(code => fateOf(code) === 'soon')).toEqual(['BUSY']);
  expect(comesAgainAfter({ details: { retryAfterMs: 700 } })).toBe(700);
  expect(comesAgainAfter({})).toBe(0);
});

test('a refusal that a newer server has made up is taken as decided', () => {
  const answer = { code: 'NOT_ON_A_SUNDAY' as AnswerCode };

  expect(isDecided(answer)).toBe(true);
  expect(means(answer, 'soon', 'silent', 'later', 'broken')).toBe(false);
});
