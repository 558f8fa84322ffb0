import type { Lesson } from '../../../domain/model';
import { clashLinks, type ClashFacts } from '../../../domain/line/clash-links';

/** One lesson at that hour. */
const at = (hour: number, change: Partial<Lesson> = {}): Lesson[] => [{ startsAt: hour, endsAt: hour + 1, ...change }];
const facts = (_id: string, lessons: Lesson[], clashIds: string[] = []): ClashFacts => ({
  _id,
  batchId: _id.slice(0, -2),
  lessons,
  clashIds,
  revision: 1,
});
const links = (sections: ClashFacts[]) =>
  Object.fromEntries(clashLinks(sections, 'n').map(section => [section._id, section.clashIds]));

test('a new batch and the old ones name each other, and nothing else changes', () => {
  expect(
    links([
      facts('a-1', at(5), ['c-1']),
      facts('a-2', at(7)),
      facts('c-1', at(5), ['a-1']),
      facts('n-1', at(5)),
      facts('n-2', at(5)),
      facts('n-3', at(8)),
    ]),
  ).toEqual({
    'a-1': ['c-1', 'n-1', 'n-2'],
    'c-1': ['a-1', 'n-1', 'n-2'],
    'n-1': ['a-1', 'c-1', 'n-2'],
    'n-2': ['a-1', 'c-1', 'n-1'],
  });
});

test('ids of sections that moved away or are gone are taken back', () => {
  expect(links([facts('a-1', at(5), ['n-1', 'n-9', 'c-1']), facts('n-1', at(6), ['a-1'])])).toEqual({
    'a-1': ['c-1'],
    'n-1': [],
  });
});

test('what is right already, in whatever order, is not written again', () => {
  expect(
    links([
      facts('a-1', at(5), ['n-2', 'n-1']),
      facts('n-1', at(5), ['n-2', 'a-1']),
      facts('n-2', at(5), ['a-1', 'n-1']),
    ]),
  ).toEqual({});
});

test('a class that was called off clashes with nothing, in this batch and in others', () => {
  const off = { cancelledAt: 1 };
  const all = [facts('a-1', at(5)), { ...facts('n-1', at(5), ['a-1', 'n-2']), ...off }, facts('n-2', at(5))];

  expect(links(all)).toEqual({ 'a-1': ['n-2'], 'n-1': [], 'n-2': ['a-1'] });
  expect(clashLinks([{ ...facts('a-1', at(5)), ...off }, facts('n-1', at(5))], 'n')).toEqual([]);
});

test('a lesson that was called off clashes with nothing', () => {
  expect(links([facts('a-1', at(5, { cancelled: true })), facts('n-1', at(5))])).toEqual({});
});
