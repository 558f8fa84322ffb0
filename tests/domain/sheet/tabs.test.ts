import type { ReadTab } from '../../../domain/sheet/draft';
import type { Cell, SheetGrid } from '../../../domain/sheet/grid';
import { aboutTabs, chosenTab, tabsOf } from '../../../domain/sheet/tabs';

const HEADER = ['课程名称', '上课时间', '名额', '地点'];
const TEA = ['茶艺', '每周三 19:00-20:30', 12, '205'];
const tab = (name: string, rows: Cell[][], hidden = false): SheetGrid => ({
  name,
  rows,
  merges: [],
  ...(hidden ? { hidden } : {}),
});
const grid = (...sheets: SheetGrid[]) => ({ fileName: 'a.xlsx', sheets });
const classes = (name: string, hidden = false) => tab(name, [HEADER, TEA, TEA], hidden);
const bare = (name: string, hidden = false) => tab(name, [HEADER], hidden);
const words = (name: string, hidden = false) => tab(name, [['说明']], hidden);
const chosen = (...sheets: SheetGrid[]) => sheets[chosenTab(grid(...sheets), {})]?.name;

test('of each tab the rows are counted that look like a class', () => {
  const rows = [
    ['2027 春季', '主办：区总工会'],
    HEADER,
    TEA.with(3, null as never),
    [null, null],
    HEADER,
    ['合计', null, 24],
    TEA,
    ['书法', null, null, null],
  ];
  expect(tabsOf(grid(tab('一', rows), bare('二'), words('三', true)))).toEqual([
    { name: '一', hidden: false, sections: 2 },
    { name: '二', hidden: false, sections: 0 },
    { name: '三', hidden: true, sections: 0 },
  ]);
});

test('read is the one that was named, else the first shown one with classes', () => {
  const all = [words('a'), bare('b'), classes('c', true), classes('d'), classes('e')];
  expect(chosen(...all)).toBe('d');
  expect(chosenTab(grid(...all), { sheet: 'e' })).toBe(4);
  expect(chosenTab(grid(...all), { sheet: 'a' })).toBe(0);
  expect(chosenTab(grid(...all), { sheet: 'gone' })).toBe(3);
});

test('where no shown one has classes: the first shown one with a header, then a hidden one with classes, then the first shown one', () => {
  expect(chosen(words('a'), classes('b', true), bare('c'))).toBe('c');
  expect(chosen(words('a'), bare('b', true), classes('c', true))).toBe('c');
  expect(chosen(bare('a', true), words('b'))).toBe('b');
  expect(chosen(words('a', true))).toBe('a');
});

describe('other tabs with classes are asked about', () => {
  const one = (name: string, sections: number, hidden = false): ReadTab => ({ name, sections, hidden });
  const sheets = (tabs: ReadTab[], at: number, answers = {}) =>
    aboutTabs(tabs, at, answers).map(({ text, ...rest }) => [rest, text]);

  test('where there are two of them, with how many classes each has', () => {
    const tabs = [one('春', 2), one('说明', 0), one('秋', 3)];
    expect(aboutTabs(tabs, 0, {})).toEqual([
      {
        about: 'sheets',
        sheets: [tabs[0], tabs[2]],
        text: expect.stringMatching(/^文件里有 2 张课程表：“春”2 个班，“秋”3 个班。/),
      },
    ]);
  });

  test('unless there is only one, or somebody has chosen it', () => {
    expect(sheets([one('春', 2), one('说明', 0)], 0)).toEqual([]);
    expect(sheets([one('春', 2), one('秋', 3)], 1, { sheet: '秋' })).toEqual([]);
    expect(sheets([one('春', 2), one('秋', 3)], 0, { sheet: '别的' })).toHaveLength(1);
  });

  test('hidden ones, too, until somebody has answered for what is hidden', () => {
    const tabs = [one('春', 2), one('旧', 3, true)];
    expect(aboutTabs(tabs, 0, {})[0]?.text).toContain('“旧”3 个班（隐藏的工作表）');
    expect(sheets(tabs, 0, { hidden: 'leave' })).toEqual([]);
  });

  test('a single one that is hidden, too', () => {
    expect(aboutTabs([one('说明', 0), one('旧', 3, true)], 1, {})[0]?.text).toMatch(
      /^只有隐藏的工作表里有课程：“旧”3 个班/,
    );
    expect(aboutTabs([one('旧', 3, true)], 0, { hidden: 'take' })).toHaveLength(1);
    expect(sheets([one('说明', 0, true)], 0)).toEqual([]);
    expect(sheets([], 0)).toEqual([]);
  });
});
