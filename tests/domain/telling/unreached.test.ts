import { DAY } from '../../../domain/base/clock';
import { CALLED_WITHIN_MS, isUnreached, unreachedOf, type Told } from '../../../domain/telling/unreached';

const NOW = 1_000 * DAY;
const told = (change: Partial<Told> = {}): Told => ({
  memberId: 'a',
  kind: 'LESSON_CANCELLED',
  createdAt: NOW - DAY,
  readAt: null,
  ...change,
});
type State = NonNullable<Told['push']>['state'];
const push = (state: State): Told['push'] => ({ kind: 'changed', state, notBefore: 0, tries: 1, lessonAt: null });

test.each<[string, Partial<Told>, boolean]>([
  ['nobody read it and none was ever due', {}, true],
  ['it was read', { readAt: NOW }, false],
  ['a message was sent', { push: push('sent') }, false],
  ['WeChat did not answer', { push: push('unknown') }, true],
  ['it is on its way', { push: push('sending') }, true],
  ['nobody had agreed to one', { push: push('unasked') }, true],
  ['it is no change of the class', { kind: 'TOMORROW' }, false],
  ['it is nearly too old', { createdAt: NOW - CALLED_WITHIN_MS + 1 }, true],
  ['it is too old', { createdAt: NOW - CALLED_WITHIN_MS }, false],
])('%s', (_, change, unreached) => {
  expect(isUnreached(told(change), NOW)).toBe(unreached);
});

test('everybody is listed once with the latest change, the one who has waited longest first', () => {
  const people = unreachedOf(
    [
      told({ memberId: 'b', createdAt: NOW - 2 * DAY }),
      told({ memberId: 'a', createdAt: NOW - 1 }),
      told({ memberId: 'a', createdAt: NOW - 3 * DAY, kind: 'PLACE_CHANGED' }),
      told({ memberId: 'c', readAt: NOW }),
    ],
    NOW,
  );

  expect(people.map(({ latest, count }) => [latest.memberId, latest.kind, count])).toEqual([
    ['a', 'LESSON_CANCELLED', 2],
    ['b', 'LESSON_CANCELLED', 1],
  ]);
});
