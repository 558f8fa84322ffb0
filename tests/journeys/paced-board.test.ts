import { postedPath, type PostedBoard } from '../../domain/line/posted-board';
import { startScene } from './scene';

/** The board that 101 people in the waiting room of a batch see. A gate of one call a second takes 100 of them in time. */
async function boardOf(env: Record<string, string>): Promise<PostedBoard> {
  const scene = await startScene({
    sections: { tea: { capacity: 5 } },
    batch: { opensAt: Date.now() + 30_000 },
    workers: 101,
    emulator: { instances: { min: 0, max: 2 }, env },
  });
  const writing = scene.emulator.fireTimer('stroke');
  try {
    for (;;) {
      const { status, body } = await scene.emulator.send('GET', `/_storage/${postedPath('b')}?1`);
      if (status === 200) return body as PostedBoard;
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  } finally {
    scene.emulator.setClock(600_000);
    await writing;
    await scene.stop();
  }
}

test('an environment that says what its gate takes gives a crowd that is too large for it a pace', async () => {
  expect((await boardOf({ GATE_CALLS_PER_SECOND: '1' })).pace).toBeGreaterThan(0);
});

test.each([
  ['a gate that takes the crowd in time', { GATE_CALLS_PER_SECOND: '2' }],
  ['an environment that does not say', {}],
  ['a value that is no number of calls', { GATE_CALLS_PER_SECOND: 'many' }],
])('control: %s gives no pace', async (_, env: Record<string, string>) => {
  expect(await boardOf(env)).not.toHaveProperty('pace');
});
