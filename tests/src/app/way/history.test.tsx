import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { Field } from '../../../../src/ui/field';
import { Sheet } from '../../../../src/ui/sheet';
import { Submit } from '../../../../src/ui/submit';
import { Tap } from '../../../../src/ui/tap';
import { go } from '../../../../src/app/way/go';
import { watchHistory } from '../../../../src/app/way/history';
import { openSheets } from '../../../../src/ui/open-sheets';
import { phone } from '../../taro';

/** The page under test, as the stage calls it. */
const HERE = 'here';
const sent = jest.fn();
const heard = jest.fn();

/** A page with a sheet, on which a second one may open. */
function Opener() {
  const [open, setOpen] = useState(0);
  const [value, setValue] = useState('');
  return (
    <>
      <Tap onTap={() => setOpen(1)} testId="opener">
        打开
      </Tap>
      {open > 0 && (
        <Sheet label="第一张" onClose={() => setOpen(0)}>
          <Field maxLength={60} name="名额" value={value} onInput={setValue} testId="field" />
          <Tap onTap={() => setOpen(2)} testId="deeper">
            再开一张
          </Tap>
          <Submit state={{ busy: false }} label="保存" onTap={sent} testId="main" />
        </Sheet>
      )}
      {open > 1 && (
        <Sheet label="第二张" onClose={() => setOpen(1)}>
          <Tap onTap={() => setOpen(0)} testId="done">
            好了
          </Tap>
          <Tap onTap={() => go.live('b1')} testId="leave">
            去现场
          </Tap>
        </Sheet>
      )}
    </>
  );
}

const back = async () => {
  const before = sheetsInHistory();
  act(() => window.history.back());
  await waitFor(() => expect(sheetsInHistory()).toBe(before - 1));
  await settled();
};
const dialogs = () => screen.queryAllByRole('dialog').map(one => one.getAttribute('aria-label'));
const sheetsInHistory = () => (window.history.state as { sheets?: number } | null)?.sheets ?? 0;
const settled = () => waitFor(() => expect(sheetsInHistory()).toBe(openSheets.getState().length));
const press = (key: string, more = {}) => fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });

beforeAll(watchHistory);
beforeEach(() => {
  phone.reset();
  sent.mockClear();
  window.history.pushState({}, '', `#/${HERE}`);
  // What Taro's router hears.
  window.addEventListener('popstate', heard);
  heard.mockClear();
  render(<Opener />);
});
afterEach(async () => {
  cleanup();
  await settled();
  window.removeEventListener('popstate', heard);
});

const openTwo = async () => {
  screen.getByTestId('opener').focus();
  fireEvent.click(screen.getByTestId('opener'));
  fireEvent.click(await screen.findByTestId('deeper'));
  await settled();
};

test('each Back closes one sheet, the topmost first, and the page does not hear of it', async () => {
  await openTwo();

  await back();
  expect(dialogs()).toEqual(['第一张']);
  await back();
  expect(dialogs()).toEqual([]);
  expect(heard).not.toHaveBeenCalled();
  expect(window.location.hash).toBe(`#/${HERE}`);
});

test('a sheet that is closed by a button leaves no Back behind that does nothing', async () => {
  await openTwo();

  fireEvent.click(screen.getByTestId('done'));

  await settled();
  expect(sheetsInHistory()).toBe(0);
  expect(heard).not.toHaveBeenCalled();
});

test('whoever goes elsewhere out of a sheet has left it behind first', async () => {
  await openTwo();

  fireEvent.click(screen.getByTestId('leave'));
  expect(phone.went()).toEqual([]);
  await waitFor(() => expect(phone.went()).toEqual(['/packages/staff/batch/index?batchId=b1']));

  expect(sheetsInHistory()).toBe(0);
});

test('Escape closes the topmost only, and the focus is where it was', async () => {
  await openTwo();

  press('Escape');
  expect(dialogs()).toEqual(['第一张']);
  press('Escape');
  expect(dialogs()).toEqual([]);
  expect(document.activeElement).toBe(screen.getByTestId('opener'));
});

test('Enter in a line of a form presses its one button, and not while a Chinese word is being typed', async () => {
  fireEvent.click(screen.getByTestId('opener'));
  screen.getByTestId('field').focus();

  press('Enter', { isComposing: true });
  expect(sent).not.toHaveBeenCalled();
  press('Enter');
  expect(sent).toHaveBeenCalledTimes(1);
  await settled();
});
