import type { EndpointName } from '../../../domain/api';
import { DEAR, WIDE } from '../../../domain/api/rate-limit';

jest.mock('../../../server/line/narrowed', () => ({ isNarrowed: () => false }));

const NOW = 1_000_000;
let inEndpoint: (endpoint: EndpointName, memberId: string, now: number) => number;
const waitOf = (memberId: string, now: number) => inEndpoint('line.claim', memberId, now);
beforeEach(async () => {
  jest.resetModules();
  ({ waitOf: inEndpoint } = await import('../../../server/base/buckets'));
});

/** So many different people call once. */
const othersCall = (count: number, name = 'other') => {
  for (let i = 0; i < count; i++) expect(waitOf(`${name}${i}`, NOW)).toBe(0);
};
const useUp = (memberId: string) => {
  for (let i = 0; i < WIDE.size; i++) expect(waitOf(memberId, NOW)).toBe(0);
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

test('what costs much has a bucket of its own: whoever has used it up is let in elsewhere, and the other way round', () => {
  for (let i = 0; i < DEAR.size; i++) expect(inEndpoint('member.data', 'reader', NOW)).toBe(0);
  expect(inEndpoint('member.save', 'reader', NOW)).toBe(DEAR.everyMs);
  useUp('reader');
  expect(inEndpoint('member.data', 'reader', NOW + DEAR.everyMs)).toBe(0);
});
