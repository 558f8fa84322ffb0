import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { FindSheet } from '../../../../src/app/desk/find-sheet';
import { batch, STROKE, tea } from '../../sample';
import { serve } from '../../server';
import { phone } from '../../taro';

beforeEach(() => phone.reset());
afterEach(cleanup);

const person = (memberId: string) => ({ memberId, name: '周建强', phone: '138****2716', employer: '永川区人民医院' });
const place = { sectionId: 'tea', state: 'WAITING', number: 3, behind: 0, at: STROKE + 1_300 };
const type = (value: string) => fireEvent.change(screen.getByTestId('find-anybody'), { target: { value } });
const search = () => act(async () => fireEvent.click(screen.getByTestId('find-anybody-now')));

test('one person of that name: where they stand in every class, and when the claim was taken', async () => {
  const server = serve({
    'staff.find': { data: { people: [person('m1')] } },
    'staff.places': {
      data: {
        places: [{ place, section: tea, batch: { ...batch, categories: [] } }],
        absences: [{ title: '古琴一班', lessonIndex: 2, startsAt: STROKE }],
      },
    },
  });
  render(<FindSheet onClose={() => undefined} />);

  await search();
  expect(screen.getByTestId('find-anybody-now-fault').textContent).toContain('完整的姓名、手机号，或手机号后四位');
  type('周建强');
  await search();
  await waitFor(() => expect(screen.getByTestId('found-place').textContent).toMatch(/候补第 3 位.*20:00:01\.3 报上/));

  expect(screen.getByTestId('found-said').textContent).toMatch(/候补第 3 位.*记了 1 次缺课/);
  expect(screen.getByTestId('found-absence').textContent).toContain('古琴一班第 3 次课');
  expect(server.calls.find(one => one.endpoint === 'staff.places')?.input).toEqual({ memberId: 'm1' });
  fireEvent.click(screen.getByTestId('found-place'));
  await waitFor(() => expect(phone.went()).toEqual([expect.stringContaining('packages/staff/section')]));
});

test('more of one name than are shown: how to find the others is said', async () => {
  serve({ 'staff.find': { data: { people: [person('m1'), person('m2')], tooMany: true } } });
  render(<FindSheet onClose={() => undefined} />);

  type('周建强');
  await search();
  expect(await screen.findAllByTestId('found-anybody')).toHaveLength(2);
  expect(screen.getByText('这样的人不止这 2 位，没有您要找的，请写完整的手机号或后四位。')).toBeTruthy();
});

test('several of one name are told apart first; nobody is said, not left blank', async () => {
  const found = [[person('m1'), person('m2')], []];
  const server = serve({
    'staff.find': () => ({ data: { people: found.shift() } }),
    'staff.places': { data: { places: [], absences: [] } },
  });
  render(<FindSheet onClose={() => undefined} />);

  type('周建强');
  await search();
  expect(await screen.findAllByTestId('found-anybody')).toHaveLength(2);
  expect(server.asked('staff.places')).toBe(0);
  await act(async () => fireEvent.click(screen.getAllByTestId('find-places')[1]!));
  await screen.findByText(/没有报上班，也没有候补/);
  await search();
  await screen.findByText(/没有找到/);
});

test('four digits that many share show nobody, and say what to write instead', async () => {
  serve({ 'staff.find': { data: { people: [], tooMany: true } } });
  render(<FindSheet onClose={() => undefined} />);

  type('1234');
  await search();

  await screen.findByText(/同号的人太多/);
  expect(screen.queryByText(/没有找到/)).toBeNull();
});
