import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { instantOf } from '../../../domain/base/clock';
import type { DraftView } from '../../../domain/api';
import type { BatchDraft } from '../../../domain/model';
import { draftProblems } from '../../../domain/draft/draft-problems';
import { SHEET_BYTES_LIMIT } from '../../../domain/sheet/limits';
import Draft from '../../../src/packages/staff/draft/index';
import { PublishSheet } from '../../../src/packages/staff/draft/publish-sheet';
import { draftOf } from '../../../src/packages/staff/draft/use-draft';
import { draft, draftSection } from '../../domain/draft/drafts';
import { serve } from '../server';
import { phone } from '../taro';

/** The pages of a draft that are no course sheet. The sheet that is chosen here is too large to be sent. */
jest.mock('../../../src/app/files/pick-file', () => ({
  pickFile: async () => ({ fileName: '课程表.xlsx', file: 'A'.repeat(200_000) }),
}));

const NOW = instantOf('2026-12-10', '09:00')!;
const MIDNIGHT = instantOf('2026-12-21', '00:00')!;
const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
const tap = async (testId: string) => {
  fireEvent.click(screen.getByTestId(testId));
  await pass(300);
};
const type = (testId: string, value: string) => fireEvent.change(screen.getByTestId(testId), { target: { value } });
const viewOf = (stored: BatchDraft): DraftView => {
  const { _id, lastKey: _last, createdAt: _created, updatedAt: _updated, ...said } = stored;
  return { draftId: _id, ...said, problems: draftProblems(stored, NOW), hints: [], preview: null };
};

/** The page of this draft; `undefined` = it is not stored yet. */
async function open(stored: BatchDraft | undefined) {
  const server = serve(
    {
      'draft.read': () => (stored ? { data: viewOf(stored) } : { refuse: 'DRAFT_NOT_FOUND' }),
      'draft.create': () => {
        stored = draft({ _id: 'b-1', title: '', opensAt: null, closesAt: null, sections: [], revision: 1 });
        return { data: { draftId: 'b-1' } };
      },
      'draft.save': input => {
        stored = { ...stored!, ...(input.settings as object), revision: stored!.revision + 1 };
        return { data: viewOf(stored) };
      },
      'draft.discard': { data: {} },
    },
    () => NOW,
  );
  phone.setParams({ draftId: 'b-1', ...(stored ? {} : { made: 'no' }) });
  render(<Draft />);
  await pass(100);
  return server;
}

beforeEach(() => {
  phone.reset();
  jest.useFakeTimers({ now: NOW });
  // jsdom draws nothing; the focus goes to what is drawn.
  jest.spyOn(HTMLElement.prototype, 'getClientRects').mockReturnValue([{}] as unknown as DOMRectList);
  draftOf('b-1').store.setState({ data: undefined, savedAt: 0, failed: undefined });
});
afterEach(() => {
  cleanup();
  jest.restoreAllMocks();
  jest.useRealTimers();
});

test('a new draft is stored with the first thing that is put into it, and can be deleted only then', async () => {
  const server = await open(undefined);
  for (const step of [1, 2, 0, 1]) await tap(`step-${step}`);
  expect(server.asked('draft.create')).toBe(0);
  expect(screen.queryByTestId('discard')).toBeNull();

  type('set-title', '春季第一期');
  await tap('save-settings');

  expect(server.asked('draft.create')).toBe(1);
  expect(server.calls.find(one => one.endpoint === 'draft.save')?.input).toMatchObject({ draftId: 'b-1' });
  expect(screen.getByTestId('discard')).toBeTruthy();
});

test.each([0, 1, 2])('from step %i the draft can be deleted, after one more question', async step => {
  const server = await open(draft());
  await tap(`step-${step}`);

  await tap('discard');
  expect(server.asked('draft.discard')).toBe(0);
  expect(screen.getByText('删除“2027 春季第一期”')).toBeTruthy();
  await tap('discard-sure');

  expect(server.calls.find(one => one.endpoint === 'draft.discard')?.input).toEqual({ draftId: 'b-1' });
});

test('settings that are saved with empty fields stay where they are, and say at each field what is missing', async () => {
  await open(draft({ title: '', opensAt: null, closesAt: null }));
  await tap('step-1');

  await tap('save-settings');

  const field = (of: string) => screen.getByTestId(`set-${of}`).parentElement!.textContent;
  expect(field('title')).toMatch(/请.*名称/);
  expect(field('opensAt')).toMatch(/请选择/);
  expect(field('closesAt')).toContain('请选择报名截止的时间');
  expect(document.activeElement?.getAttribute('data-testid')).toBe('set-title');
  expect(screen.queryByText('职工会看到的样子')).toBeNull();
});

test('what the settings mean is said in the words of a clerk, with the former name as an example', async () => {
  await open(draft({ title: '', formerTitle: '2026 秋季第三期' }));
  expect(screen.getByText('照“2026 秋季第三期”再办的一期')).toBeTruthy();
  await tap('step-1');

  expect(screen.getByTestId('set-title').getAttribute('placeholder')).toBe('上次叫“2026 秋季第三期”');
  expect(screen.getByText('按报名送到的先后排队，人人一样')).toBeTruthy();
  expect(screen.getByText('让没上过课的人先报几分钟')).toBeTruthy();
});

test('a closing at midnight is asked about, any other is not', async () => {
  await open(draft({ closesAt: null }));
  await tap('step-1');

  type('set-closesAt', '2026-12-21T00:00');
  expect(screen.getByTestId('set-closesAt').parentElement!.textContent).toMatch(
    /12月21日 00:00 就是 12月20日 周日 24:00.*21日当天已经不能报。要报到21日晚上吗/,
  );
  type('set-closesAt', '2026-12-21T23:59');
  expect(screen.getByTestId('set-closesAt').parentElement!.textContent).not.toMatch(/就是|晚上吗/);
});

test.each([
  [NOW, '截止12月20日 周日 24:00'],
  [instantOf('2025-12-30', '09:00')!, '截止2026年12月20日 周日 24:00'],
])('before it is published the closing stands as workers read it', (now, words) => {
  const view = viewOf(draft({ opensAt: MIDNIGHT - 5 * 86_400_000, closesAt: MIDNIGHT, sections: [draftSection('1')] }));
  render(<PublishSheet view={view} now={now} onClose={() => undefined} />);

  expect(screen.getByTestId('publish-facts').textContent).toContain(words);
});

test('a sheet that is too large is not sent, and what it is too large by is said in words', async () => {
  const server = await open(draft({ sections: [] }));

  await tap('upload-sheet');

  expect(screen.getByTestId('draft-message').textContent).toMatch(
    new RegExp(`这个文件有 150 KB，最多能收 ${SHEET_BYTES_LIMIT / 1_000} KB.*请删掉图片再存一次`),
  );
  expect(server.asked('draft.readSheet')).toBe(0);
});
