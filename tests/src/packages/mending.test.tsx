import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import type { DraftView, SheetView } from '../../../domain/api';
import { instantOf } from '../../../domain/base/clock';
import type { BatchDraft } from '../../../domain/model';
import { draftProblems } from '../../../domain/draft/draft-problems';
import { rowsToImport } from '../../../domain/sheet/sheet-rows';
import { isRefused } from '../../../domain/base/refuse';
import { isClean, isRight, type SheetAnswers } from '../../../domain/sheet/draft';
import type { Cell, Grid } from '../../../domain/sheet/grid';
import { hintsOf } from '../../../domain/sheet/hints';
import { mended, type MendedCell } from '../../../domain/sheet/mend';
import { understand } from '../../../domain/sheet/understand';
import Draft from '../../../src/packages/staff/draft/index';
import { draftOf } from '../../../src/packages/staff/draft/use-draft';
import { draft } from '../../domain/draft/drafts';
import { serve } from '../server';
import { phone } from '../taro';

/** A course sheet is mended on the page. The server of these tests reads it with the product's own rules. */
jest.mock('../../../src/app/files/pick-file', () => ({
  pickFile: async () => ({ fileName: '课程表.csv', file: 'eA==' }),
}));

const NOW = instantOf('2027-02-20', '09:00')!;
const HEADER: Cell[] = ['课程', '班次', '讲师', '上课时间', '首课', '课次', '地点', '名额', '承办单位', '备注'];
const line = (change: Record<number, Cell> = {}): Cell[] =>
  ['合唱', '一班', '陈静', '每周二 19:00-20:30', '3月9日', 12, '301室', 30, '渝西学校', '自带水杯'].map((cell, at) =>
    at in change ? change[at]! : cell,
  );
const TEA = { 0: '茶艺', 2: '李芳', 6: '302室' };
const GUQIN = { 0: '古琴', 2: '王洋', 6: '303室' };

type Asked = {
  mended?: MendedCell[];
  only?: 'right' | number[];
  how?: string;
  file?: string;
  key?: string;
  dismissed?: string[];
} & SheetAnswers;

/** The page of a draft that has no classes yet, with a sheet of these rows uploaded. */
async function open(
  rows: Cell[][],
  { offline = (): boolean => false, lost = (): boolean => false, header = HEADER } = {},
) {
  const grid: Grid = { fileName: '课程表.csv', sheets: [{ name: '', rows: [header, ...rows], merges: [] }] };
  let stored: BatchDraft = draft({ _id: 'd1', sections: [], revision: 1 });
  const viewNow = (): DraftView => {
    const { _id, lastKey: _last, createdAt: _created, updatedAt: _updated, ...said } = stored;
    return { draftId: _id, ...said, problems: draftProblems(stored, NOW), hints: [], preview: null };
  };
  const readingOf = (input: Asked) =>
    understand(mended(grid, input.mended ?? [], input), { now: NOW, holidays: [], ...input });
  const server = serve(
    {
      'draft.read': () => ({ data: viewNow() }),
      'draft.readSheet': input => {
        if (offline()) return 'no network';
        const reading = readingOf(input as Asked);
        const right = reading.rows.filter(isRight);
        const view: SheetView = { reading, clean: isClean(reading), sectionCount: right.length, capacity: 0 };
        return { data: view };
      },
      'draft.importSheet': input => {
        const asked = input as Asked;
        if (lost()) return 'lost reply';
        const found = rowsToImport(readingOf(asked), asked.only);
        if (isRefused(found)) return { refuse: 'SHEET_HAS_ERRORS' };
        const more = found.map(row => ({ key: `000${row.row}`, ...row.draft, hints: hintsOf(row) }));
        stored = {
          ...stored,
          sections: asked.how === 'append' ? [...stored.sections, ...more] : more,
          revision: stored.revision + 1,
        };
        return { data: viewNow() };
      },
      'draft.saveSection': input => {
        const { key, dismissed = [] } = input as Asked;
        stored = {
          ...stored,
          revision: stored.revision + 1,
          sections: stored.sections.map(section =>
            section.key === key
              ? { ...section, hints: (section.hints ?? []).filter(hint => !dismissed.includes(hint.text)) }
              : section,
          ),
        };
        return { data: viewNow() };
      },
    },
    () => NOW,
  );
  phone.setParams({ draftId: 'd1' });
  render(<Draft />);
  await pass(100);
  await tap('upload-sheet');
  const sent = (endpoint: string) =>
    server.calls.filter(one => one.endpoint === endpoint).map(one => one.input as Asked);
  return { sent, courses: () => stored.sections.map(section => section.course) };
}

/** In small steps: within one of them nothing is drawn. */
async function pass(ms: number) {
  for (let step = 0; step < ms / 20; step += 1) await act(() => jest.advanceTimersByTimeAsync(20));
}
const tap = async (testId: string) => {
  fireEvent.click(screen.getByTestId(testId));
  await pass(200);
};
const type = (testId: string, value: string) => fireEvent.change(screen.getByTestId(testId), { target: { value } });
const press = async (testId: string, key: string, more = {}) => {
  fireEvent.keyDown(screen.getByTestId(testId), { key, ...more });
  await pass(200);
};
const cell = (testId: string) => screen.getByTestId(testId).closest('.grid__row > *, .grid__name > *');
const tone = (testId: string) =>
  /grid__cell--(\w+)/.exec(cell(testId)?.className.replace(/--(short|number)/g, '') ?? '')?.[1];
const focused = () => document.activeElement?.getAttribute('data-testid');

beforeEach(() => {
  phone.reset();
  jest.useFakeTimers({ now: NOW });
  // jsdom draws nothing; the focus goes to what is drawn.
  jest.spyOn(HTMLElement.prototype, 'getClientRects').mockReturnValue([{}] as unknown as DOMRectList);
  draftOf('d1').store.setState({ data: undefined, savedAt: 0, failed: undefined });
});
afterEach(() => {
  cleanup();
  jest.restoreAllMocks();
  jest.useRealTimers();
});

test('tapped, typed, kept with Enter: read anew, green, and on to the next red cell; undone it is red again', async () => {
  const { sent } = await open([line(), line({ ...TEA, 7: '若干' }), line({ ...GUQIN, 5: '很多' })]);
  expect(tone('mend-3-capacity')).toBe('bad');

  await tap('mend-3-capacity');
  expect(focused()).toBe('type-3-H');
  type('type-3-H', '18');
  await press('type-3-H', 'Enter');

  expect(sent('draft.readSheet').at(-1)).toMatchObject({ mended: [{ row: 3, column: 'H', value: '18' }] });
  expect(tone('mend-3-capacity')).toBe('mended');
  expect(cell('mend-3-capacity')?.textContent).toMatch(/18已改改回原来的/);
  expect(focused()).toBe('type-4-F');
  await press('type-4-F', 'Escape');
  expect(focused()).toBe('mend-4-time');

  await tap('undo-3-capacity');
  expect(sent('draft.readSheet').at(-1)).not.toHaveProperty('mended');
  expect(tone('mend-3-capacity')).toBe('bad');
  expect(cell('mend-3-capacity')?.textContent).toContain('若干');
});

test('cells copied in a spreadsheet are pasted, and sent as the text that they are', async () => {
  const { sent } = await open([line()]);
  await tap('leave-reading');
  const text = '课程\t班次\n合唱\t"一\n班"\n𠮷他课 100%';

  await tap('paste-sheet');
  type('paste-text', text);
  await tap('paste-read');

  const { file = '' } = sent('draft.readSheet').at(-1)!;
  expect(Buffer.from(file, 'base64').toString('utf8')).toBe(text);
  expect(screen.queryByTestId('paste-text')).toBeNull();
  expect(screen.getByTestId('good-row')).toBeTruthy();
});

test('Escape leaves a cell as it was, Enter that ends a Chinese word keeps nothing, and neither asks', async () => {
  const { sent } = await open([line({ 7: '若干' })]);

  await tap('mend-2-capacity');
  type('type-2-H', '二十');
  await press('type-2-H', 'Enter', { isComposing: true });
  await press('type-2-H', 'Escape');

  expect(sent('draft.readSheet')).toHaveLength(1);
  expect(screen.queryByTestId('type-2-H')).toBeNull();
  expect(cell('mend-2-capacity')?.textContent).toContain('若干');
});

test('what is still wrong after it was mended stays open, with what is wrong now', async () => {
  await open([line({ 7: '若干' })]);

  await tap('mend-2-capacity');
  type('type-2-H', '好多');
  await press('type-2-H', 'Enter');

  expect(screen.getByTestId('type-2-H')).toHaveProperty('value', '好多');
  expect(cell('type-2-H')?.textContent).toContain('写的是“好多”');
});

test('all that is wrong with a row is told, and what else its sheet says is shown', async () => {
  await open([line({ 0: null, 5: '很多', 6: null, 7: '若干' })]);

  const row = screen.getByTestId('bad-row');
  for (const words of [
    '请写课程名称',
    '写的是“很多”',
    '请写上课地点',
    '请填一个数字',
    '承办 渝西学校',
    '备注 自带水杯',
  ])
    expect(row.textContent).toContain(words);
  expect(screen.getByTestId('reading').textContent).toContain('4 格要改');
});

test('hints are counted by cells and say whose they are', async () => {
  await open([line({ 2: null, 6: '文化馆' }), line({ ...TEA, 2: '待定' }), line({ ...GUQIN, 2: null })]);

  expect(screen.getByTestId('reading').textContent).toContain('3 格提醒');
  expect(screen.getByTestId('whose-hints').textContent).toBe('提醒：合唱一班 2 格、古琴一班');
});

test('what is right goes first; what was wrong waits, is mended and added', async () => {
  const { sent, courses } = await open([line(), line({ ...TEA, 7: '若干' })]);
  expect(screen.getByTestId('what-becomes').textContent).toMatch(
    /先导入的 1 个班存进草稿；还要改的 1 行不存，留在这一页/,
  );

  await tap('import-right');
  expect(courses()).toEqual(['合唱']);
  expect(screen.getByTestId('sheet-aside').textContent).toContain('导入了 1 个班，还有 1 行没有导入');
  await tap('resume-reading');
  expect(screen.queryByTestId('good-row')).toBeNull();
  await tap('mend-3-capacity');
  type('type-3-H', '18');
  await press('type-3-H', 'Enter');
  expect(focused()).toBe('import-sheet');
  await tap('import-sheet');

  expect(courses()).toEqual(['合唱', '茶艺']);
  expect(sent('draft.importSheet')).toMatchObject([
    { how: 'replace', only: 'right' },
    { how: 'append', only: [3], mended: [{ row: 3, column: 'H', value: '18' }] },
  ]);
  expect(screen.queryByTestId('sheet-aside')).toBeNull();
});

test('a row is left out and taken back', async () => {
  const { courses } = await open([line(), line({ ...TEA, 7: '若干' })]);

  await tap('leave-out-3');
  expect(screen.getByTestId('left-out-row').textContent).toContain('第 3 行 茶艺一班，不导入');
  await tap('take-back-3');
  expect(screen.getByTestId('bad-row')).toBeTruthy();
  await tap('leave-out-3');
  await tap('import-sheet');

  expect(courses()).toEqual(['合唱']);
});

test('without a network what was typed stays, with the reason, and goes at the next try', async () => {
  let down = false;
  await open([line({ 7: '若干' })], { offline: () => down });
  await tap('mend-2-capacity');
  type('type-2-H', '18');

  down = true;
  await tap('mend-keep');
  expect(screen.getByTestId('mend-fault').textContent).toContain('网络没有连上');
  expect(screen.getByTestId('type-2-H')).toHaveProperty('value', '18');
  down = false;
  await tap('mend-keep');

  expect(tone('mend-2-capacity')).toBe('mended');
});

test('topics are mended line by line: Enter begins a line, and what to bring and the room stand beside them', async () => {
  const header = [...HEADER, '自带', '场地容量', '每次课的主题'];
  const { sent } = await open([[...line({ 5: 2 }), '谱夹', 25, '发声\n识谱\n合排']], { header });
  const topics = () => screen.getByTestId('mend-2-topics');
  expect(cell('mend-2-topics')?.textContent).toContain('有 3 行，只有 2 次课');

  await tap('mend-2-topics');
  const field = 'type-2-M';
  expect(screen.getByTestId(field).tagName).toBe('TEXTAREA');
  expect((screen.getByTestId(field) as HTMLTextAreaElement).value).toBe('发声\n识谱\n合排');
  type(field, '发声\n合排');
  await press(field, 'Enter');
  expect(screen.getByTestId(field)).toBeTruthy();
  await tap('mend-keep');

  expect(sent('draft.readSheet').at(-1)!.mended).toEqual([{ row: 2, column: 'M', value: '发声\n合排' }]);
  expect(topics().textContent).toContain('2 次课有主题：发声、合排');
  expect(screen.getByTestId('mend-2-bring').textContent).toContain('谱夹');
  expect(screen.getByTestId('mend-2-place').textContent).toContain('坐得下 25 人');
  expect(tone('mend-2-capacity')).toBe('warned');
});

test('a hint stands at its class until somebody says that it was seen', async () => {
  const { sent } = await open([line({ 2: null }), line({ ...TEA, 2: null })]);
  await tap('import-sheet');
  const hints = () => screen.queryAllByTestId('section-hint').map(one => one.textContent);
  expect(hints()).toEqual(['合唱一班「讲师」空着，先记为“待定”知道了', '茶艺一班「讲师」空着，先记为“待定”知道了']);

  fireEvent.click(within(screen.getAllByTestId('section-hint')[0]!).getByTestId('dismiss-hint'));
  await pass(100);

  expect(sent('draft.saveSection')).toMatchObject([{ cells: {}, dismissed: ['「讲师」空着，先记为“待定”'] }]);
  expect(hints()).toEqual(['茶艺一班「讲师」空着，先记为“待定”知道了']);
  await tap('step-2');
  expect(screen.getByTestId('warnings').textContent).toContain('茶艺一班：「讲师」空着');
});

test('an import whose answer was lost is sent again as the same act, and another content is another act', async () => {
  let lost = 2;
  const { sent } = await open([line(), line({ ...TEA, 7: '若干' })], { lost: () => lost-- > 0 });

  for (let tries = 0; tries < 3; tries++) await tap('import-right');
  await tap('resume-reading');
  await tap('mend-3-capacity');
  type('type-3-H', '18');
  await press('type-3-H', 'Enter');
  await tap('import-sheet');

  const acts = sent('draft.importSheet').map(input => (input as { actId?: string }).actId);
  expect(acts[0]).toMatch(/^[A-Za-z0-9-]{8,40}$/);
  expect(acts).toEqual([acts[0], acts[0], acts[0], acts[3]]);
  expect(acts[3]).not.toBe(acts[0]);
});
