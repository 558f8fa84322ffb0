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
    'staff.places': { data: { places: [{ place, section: tea, batch: { ...batch, categories: [] } }] } },
  });
  render(<FindSheet onClose={() => undefined} />);

  await search();
  expect(screen.getByTestId('find-anybody-now-fault').textContent).toContain('完整的姓名或手机号');
  type('周建强');
  await search();
  await waitFor(() => expect(screen.getByTestId('found-place').textContent).toMatch(/候补第 3 位.*20:00:01\.3 报上/));

  expect(server.calls.find(one => one.endpoint === 'staff.places')?.input).toEqual({ memberId: 'm1' });
  fireEvent.click(screen.getByTestId('found-place'));
  await waitFor(() => expect(phone.went()).toEqual([expect.stringContaining('packages/staff/section')]));
});

test('several of one name are told apart first; nobody is said, not left blank', async () => {
  const found = [[person('m1'), person('m2')], []];
  const server = serve({
    'staff.find': () => ({ data: { people: found.shift() } }),
    'staff.places': { data: { places: [] } },
  });
  render(<FindSheet onClose={() => undefined} />);

  type('周建强');
  await search();
  expect(await screen.findAllByTestId('found-anybody')).toHaveLength(2);
  expect(server.asked('staff.places')).toBe(0);
  await act(async () => fireEvent.click(screen.getAllByTestId('find-places')[1]!));
  await screen.findByText('一个班也没有，也没有候补');
  await search();
  await screen.findByText(/没有找到/);
});
