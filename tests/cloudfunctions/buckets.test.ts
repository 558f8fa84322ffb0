import { BUCKET_SIZE } from '../../domain/rules/rate-limit';

jest.mock('../../cloudfunctions/memory/narrowed', () => ({ isNarrowed: () => false }));

const NOW = 1_000_000;
let waitOf: (memberId: string, now: number) => number;
beforeEach(async () => {
  jest.resetModules();
  ({ waitOf } = await import('../../cloudfunctions/memory/buckets'));
});

/** So many different people call once. */
const othersCall = (count: number, name = 'other') => {
  for (let i = 0; i < count; i++) expect(waitOf(`${name}${i}`, NOW)).toBe(0);
};
const useUp = (memberId: string) => {
  for (let i = 0; i < BUCKET_SIZE; i++) expect(waitOf(memberId, NOW)).toBe(0);
  expect(waitOf(memberId, NOW)).toBeGreaterThan(0);
};

test('who hammers is remembered while thousands of others call', () => {
  useUp('script');
  othersCall(4_900);
  expect(waitOf('script', NOW)).toBeGreaterThan(0);
});

test('who goes on hammering is remembered however many others call', () => {
  useUp('script');
  for (let wave = 0; wave < 10; wave++) {
    othersCall(3_000, `wave${wave}-`);
    expect(waitOf('script', NOW)).toBeGreaterThan(0);
  }
});

test('who is long gone is forgotten: the memory has its bound', () => {
  useUp('script');
  othersCall(10_000);
  expect(waitOf('script', NOW)).toBe(0);
});
