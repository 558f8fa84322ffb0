import { instantsOf, monthsOf, spanOf, spanWords, yearBefore } from '../../../domain/report/span';
import { reportId } from '../../../domain/report/report-id';

const span = (from: string, to: string) => ({ from, to });

test.each([
  ['it ends before it begins', span('2027-03-02', '2027-03-01'), 'order'],
  ['367 days', span('2027-01-01', '2028-01-02'), 'long'],
  ['no such day', span('2027-02-29', '2027-12-31'), 'day'],
  ['no such month', span('2027-01-01', '2027-13-01'), 'day'],
])('no span: %s', (_, bad, why) => {
  expect(instantsOf(bad)).toEqual({ refused: 'BAD_SPAN', details: { why } });
});

test.each([
  ['one day', span('2027-03-01', '2027-03-01'), '2027-02-28T16:00Z', '2027-03-01T16:00Z'],
  ['a year', span('2027-01-01', '2027-12-31'), '2026-12-31T16:00Z', '2027-12-31T16:00Z'],
  ['366 days', span('2028-01-01', '2028-12-31'), '2027-12-31T16:00Z', '2028-12-31T16:00Z'],
])('days of Shanghai, both included: %s', (_, days, from, until) => {
  expect(instantsOf(days)).toEqual({ from: Date.parse(from), until: Date.parse(until) });
});

test('the same days a year earlier never overlap the span, on every day on which it can begin', () => {
  for (let at = Date.UTC(2027, 0, 1); at < Date.UTC(2029, 0, 1); at += 86_400_000) {
    const from = new Date(at).toISOString().slice(0, 10);
    for (const days of [1, 90, 365, 366]) {
      const to = new Date(at + (days - 1) * 86_400_000).toISOString().slice(0, 10);
      const [here, before] = [instantsOf({ from, to }), instantsOf(yearBefore({ from, to }))];
      if ('refused' in here || 'refused' in before) throw new Error(`${from} ${to}`);
      expect(before.until).toBeLessThanOrEqual(here.from);
    }
  }
});

test('a span in words, and the id of what is signed for it', () => {
  const said = [
    span('2027-01-01', '2027-12-31'),
    span('2027-01-01', '2027-06-30'),
    span('2027-07-01', '2027-12-31'),
    span('2027-03-01', '2027-05-31'),
    span('2026-09-01', '2027-01-31'),
    span('2027-03-01', '2027-03-01'),
  ].map(one => [spanWords(one), reportId(one, 1)]);
  expect(said).toEqual([
    ['2027年', '2027'],
    ['2027年上半年', '2027-01-01_2027-06-30'],
    ['2027年下半年', '2027-07-01_2027-12-31'],
    ['2027年3月1日至5月31日', '2027-03-01_2027-05-31'],
    ['2026年9月1日至2027年1月31日', '2026-09-01_2027-01-31'],
    ['2027年3月1日', '2027-03-01_2027-03-01'],
  ]);
  expect(reportId(span('2027-01-01', '2027-12-31'), 2)).toBe('2027-2');
});

test('今年, 去年, 上半年 follow from the clock of Shanghai', () => {
  const newYear = Date.parse('2026-12-31T16:00Z');
  expect([newYear - 1, newYear].map(now => spanOf('this', now).from)).toEqual(['2026-01-01', '2027-01-01']);
  expect(spanOf('last', newYear)).toEqual(span('2026-01-01', '2026-12-31'));
  expect(spanOf('half', newYear)).toEqual(span('2027-01-01', '2027-06-30'));
});

test('every month that a span touches', () => {
  expect(monthsOf(span('2026-11-30', '2027-02-01'))).toEqual(['2026-11', '2026-12', '2027-01', '2027-02']);
});

test.each([
  ['0001-01-01', '0001-12-31'],
  ['9998-12-01', '9999-11-30'],
  ['9999-01-01', '9999-12-31'],
])('the months from %s to %s, however far away somebody types, are twelve', (from, to) => {
  const months = monthsOf(span(from, to));
  expect(months).toHaveLength(12);
  expect([months[0], months[11]]).toEqual([from.slice(0, 7), to.slice(0, 7)]);
});
