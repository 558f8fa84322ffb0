import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { DraftView } from '../../../domain/api';
import { FORM_FIELDS } from '../../../domain/draft/section-cells';
import { SectionForm } from '../../../src/packages/staff/draft/section-form';
import type { Draft } from '../../../src/packages/staff/draft/use-draft';
import { draftSection, weekly } from '../../domain/draft/drafts';

/** The form of one class: a lecture has other lines, and what it does not have is not sent. */
afterEach(cleanup);

function open(section?: DraftView['sections'][number]) {
  const sent: Record<string, string>[] = [];
  const write = (_name: string, input: { cells: Record<string, string> }) => {
    sent.push(input.cells);
    return Promise.resolve({ ok: true });
  };
  const draft = { write, busy: false, message: undefined } as unknown as Draft;
  render(<SectionForm draft={draft} section={section} onClose={() => undefined} />);
  const save = async () => {
    await act(async () => {
      fireEvent.click(screen.getByTestId('save-section'));
    });
    return sent.at(-1)!;
  };
  return { save };
}
const choose = (testId: string) => fireEvent.click(screen.getByTestId(testId));
const shows = (name: keyof typeof FORM_FIELDS) => screen.queryByText(FORM_FIELDS[name]) !== null;

test('a class says how many lessons it has, and nothing of an open door', async () => {
  const { save } = open();

  expect([shows('kind'), shows('count'), shows('skipDays'), shows('walkIn')]).toEqual([true, true, true, false]);
  expect(await save()).toMatchObject({ walkIn: '' });
});

test('a lecture takes place once, and may be open to anybody', async () => {
  const { save } = open();
  choose('cell-kind-讲座');

  expect([shows('count'), shows('skipDays'), shows('walkIn')]).toEqual([false, false, true]);
  choose('cell-walkIn-是');
  expect(await save()).toMatchObject({ kind: '讲座', walkIn: '是', count: '1' });

  choose('cell-kind-');
  expect(await save()).toMatchObject({ kind: '', walkIn: '' });
});

test('a lecture that is there is shown as one', async () => {
  const { save } = open(
    draftSection('0001', { kind: 'lecture', walkInFrom: 0, waitlistLimit: 0, lessons: weekly('2027-03-10', 1) }),
  );

  expect(screen.getByTestId('cell-kind-讲座').className).toContain('choice__one--on');
  expect(await save()).toMatchObject({ kind: '讲座', walkIn: '是', count: '1', waitlistLimit: '0' });
});
