import * as fc from 'fast-check';
import { isNamed, namesIn, sharedNames } from '../../../domain/people/names';

test.each([
  ['陈静', ['陈静']],
  ['陈静、李芳', ['陈静', '李芳']],
  ['陈静,李芳;王小明／赵六', ['陈静', '李芳', '王小明', '赵六']],
  ['陈静 李芳', ['陈静', '李芳']],
  ['陈静　李芳　王小明', ['陈静', '李芳', '王小明']],
  ['陈静\n李芳', ['陈静', '李芳']],
  ['陈静和李芳', ['陈静', '李芳']],
  ['陈静老师与李芳老师', ['陈静', '李芳']],
  ['李和平', ['李和平']],
  ['王祥和', ['王祥和']],
  ['陈静-李芳', ['陈静', '李芳']],
  ['陈 静', ['陈静']],
  ['陈　静老师', ['陈静']],
  ['王 小 明', ['王小明']],
  ['王 小明', ['王小明']],
  ['陈 静 李 芳', ['陈静', '李芳']],
  ['陈 静、李 芳', ['陈静', '李芳']],
  ['陈 静 王小明', ['陈静', '王小明']],
  ['欧阳 静', ['欧阳静']],
  ['欧阳娜娜 李芳', ['欧阳娜娜', '李芳']],
  ['主讲：陈静 助教：李芳', ['陈静', '李芳']],
  ['主讲老师: 陈静；助教: 李芳', ['陈静', '李芳']],
  ['陈静（主讲）、李芳（助教）', ['陈静', '李芳']],
  ['陈静（琵琶）', ['陈静']],
  ['陈静【市音协】', ['陈静']],
  ['陈静（助教：李芳）', ['陈静', '李芳']],
  ['（陈静）', ['陈静']],
  ['陈静(李芳代课)', ['陈静', '李芳']],
  ['陈静副教授', ['陈静']],
  ['陈静 高级讲师', ['陈静']],
  ['国家级非遗传承人：陈静', ['陈静']],
  ['老师 陈静', ['陈静']],
  ['陈静老师 李芳老师', ['陈静', '李芳']],
  ['陈静等', ['陈静']],
  ['陈静 13800001234', ['陈静']],
  ['1.陈静 2.李芳', ['陈静', '李芳']],
  ['陈静（13800001234）', ['陈静']],
  ['陈老师', ['陈老师']],
  ['欧阳教授', ['欧阳教授']],
  ['阿依古丽•买买提', ['阿依古丽·买买提']],
  ['阿依古丽‧买买提老师、李〇', ['阿依古丽·买买提', '李〇']],
  ['John Smith', ['John Smith']],
  ['John Smith 陈静', ['John Smith', '陈静']],
  ['Jean-Paul O’Neil', ['Jean-Paul O’Neil']],
  ['陈静、陈 静老师', ['陈静']],
  ['\u202d陈\u200b静\ufe0f\u202c', ['陈静']],
  ['老师', []],
  ['待定', []],
  ['师资待定', []],
  ['老师待定', []],
  ['陈静、待定', ['陈静']],
  ['陈静（李芳代）', ['陈静', '李芳']],
  ['陈静（李芳替课）', ['陈静', '李芳']],
  ['陈静（现代）', ['陈静']],
  ['陈静或李芳', ['陈静', '李芳']],
  ['陈静、李芳两位老师', ['陈静', '李芳']],
  ['陈静等三位老师', ['陈静']],
  ['陈静→李芳', ['陈静', '李芳']],
  ['①陈静②李芳', ['陈静', '李芳']],
  ['1陈静 2李芳', ['陈静', '李芳']],
  ['1、陈静2、李芳', ['陈静', '李芳']],
  ['1.陈静2.李芳', ['陈静', '李芳']],
  ['一班：陈静；二班：李芳', ['陈静', '李芳']],
  ['一班陈静 二班李芳', ['陈静', '李芳']],
  ['陈静1班、李芳2班', ['陈静', '李芳']],
  ['周二：陈静；周四：李芳', ['陈静', '李芳']],
  ['周一鸣、周二妮', ['周一鸣', '周二妮']],
  ['班主任陈静', ['陈静']],
  ['国家一级演员陈静', ['陈静']],
  ['陈静 国家一级美术师', ['陈静']],
  ['非遗传承人陈静', ['陈静']],
  ['暂定陈静', ['陈静']],
  ['外教 John', ['John']],
  ['外教：Jean-Paul', ['Jean-Paul']],
  ['教师2、教师3', ['教师2', '教师3']],
  ['诸葛 孔 明', ['诸葛孔明']],
  ['濮阳 静 李芳', ['濮阳静', '李芳']],
  ['闾丘 露薇', ['闾丘露薇']],
  ['爱新觉罗 启功', ['爱新觉罗启功']],
  ['欧阳 陈小明', ['欧阳', '陈小明']],
  ['欧阳 Jo', ['欧阳', 'Jo']],
  ['陈静 王 小明', ['陈静', '王小明']],
  ['陈 小明 静', ['陈小明', '静']],
  ['陈 老师', ['陈老师']],
  ['欧阳 老师', ['欧阳老师']],
  ['王 小 明 老师 、李芳', ['王小明', '李芳']],
  ['陈静、 一班李芳', ['陈静', '李芳']],
  ['陈静（ 助教：李芳 ）', ['陈静', '李芳']],
  ['陈静（琵琶教授）', ['陈静']],
  ['陈静（助教李）', ['陈静']],
  ['陈静、12、***', ['陈静']],
  ['N/A', []],
  ['TBD', []],
  ['暂缺', []],
  ['', []],
  ['/', []],
])('the cell %j holds %j', (cell, names) => {
  expect(namesIn(cell as string)).toEqual(names);
});

const han = (most: number) => fc.array(fc.constantFrom(...'静芳明燕秋兰峰敏强丽'), { minLength: 1, maxLength: most });
const surname = fc.constantFrom('陈', '李', '王', '赵', '欧阳', '诸葛');
const name = fc.oneof(
  fc.tuple(surname, han(2)).map(([one, given]) => one + given.join('')),
  fc.constantFrom('阿依古丽·买买提', '李〇', '刘\u{e863}', '张\u{20bb7}', 'John Smith'),
);
const names = fc.uniqueArray(name, { minLength: 1, maxLength: 4 });
/** One person as somebody may have written them. */
const dressed = fc.record({
  before: fc.constantFrom('', '主讲：', '助教: ', '老师：'),
  after: fc.constantFrom('', '老师', ' 老师', '教授', '副教授', '师傅', '（主讲）', '(琵琶)', '【市音协】'),
  mark: fc.constantFrom('', '\u200b', '\u202d', '\u2060', '\ufe0f', '\u{e0100}', '\u00ad', '\ufeff', '\u3164'),
  dot: fc.constantFrom('·', '・', '•', '‧', '．', '∙', ' · ', '.'),
});
type Dress = typeof dressed extends fc.Arbitrary<infer T> ? T : never;
const dress = (plain: string, { before, after, mark, dot }: Dress) =>
  before + [...plain.replace('·', dot)].join(mark) + mark + after;

test('several people in a cell, however they are parted and dressed, are these people', () => {
  const parted = fc.constantFrom('、', '，', ',', '；', '/', '／', ' 、', '\n', '\t', ' ', '　', '&', '|');
  fc.assert(
    fc.property(names, fc.array(dressed, { minLength: 4, maxLength: 4 }), parted, (people, dresses, by) => {
      fc.pre(!people.includes('John Smith') || by.trim() !== '' || by === '\n' || by === '\t');
      const cell = people.map((person, index) => dress(person, dresses[index]!)).join(by);

      expect(namesIn(cell)).toEqual(people);
      for (const person of people) expect(isNamed(person, cell)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test('who is not in a cell is not named by it', () => {
  fc.assert(
    fc.property(names, people => {
      const cell = people.slice(1).join('、');

      expect(isNamed(people[0]!, cell)).toBe(false);
    }),
  );
});

test('what two cells share does not depend on which is asked first', () => {
  const cell = fc.oneof(
    names.map(people => people.join(' ')),
    fc.string({ unit: 'grapheme' }),
  );
  fc.assert(
    fc.property(cell, cell, (one, other) => {
      expect(sharedNames(one, other).sort()).toEqual(sharedNames(other, one).sort());
    }),
  );
});

test('a title that leaves no more than a surname is no name that two people share', () => {
  expect(isNamed('陈静', '陈老师')).toBe(false);
  expect(isNamed('陈老师', '陈老师')).toBe(true);
  expect(isNamed('欧阳老师', '欧阳 老师')).toBe(true);
  expect(isNamed('老师', '老师')).toBe(false);
});

test('a minority name that lost its dot to a space is still the name', () => {
  expect(isNamed('阿依古丽·买买提', '阿依古丽 买买提老师')).toBe(true);
  expect(isNamed('阿依古丽买买提', '阿依古丽・买买提')).toBe(true);
});

test('titles without end are read to the end', () => {
  for (const titles of ['高级教师', '国家一级演员', '等三位', '非遗传承人', '副教授', '教练员'])
    expect(namesIn(`陈静${titles.repeat(200)}等三。`)).toHaveLength(1);
});
