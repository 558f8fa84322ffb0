import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { Tap } from '../../../src/ui/tap';
import { useArmed } from '../../../src/ui/use-armed';

const { ARMED_AFTER_MS } = jest.requireActual<{ ARMED_AFTER_MS: number }>('../../../src/ui/armed-after.ts');
const done = jest.fn();

function Confirm({ what }: { what: string }) {
  const armed = useArmed(what, ARMED_AFTER_MS);
  return (
    <Tap disabled={!armed} onTap={() => done(what)} testId="confirm">
      {what}
    </Tap>
  );
}
const press = () => fireEvent.click(screen.getByTestId('confirm'));
const pass = (ms: number) => act(() => jest.advanceTimersByTime(ms));

beforeEach(() => {
  jest.useFakeTimers();
  done.mockClear();
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

test('the second half of a double click does nothing, a tap after a look does it', () => {
  render(<Confirm what="发布" />);

  press();
  pass(ARMED_AFTER_MS - 50);
  press();
  expect(done).not.toHaveBeenCalled();
  pass(100);
  press();
  expect(done).toHaveBeenCalledTimes(1);
});

test('a button that becomes another one under the finger is dead anew', () => {
  const { rerender } = render(<Confirm what="先看会影响谁" />);
  pass(ARMED_AFTER_MS);
  press();
  rerender(<Confirm what="确定" />);

  press();
  expect(done.mock.calls).toEqual([['先看会影响谁']]);
  pass(ARMED_AFTER_MS);
  press();
  expect(done).toHaveBeenLastCalledWith('确定');
});
