import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { MINUTE, SECOND } from '../../../../domain/base/clock';
import { openOutbox, outbox } from '../../../../src/features/roll/outbox';
import { rollOf } from '../../../../src/features/roll/rolls';
import RollPage from '../../../../src/packages/instructor/roll/index';
import { serve, type Doing } from '../../server';
import { phone } from '../../taro';
import { BEGINS, Classroom, KEY } from './classroom';

/** The roll of a lecture with 240 people, of whom 90 have come. */
const PEOPLE = 240;
const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
const names = () => screen.queryAllByTestId('roll-line').map(one => one.getAttribute('aria-label'));
const tabs = () => screen.getAllByTestId('listed');
const tap = async (testId: string) => {
  fireEvent.click(screen.getByTestId(testId));
  await pass(20);
};

let room: Classroom;
let heads: number;

beforeEach(() => {
  jest.useFakeTimers({ now: BEGINS + 5 * MINUTE });
  phone.reset();
  outbox.setState({}, true);
  openOutbox();
  rollOf(KEY).store.setState({ data: undefined, savedAt: 0, failed: undefined, asking: false });
  phone.setParams({ sectionId: 'tea', lessonIndex: '2' });
  room = new Classroom();
  Object.assign(room.card, { kind: 'lecture', capacity: PEOPLE });
  for (let index = room.line.length; index < PEOPLE; index += 1) {
    room.line.push({ memberId: `m${index}`, at: index });
    room.names.set(`m${index}`, `工友${index}`);
  }
  for (let index = 100; index < 190; index += 1)
    room.add({ memberId: `m${index}`, source: 'self', at: BEGINS - 30 * MINUTE + index * SECOND });
  heads = 0;
});
afterEach(async () => {
  await pass(2 * SECOND);
  cleanup();
  jest.useRealTimers();
});

const view = () => ({ ...room.view(), ...(heads ? { heads } : {}) });

async function open(rules: Parameters<typeof serve>[0] = {}) {
  const server = serve({ ...room.rules, 'roll.lesson': (): Doing => ({ data: view() }), ...rules });
  render(<RollPage />);
  await pass(20);
  return server;
}

test('those who came are listed, the latest first, and only so many until somebody asks for all', async () => {
  await open();

  expect(tabs().map(one => one.textContent)).toEqual(['来了的 90 人', '没到的 150 人']);
  expect(names()).toHaveLength(60);
  expect(names().slice(0, 2)).toEqual(['工友189', '工友188']);

  await tap('all-lines');
  expect(names()).toHaveLength(90);
});

test('those who are missing stand behind a tab and behind the button under the thumb; a mark moves somebody over', async () => {
  await open();

  await tap('to-missing');
  expect(names()[0]).toBe('王桂芳');
  fireEvent.click(screen.getByRole('button', { name: '王桂芳，到' }));
  await pass(20);

  expect(names()[0]).toBe('刘建国');
  expect(tabs().map(one => one.textContent)).toEqual(['来了的 91 人', '没到的 149 人']);
  fireEvent.click(tabs()[0]!);
  expect(names()[0]).toBe('王桂芳');
});

test('a name is looked for among all', async () => {
  await open();
  const search = (value: string) => fireEvent.change(screen.getByTestId('find-person'), { target: { value } });

  search('工友18');
  expect(names()).toHaveLength(11);
  search('刘建国');
  expect(names()).toEqual(['刘建国']);
  search('没有这个人');
  expect(screen.getByText('名单上没有这个名字')).toBeTruthy();
});

test('it is looked at every ten seconds, because it is large', async () => {
  const server = await open();
  const looks = () => server.calls.filter(one => one.endpoint === 'roll.lesson').length;
  const before = looks();

  await pass(9 * SECOND);
  expect(looks()).toBe(before);
  await pass(2 * SECOND);
  expect(looks()).toBe(before + 1);
});

describe('people on no list', () => {
  const put = (value: string) => fireEvent.change(screen.getByTestId('heads-number'), { target: { value } });

  test('are counted, and the number is sent with the one that was seen', async () => {
    const server = await open({
      'roll.headCount': input => {
        heads = input.count as number;
        return { data: view() };
      },
    });
    expect(screen.getByText('另有未登记 0 人')).toBeTruthy();

    await tap('count-heads');
    put('12');
    await tap('heads-save');
    expect(screen.getByText('另有未登记 12 人')).toBeTruthy();

    const [sent] = server.calls.filter(one => one.endpoint === 'roll.headCount');
    expect(sent!.input).toMatchObject({ sectionId: 'tea', lessonIndex: 2, count: 12, seen: 0 });
  });

  test.each(['2001', '几个', ''])('%p is no number to send', async value => {
    const server = await open();
    await tap('count-heads');
    put(value);
    await tap('heads-save');

    expect(screen.getByText('请填 0 到 2000 的数字')).toBeTruthy();
    expect(server.calls.some(one => one.endpoint === 'roll.headCount')).toBe(false);
  });

  test('counted elsewhere meanwhile: the reason is said, and the newer number is there', async () => {
    await open({
      'roll.headCount': () => {
        heads = 30;
        return { refuse: 'HEADS_CHANGED' };
      },
    });
    await tap('count-heads');
    put('12');
    await tap('heads-save');
    await pass(100);

    expect(screen.getByText(/刚才有人改过这个人数/)).toBeTruthy();
    expect(screen.getByText(/现在记的是 30 人/)).toBeTruthy();
  });

  test('a class has none', async () => {
    Object.assign(room.card, { kind: undefined });
    await open();
    expect(screen.queryByTestId('heads')).toBeNull();
  });
});
