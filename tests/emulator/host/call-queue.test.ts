import { CallQueue } from '../../../emulator/host/call-queue';
import type { Call } from '../../../emulator/host/instance-thread';

const call = (requestId: string): Call => ({ body: '', openid: '', requestId, source: '', done: () => undefined });

/** Takes everything, and says in which order. */
const rest = (queue: CallQueue): string[] => queue.take(queue.length).map(({ requestId }) => requestId);

test('first in, first out, whatever is put back in between', () => {
  const queue = new CallQueue();
  const model: string[] = [];
  let next = 0;
  // Steps that fill the queue far above its bound for tidying up, put back little and much, and run it empty.
  for (let step = 0; step < 400; step++) {
    for (let i = 0; i < (step * 7) % 53; i++) {
      queue.push(call(`${next}`));
      model.push(`${next++}`);
    }
    const taken = queue.take((step * 11) % 61);
    expect(taken.map(({ requestId }) => requestId)).toEqual(model.splice(0, taken.length));
    const back = taken.slice(step % 3 === 0 ? 0 : taken.length - (step % 5));
    queue.putBack(back);
    model.unshift(...back.map(({ requestId }) => requestId));
    expect(queue.length).toBe(model.length);
  }
  expect(model.length).toBeGreaterThan(0);
  expect(rest(queue)).toEqual(model);
  expect(queue.shift()).toBeUndefined();
});

test('more can be put back than were ever taken', () => {
  const queue = new CallQueue();
  queue.push(call('c'));
  queue.putBack([call('a'), call('b')]);
  expect(rest(queue)).toEqual(['a', 'b', 'c']);
});
