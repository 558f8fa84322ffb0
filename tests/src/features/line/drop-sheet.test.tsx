import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { DropSheet } from '../../../../src/features/line/drop-sheet';
import { SaidBar } from '../../../../src/app/page/said-bar';
import { mine as places } from '../../../../src/app/known/places';
import { mine, STROKE, tea } from '../../sample';
import { serve, type Doing } from '../../server';

beforeEach(() => {
  jest.useFakeTimers();
  places.store.setState({ data: { places: [mine(tea)] } });
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

function openSheet(part: { now?: number; state?: 'SEATED' | 'WAITING'; behind?: number } = {}) {
  const onDropped = jest.fn();
  const onClose = jest.fn();
  const known = mine(tea, part.state ?? 'SEATED', 3);
  const own = { ...known, place: { ...known.place, behind: part.behind ?? 0 } };
  render(<DropSheet mine={own} now={part.now ?? STROKE + 60_000} onClose={onClose} onDropped={onDropped} />);
  return { onDropped, onClose };
}

const confirm = () => fireEvent.click(screen.getByTestId('drop-confirm'));
const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
const left: Doing = { data: { left: 'SEATED' } };

test('nothing is given back before it is confirmed', async () => {
  const server = serve({ 'line.drop': left });
  const { onClose } = openSheet();

  fireEvent.click(screen.getByTestId('drop-cancel'));
  await pass(1_000);

  expect(onClose).toHaveBeenCalled();
  expect(server.asked('line.drop')).toBe(0);
});

test('says to whom the seat goes and until when it can be given back', () => {
  serve({});
  // Seat 3 of 30, and 32 behind: 5 of them wait.
  openSheet({ behind: 32 });

  expect(screen.getByRole('dialog').textContent).toMatch(
    /有 5 人候补.*马上给第 1 位，不能改回.*3月9日 19:00 前可以退课/,
  );
});

test.each([0, 26, 27])(
  'with %i behind and nobody waiting, the seat opens again, and nobody is said to get it',
  behind => {
    serve({});
    openSheet({ behind });

    expect(screen.getByRole('dialog').textContent).toMatch(/没有人候补，退了以后座位会重新开放/);
    expect(screen.getByRole('dialog').textContent).not.toContain('第 1 位');
  },
);

test.each([
  [32, '座位给了候补的工友'],
  [0, '座位重新开放了'],
])('that it worked is said on the page that comes next (%i behind)', async (behind, words) => {
  serve({ 'line.drop': left, 'line.mine': { data: { places: [] } } });
  openSheet({ behind });
  expect(screen.getByTestId('drop-confirm').className).not.toContain('btn--go');
  confirm();
  await pass(10);
  cleanup();

  render(<SaidBar docked={false} />);
  expect(screen.getByTestId('said').textContent).toBe(`已退掉茶艺一班，${words}。`);
  await pass(8_000);
  expect(screen.queryByTestId('said')).toBeNull();
});

test('confirmed, the place is given back and gone from my classes', async () => {
  const server = serve({ 'line.drop': left, 'line.mine': { data: { places: [] } } });
  const { onDropped } = openSheet();

  confirm();
  confirm();
  await pass(10);

  expect(onDropped).toHaveBeenCalledTimes(1);
  expect(server.asked('line.drop')).toBe(1);
  expect(places.store.getState().data?.places).toEqual([]);
  // The place that the person saw, so that a late repetition does not give up another one.
  expect(server.calls[0]).toMatchObject({ endpoint: 'line.drop', input: { at: mine(tea, 'SEATED', 3).place.at } });
});

test('a lost reply is asked again: dropping twice is dropping once', async () => {
  const doings: Doing[] = ['lost reply', { data: { left: null } }];
  const server = serve({ 'line.drop': () => doings.shift()!, 'line.mine': { data: { places: [] } } });
  const { onDropped } = openSheet();

  confirm();
  await pass(10_000);

  expect(onDropped).toHaveBeenCalled();
  expect(server.asked('line.drop')).toBe(2);
});

test('what could not be done is said, and my place stays', async () => {
  serve({ 'line.drop': { refuse: 'DROP_CLOSED', details: { dropUntil: tea.dropUntil, lateUntil: null } } });
  const { onDropped } = openSheet();

  confirm();
  await pass(10);

  expect(onDropped).not.toHaveBeenCalled();
  expect(screen.getByText(/退课已于3月9日.*19:00截止，哪一次来不了可以单独请假/)).toBeTruthy();
  expect(places.store.getState().data?.places).toHaveLength(1);
});

test('after the deadline a seat can be given back late, and the sheet says what may follow', async () => {
  const server = serve({ 'line.drop': { data: { left: 'SEATED' } }, 'line.mine': { data: { places: [] } } });
  openSheet({ now: tea.dropUntil });
  expect(screen.getByText(/座位有人接上就没有影响，没人接会记一次缺课/)).toBeTruthy();

  confirm();
  await pass(10);

  expect(server.calls[0]).toMatchObject({ endpoint: 'line.drop', input: { sectionId: tea.sectionId, late: true } });
});

test('once the line is frozen a seat offers no drop, a wait still does', () => {
  serve({});
  openSheet({ now: tea.freezeAt! });
  expect(screen.queryByTestId('drop-confirm')).toBeNull();
  expect(screen.getByRole('dialog').textContent).not.toContain('退了以后');
  cleanup();

  openSheet({ now: tea.dropUntil, state: 'WAITING' });
  expect(screen.getByTestId('drop-confirm')).toBeTruthy();
});
