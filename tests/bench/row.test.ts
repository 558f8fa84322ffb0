import { isSound } from '../../bench/check';
import { Rush } from '../../bench/load/rush';
import { runRow, type Row } from '../../bench/row';
import { rush, winners } from '../../bench/scene';
import { BUGS, toyContender, type Bug } from './toy-contender';

const settings = {
  connections: 8,
  warmPeople: 50,
  load: (job: ConstructorParameters<typeof Rush>[0]) => new Rush(job).run(),
};
const rowOf = async (bug?: Bug): Promise<Row> => (await runRow(toyContender(bug), rush(400, 3), settings)) as Row;

test('a right contender passes its check, in a rush and where everybody wins', async () => {
  const row = await rowOf();
  const won = (await runRow(toyContender(), winners(4), settings)) as Row;

  expect(row.check).toMatchObject({ seated: 90, waiting: 30 });
  expect(isSound(row.check!)).toBe(true);
  expect(row).toMatchObject({ people: 400, retries: 0 });
  expect(won.check).toMatchObject({ seated: 120, waiting: 0 });
  expect(isSound(won.check!)).toBe(true);
});

const CAUGHT_AS: Record<Bug, string> = {
  oversells: 'oversold',
  'lets somebody in twice': 'duplicates',
  'swaps two in line': 'outOfOrder',
  'tells a wrong number': 'mistold',
  'says full too early': 'wrongFull',
  'reopens after full': 'wrongFull',
  'loses a claim': 'mistold',
};

test.each(BUGS)('a contender that %s is caught', async bug => {
  const { check } = await rowOf(bug);

  expect(isSound(check!)).toBe(false);
  expect(check![CAUGHT_AS[bug] as keyof typeof check]).toBeGreaterThan(0);
});

test('a contender that is not installed leaves a word and no row', async () => {
  const absent = { id: 'x', label: 'x', start: async () => 'not installed' };

  expect(await runRow(absent, rush(10, 1), settings)).toBe('not installed');
});
