import { MINUTE } from '../../../domain/base/clock';
import { MOST_TRIES, pauseAfter } from '../../../domain/telling/push-retry';
import { pushWords } from '../../../domain/telling/push-words';
import { templates } from '../../../server/telling/templates';

test('the fields of a message have at most 20 characters, and say what happened all the same', () => {
  const said = (title: string, text?: string) => {
    const { thing1, thing2 } = pushWords({ kind: 'LESSON_MOVED', title, text });
    return [thing1.value, thing2.value];
  };
  expect(said('茶'.repeat(20), '课'.repeat(20))).toEqual(['茶'.repeat(20), '课'.repeat(20)]);
  expect(said('茶'.repeat(21), '课'.repeat(21))).toEqual([`${'茶'.repeat(19)}…`, '有一次课改了时间']);
  expect(said('茶艺一班')).toEqual(['茶艺一班', '有一次课改了时间']);
});

test('pauses double, and end', () => {
  expect([1, 2, 3, 4].map(tries => pauseAfter(tries) / MINUTE)).toEqual([2, 4, 8, 16]);
  expect(MOST_TRIES).toBe(5);
});

test.each([
  ['nothing', undefined, {}],
  ['ids of known kinds', '{"promoted":"T1","changed":"T2","other":"T3"}', { promoted: 'T1', changed: 'T2' }],
  ['an id that is no text', '{"promoted":7,"changed":"T2"}', { changed: 'T2' }],
  ['null', 'null', {}],
])('templates from %s', (_, text, read) => {
  expect(templates(text)).toEqual(read);
});

test('templates that are no JSON are none, and the log says so', () => {
  const logged = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(templates('{promoted}')).toEqual({});
  expect(logged).toHaveBeenCalledWith(expect.stringContaining('SUBSCRIBE_TEMPLATES'));
});
