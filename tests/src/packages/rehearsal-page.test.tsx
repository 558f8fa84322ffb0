import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { RehearsalLast, ShownRehearsal } from '../../../domain/api';
import type { RehearsalNumbers } from '../../../domain/rehearsal/rehearsal';
import Rehearsal from '../../../src/packages/staff/rehearsal/index';
import { crowdOf } from '../../../src/packages/staff/rehearsal/words';
import { STROKE } from '../sample';
import { serve, type Doing } from '../server';
import { phone } from '../taro';

const NOW = STROKE - 3_600_000;
beforeEach(() => {
  phone.reset();
  jest.useFakeTimers({ now: NOW });
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});
const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

const batch = { title: '第一期', sections: 6, capacity: 260, places: 390, draft: false };
const waits = { people: 60_000, p50: 1, p95: 1_540, p99: 1_850, max: 2_000 };
const numbers: RehearsalNumbers = {
  batch: { title: '第一期', sections: 6, capacity: 260, places: 390 },
  people: 60_000,
  seconds: 10,
  curve: 'stroke',
  seed: 1,
  profile: { name: 'standard', label: '标准套餐' },
  warm: 150,
  posted: true,
  pacing: 'product',
  told: { SEATED: 260, WAITING: 130, FULL: 2_000, FULL_BY_BOARD: 57_610, BUSY: 0 },
  definite: 60_000,
  lastToldAt: 10_000,
  waits,
  waitsBySecond: [waits],
  seats: { given: 260, waiting: 130, at: [300, 1_370] },
  full: [{ name: '茶艺一班', at: 900, seats: 1 }],
  calls: { claim: 20_000, board: 0, place: 0 },
  callsPerPerson: 0.33,
  turned: { gate: 10, instances: 5 },
  operations: { reserve: 390, join: 390, readSection: 900, readStanding: 0, release: 0, readBatch: 0, readBoard: 20 },
  operationsRefused: 0,
  longestQueue: 0,
  posts: 20,
  instances: { total: 150, mostBusy: 120, cold: 0 },
  spanMs: 500,
  spans: [],
};
const good: ShownRehearsal = {
  actId: 'act-1',
  at: NOW,
  byName: '王敏',
  people: 60_000,
  profile: 'standard',
  sheet: {
    go: true,
    title: '可以放号',
    reasons: [{ holds: true, says: '60,000 人都得到明确答复' }],
    advice: ['放号前 3 分钟会自动预热 150 个云函数实例，不用人工操作'],
  },
  numbers,
};
const bad: ShownRehearsal = {
  ...good,
  sheet: {
    go: false,
    title: '先别放号',
    reasons: [
      { holds: false, says: '59,996 人没有得到明确答复' },
      { holds: true, says: '没有多发、重复、插队和错误答复' },
    ],
    advice: ['换成标准套餐后可以放号'],
  },
  numbers: { ...numbers, definite: 4, lastToldAt: 32_000 },
};

/** The page of a batch of its own, because answers are remembered. */
async function open(batchId: string, last: RehearsalLast | Doing, run: Doing = { data: { rehearsal: good } }) {
  phone.setParams({ batchId });
  const server = serve({
    'member.me': { data: { profile: null, roles: ['staff'] } },
    'rehearsal.last': typeof last === 'object' && 'batch' in last ? { data: last } : last,
    'rehearsal.run': run,
  });
  render(<Rehearsal />);
  await pass(50);
  return server;
}
const sheet = () => screen.getByTestId('rehearsal-sheet').textContent;

test('never rehearsed: it says so, and a tap runs one with 60,000 people on the standard plan', async () => {
  const server = await open('never', { batch, rehearsal: null });
  expect(screen.getByTestId('never-rehearsed').textContent).toContain('还没有演练过');
  expect(screen.getByTestId('staff-rehearsal').textContent).toContain('不动真的名额');

  fireEvent.click(screen.getByTestId('rehearse'));
  expect(screen.getByTestId('rehearsing').textContent).toContain('正在算 60,000 人');
  await pass(50);

  expect(server.calls.find(one => one.endpoint === 'rehearsal.run')?.input).toEqual({
    actId: expect.any(String),
    batchId: 'never',
    people: 60_000,
    profile: 'standard',
  });
  expect(sheet()).toMatch(/^可以放号60,000 人在 10 秒内点报名，标准套餐王敏/);
  expect(screen.queryByTestId('rehearsing')).toBeNull();
});

test('the sheet in words: what holds and what does not, each with its mark, and what to do', async () => {
  await open('bad', { batch, rehearsal: bad });

  expect(sheet()).toContain('先别放号');
  expect(screen.getAllByTestId('rehearsal-reason').map(one => one.textContent)).toEqual([
    '✕没做到：59,996 人没有得到明确答复',
    '✓做到：没有多发、重复、插队和错误答复',
  ]);
  expect(sheet()).toContain('换成标准套餐后可以放号');
  // Who was never answered has waited for no number of seconds.
  expect(sheet()).toContain('没有答复59,996 人');
  expect(sheet()).not.toContain('95% 的人等');
});

test('three sentences say what staff decide by, and the rest is under 给技术人员看', async () => {
  await open('plainly', { batch, rehearsal: good });
  expect([...screen.getByTestId('rehearsal-plainly').children].map(one => one.textContent)).toEqual([
    '260 个名额全部给出。',
    '60,000 人都得到答复，100 人里有 95 人等不到 2 秒。',
    '可以按时开放。',
  ]);
  expect(sheet()).toMatch(/可以按时开放。给技术人员看.*60,000 人都得到明确答复/);
  cleanup();

  await open('plainly-not', { batch, rehearsal: bad });
  expect([...screen.getByTestId('rehearsal-plainly').children].map(one => one.textContent).slice(1)).toEqual([
    '59,996 人没有得到答复。',
    '请先把下面的内容给技术人员看，改好再演练一次。',
  ]);
});

test('six charts, each told in a sentence', async () => {
  await open('charts', { batch, rehearsal: good });

  expect(screen.getAllByTestId('rehearsal-figure')).toHaveLength(6);
  expect(screen.getByRole('img', { name: /^从点下到明确答复：.*95% 1.54 秒内/ })).toBeTruthy();
});

test('what was changed since is said; what was not, is not', async () => {
  await open('old', { batch: { ...batch, capacity: 280 }, rehearsal: good });
  expect(screen.getByTestId('rehearsal-old').textContent).toContain('280 个名额');
  cleanup();

  await open('same', { batch, rehearsal: good });
  expect(screen.queryByTestId('rehearsal-old')).toBeNull();
});

test('another crowd and plan; a crowd that is none stays here with a word on it', async () => {
  const server = await open('form', { batch, rehearsal: good });
  const type = (value: string) => fireEvent.change(screen.getByTestId('crowd'), { target: { value } });
  type('很多');
  fireEvent.click(screen.getByTestId('rehearse'));
  expect(screen.getByText('请填人数，例如 60000')).toBeTruthy();
  expect(server.asked('rehearsal.run')).toBe(0);

  type('2万');
  fireEvent.click(screen.getByTestId('plan-smallest'));
  fireEvent.click(screen.getByTestId('rehearse'));
  await pass(50);

  expect(server.calls.at(-1)?.input).toMatchObject({ people: 20_000, profile: 'smallest' });
});

test.each([
  ['60000', 60_000],
  ['60,000 人', 60_000],
  ['６万', 60_000],
  ['1.5万', 15_000],
  ['999', '至少 1,000 人，再少不会挤'],
  ['200001', '最多 200,000 人'],
  ['', '请填人数，例如 60000'],
  ['六万', '请填人数，例如 60000'],
])('a crowd of %j is %j', (text, people) => {
  expect(crowdOf(text)).toBe(people);
});

test('it computes on when the phone hangs up: the page looks until the result of its own act is there', async () => {
  let started: string | undefined;
  let looks = 0;
  phone.setParams({ batchId: 'hangs-up' });
  serve({
    'member.me': { data: { profile: null, roles: ['staff'] } },
    'rehearsal.run': ({ actId }) => {
      started = actId as string;
      return 'lost reply';
    },
    'rehearsal.last': () => {
      const done = started !== undefined && (looks += 1) === 3;
      return { data: { batch, rehearsal: done ? { ...good, actId: started! } : null } };
    },
  });
  render(<Rehearsal />);
  await pass(50);

  fireEvent.click(screen.getByTestId('rehearse'));
  await pass(4_000);
  expect(screen.getByTestId('rehearsing')).toBeTruthy();
  await pass(4_000);

  expect(sheet()).toContain('可以放号');
  expect(screen.queryByTestId('rehearsing')).toBeNull();
});

test('it gives up after a minute, and says that no answer came', async () => {
  await open('lost', { batch, rehearsal: null }, 'lost reply');

  fireEvent.click(screen.getByTestId('rehearse'));
  await pass(70_000);

  expect(screen.getByTestId('rehearse-fault').textContent).toContain('没收到答复');
});

test.each([
  ['too-long', 'REHEARSAL_TOO_LONG', '请把人数减一些'],
  ['no-classes', 'NOTHING_TO_REHEARSE', '还没有能报的班'],
] as const)('%s: the refusal stands at the button', async (batchId, refuse, says) => {
  await open(batchId, { batch, rehearsal: null }, { refuse });

  fireEvent.click(screen.getByTestId('rehearse'));
  await pass(50);

  expect(screen.getByTestId('rehearse-fault').textContent).toContain(says);
});

test('without a network and without a copy there is a way to try again', async () => {
  await open('offline', 'no network');

  expect(screen.getByTestId('broken').textContent).toContain('网断了');
});
