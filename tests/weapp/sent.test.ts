import { CATEGORY_NAMES } from '../../src/ui/motifs/motif';
import { startScene, type Person, type Scene } from '../journeys/scene';
import { startPhone, type Phone, type Sent } from './phone';

/** WeChat sends what `setData` gets in one piece, and meanwhile nothing is drawn. */
const MOST_BYTES = 64 * 1024;
const MINUTE = 60_000;
const DAY = 86_400_000;
const CRAFTS = Object.keys(CATEGORY_NAMES);
const CLASSES = 60;
const sections = Object.fromEntries(
  Array.from({ length: CLASSES }, (_, i) => [
    `s${i}`,
    {
      course: '茶艺',
      name: `第${i + 1}班`,
      category: CRAFTS[i % CRAFTS.length] as 'tea',
      place: '渝西职工培训中心三楼多功能教室',
      capacity: 20,
      waitlistLimit: 10,
    },
  ]),
);

let scene: Scene;
let staff: Person;
const phoneOf = ({ openid }: Person): Promise<Phone> =>
  startPhone(async (fn, event) => (await scene.emulator.post(fn, event, openid)).body);

/** A batch of 60 classes. It opened an hour ago, or opens so much later. */
async function startBatch(later = -60 * MINUTE): Promise<void> {
  const batch = { sectionCount: CLASSES, categories: CRAFTS as never, capacity: 1200, opensAt: Date.now() + later };
  scene = await startScene({ sections, batch });
  staff = await scene.holder('staff', '王主任');
  // An instance that starts while the app waits would be late on a busy machine.
  await staff.call('catalog.batch', { batchId: 'b' });
}
afterEach(() => scene.stop());

const largest = (sent: Sent[]) => Math.max(...sent.map(one => one.bytes));
const all = (sent: Sent[]) => sent.reduce((sum, one) => sum + one.bytes, 0);

interface Opened {
  query?: Record<string, string>;
  shows: RegExp;
  /** Bytes in all, about a quarter more than it is. */
  most: number;
  later?: number;
}
const KB = 1024;
const inBatch = { batchId: 'b' };
const WORKER: [string, Opened][] = [
  ['pages/home/index', { shows: /第一期/, most: 90 * KB }],
  ['pages/batch/index', { query: inBatch, shows: /第60班/, most: 170 * KB }],
  ['pages/section/index', { query: { ...inBatch, sectionId: 's0' }, shows: /渝西职工培训中心/, most: 20 * KB }],
];
const STAFF: [string, Opened][] = [
  ['packages/staff/batches/index', { shows: /第一期/, most: 40 * KB }],
  ['packages/staff/batch/index', { query: inBatch, shows: /第60班/, most: 170 * KB }],
  ['packages/staff/attendance/index', { shows: /第60班/, most: 260 * KB, later: -30 * DAY }],
];

async function measured(path: string, { query, shows, most, later }: Opened, who: () => Person): Promise<void> {
  await startBatch(later);
  const phone = await phoneOf(who());

  await phone.open(path, query);
  await phone.shows(shows);

  expect(largest(phone.sent)).toBeLessThan(MOST_BYTES);
  expect(all(phone.sent)).toBeLessThan(most);
}

test.each(WORKER)(
  '%s: with 60 classes no call is larger than 64 KB, and all are no more than need be',
  (path, opened) => measured(path, opened, () => scene.worker(0)),
);
test.each(STAFF)('%s: with 60 classes no call is larger than 64 KB, and all are no more than need be', (path, opened) =>
  measured(path, opened, () => staff),
);

test('codes are files: the page gets their paths', async () => {
  await startBatch();
  const phone = await phoneOf(staff);
  const paths = () =>
    new Set(JSON.stringify(phone.sent.map(one => one.data)).match(/wxfile:\/\/usr\/code-[\w-]+\.(png|jpg)/g));

  await phone.open('packages/staff/codes/index', inBatch);
  // They come one after the other, 61 of them.
  while (paths().size < 5) await new Promise(resolve => setTimeout(resolve, 100));

  expect(JSON.stringify(phone.sent)).not.toContain('base64');
  expect(largest(phone.sent)).toBeLessThan(MOST_BYTES);
});

test('a tick of the clock sends what it changes, not the list', async () => {
  await startBatch(50 * MINUTE);
  const phone = await phoneOf(scene.worker(0));
  await phone.open('pages/batch/index', inBatch);
  await phone.shows(/第60班/);
  const before = phone.sent.length;

  await new Promise(resolve => setTimeout(resolve, 4_000));

  // An answer may come meanwhile and change more.
  const small = phone.sent.slice(before).filter(one => one.bytes < KB);
  expect(small.length).toBeGreaterThan(2);
});
