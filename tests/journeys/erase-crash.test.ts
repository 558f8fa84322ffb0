import type { FaultRule } from '../../emulator/emulator';
import { good } from './classroom';
import { ahead, ERASE, expectForgotten, minutesLater, read, traces, type Remembered } from './forgotten';
import { startRemembered, type Somebody } from './remembered';

/** It dies at each step, of the call and of the timer after it: the next minutes bring it to the same end all the same. */
describe('under crash', () => {
  const AT_ONCE = 12;
  const kill = (fn: string, skip: number): FaultRule => ({
    on: 'database',
    kind: 'kill',
    function: fn,
    skip,
    times: 1,
    when: skip % 2 === 0 ? 'after' : 'before',
  });

  /** True where the call died at that operation; false where it has fewer of them. */
  async function dies(scene: Remembered, person: Somebody, step: number): Promise<boolean> {
    scene.emulator.setFaults({ rules: [kill('app', step), kill('tell', step)] });
    const { status } = await scene.emulator.post('app', { endpoint: 'member.erase', input: ERASE }, person.openid);
    // Killed before its beginning was written, nothing has happened, and the person asks again.
    if (status !== 200 && !read<{ _id: string }>(scene, 'erasures').some(one => one._id === person.memberId)) {
      expect(traces(scene, person).length).toBeGreaterThan(10);
      // The transaction that died with it holds its documents until the database forgets it.
      ahead(scene, 60_000);
      await good(person.call('member.erase', ERASE));
    }
    ahead(scene, 60_000);
    await scene.emulator.fireTimer('tell').catch(() => undefined);
    scene.emulator.setFaults({});
    await minutesLater(scene);
    return status !== 200;
  }

  test('killed at every operation it comes to the same end', async () => {
    let step = 0;
    for (let died = true; died;) {
      const scene = await startRemembered(AT_ONCE);
      const gone: Somebody[] = [];
      for (const person of scene.people) {
        if (!died) break;
        died = await dies(scene, person, step);
        step += 1;
        gone.push(person);
      }
      for (const person of gone)
        expectForgotten(scene, person, { moving: AT_ONCE + 1 - gone.length, over: AT_ONCE + 1 });
      expect(new Set(scene.line('over')).size).toBe(AT_ONCE + 1);
      await scene.stop();
    }
    expect(step).toBeGreaterThan(40);
  }, 600_000);
});
