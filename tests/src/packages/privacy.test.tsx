import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { Holding } from '../../../domain/base/collection';
import { COLLECTIONS } from '../../../domain/collections';
import Privacy from '../../../src/packages/me/privacy/index';
import { phone } from '../taro';

const HELD = Object.values(COLLECTIONS).flatMap(({ holds }): Holding[] => (holds ? [holds] : []));

beforeEach(() => phone.reset());
afterEach(() => cleanup());

test('each kind is named with how long it is kept; the rest opens on a tap, one at a time', () => {
  render(<Privacy />);

  for (const { title, kept } of HELD) expect(screen.getByTestId(`held-${title}`).textContent).toContain(kept);
  expect(screen.queryByTestId('held-facts')).toBeNull();

  for (const { title, what, why, seenBy, erased } of HELD) {
    fireEvent.click(screen.getByTestId(`held-${title}`));
    for (const said of [what, why, seenBy, erased])
      expect(screen.getByTestId('held-facts').textContent).toContain(said);
  }
  fireEvent.click(screen.getByTestId(`held-${HELD.at(-1)?.title}`));
  expect(screen.queryByTestId('held-facts')).toBeNull();
});
