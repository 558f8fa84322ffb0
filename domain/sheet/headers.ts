import type { ReadColumn } from './draft';
import type { SheetField } from './field';
import type { Cell, SheetGrid } from './grid';
import { letterOf, plain } from './words';

/**
 * The names that people give each column. They are compared without spaces, brackets and stars, and the whole header
 * must match.
 */
const NAMES: [SheetField, RegExp][] = [
  ['topics', /^(每|各|逐)(一?次|一?节|一?讲)?课?(课程|教学|授课)?的?(主题|内容)$|^课次(主题|内容)$/],
  [
    'roomCapacity',
    /^(场地|教室|场所|课室|房间)(最多|可)*(容量|容纳人数|可坐人数|座位数?)$|^(最多|可)*容纳人数$|^座位数?$/,
  ],
  ['number', /^(序号?|编号|№|No\.?|#|课程编号|班级编号)$/i],
  ['kind', /^(课程|活动|班级?|开课)?类型$/],
  [
    'walkIn',
    /^((是否|可否|能否|可以?|能)?(不报名|免报名|不用报名|无需报名)(就|也|可以?|能)*(来|参加|入场|进场)?|(开放|自由)(入场|进场))$/,
  ],
  [
    'course',
    /^((课程?|项目|培训|活动|开设|公益课)(课程)?(名称?|名)?|(课程|培训|活动|学习)(内容|项目|科目|主题)|课程类别名称|项目课程|主题|科目|开课项目|拟开课程|课名)$/,
  ],
  ['name', /^(班次|班级?|班别|分班|班级?名称|期班|班号|开设班次|层次|级别)$/],
  [
    'instructor',
    /^(授课|任课|上课|主讲|执教|指导|代课|培训|课程)*(老师|教师|讲师|教练|师资|导师|授课人|主讲人)(姓名|名单|安排)?$/,
  ],
  ['organisation', /^(承办|承接|实施|合作|培训|教学|授课|服务|主办|开课|办学)?(单位|机构|社会力量|组织)(名称)?$/],
  ['room', /^(教室|课室|室|房间|具体教室|教室号|上课教室|场地|场馆)$/],
  ['place', /^(上课|授课|培训|活动|教学|开课|具体|报到)?(地点|地址|位置|场所|校区|教学点)$/],
  ['weekday', /^(星期|周几|每周|上课星期|星期几|周次|上课日|上课日期\/星期)$/],
  ['fromTime', /^(上课|开课|课程)?(开始|起始)(时间|时刻|钟点)$|^上课时刻$/],
  ['toTime', /^(下课|结束|终止)(时间|时刻)?$|^课程结束时间$/],
  ['time', /^(时段|时间段|上课时段|授课时段|上课钟点|具体时段)$/],
  ['skipDays', /^(停课|放假|休息|不上课|停课放假)(日期?|时间|安排|说明)?$/],
  ['lastDay', /^(结束|结课|截止|结业)(日期|日)$|^结课(时间)?$/],
  [
    'firstDay',
    /^(开课|首课|首次|第一课|第一次课?|开始|起始|起止|上课|开班|授课|培训|培训起止|课程起止)?(日期|日|起止日期)$|^(首课|首次上课|第一次上课|开班)(时间)?$|^起止(时间|日期)?$|^(培训|课程|上课)?周期$|^日程$/,
  ],
  [
    'schedule',
    /^(上课|授课|培训|活动|教学|课程|具体|开课|学习|拟定)?(时间|安排|课表)(安排|表)?$|^(开课|上课)时间(及|和|与|、)?(日期|频次|安排)$|^时间及?日期$|^(上课|授课|开课|课程)?(频次|频率)$|^单双周$|^(停?[补调加]课|停课?及?补课?|停调课)(日期?|时间|安排|说明|情况)?$/,
  ],
  [
    'count',
    /^(共?(计|几|多少)?(次数?|课次|节数|讲数|几次|次课|几节))$|^(上课|授课|课程|培训|计划|总)?(次数|课次|节次|节数|总课次)$/,
  ],
  // The length, which says nothing about the number of lessons.
  ['length', /^(上课|授课|课程|培训|计划|总|共)?(课时|学时)数?$/],
  ['waitlistLimit', /^候补(名额|人数|数|席位?|上限)?$|^(备选|替补|后备|排队)(名额|人数)?$/],
  [
    'capacity',
    /^(计划|招生|招收|招募|限招|拟招|开放|班级?|报名|限报|学员|培训|参训|参加)*(名额数?|人数|规模|容量|限额|人数上限|上限|名额人数)$|^(招生|限额)$/,
  ],
  [
    'audienceText',
    /^(报名|招生|面向|参加|适合|培训|招收|参训|服务)?(对象|人群|人员|范围|条件|要求对象)$|^面向$|^报名(要求|条件)$/,
  ],
  ['employers', /^(只|仅|只?面向|仅?限|限报|限定|专场|报名)(单位|企业)$/],
  ['districts', /^(只|仅|只?面向|仅?限|限报|限定|专场|报名)(镇街道?|街镇|街道|乡镇)$/],
  ['note', /^(备注|说明|注意(事项?)?|备注说明|其他|其它|温馨提示|课程要求|要求)$/],
  [
    'bring',
    /^(学员|学员需|需要?|请|自行)*(自带|自备|要?带什么|要?带|携带)(的?(物品|东西|材料|用品|工具))?$|^物品准备$/,
  ],
];

/** The usual name of a column, used if the sheet has no such column. */
export const USUAL: Partial<Record<SheetField, string>> = {
  kind: '类型',
  walkIn: '不报名也能来',
  course: '课程名称',
  place: '上课地点',
  schedule: '上课时间',
  capacity: '名额',
  firstDay: '开课日期',
  lastDay: '结束日期',
  count: '课次',
  skipDays: '停课日期',
  instructor: '讲师',
  organisation: '承办单位',
  waitlistLimit: '候补名额',
  audienceText: '报名对象',
  employers: '只面向单位',
  districts: '只面向镇街',
  bring: '自带',
  roomCapacity: '场地容量',
  topics: '每次课的主题',
  note: '备注',
  name: '班次',
};

/** A longer text is a note and not a header. */
const HEADER_LENGTH = 120;

export const headerText = (cell: Cell | undefined): string =>
  typeof cell === 'string' && cell.length <= HEADER_LENGTH
    ? plain(cell)
        .replace(/\([^)]*\)|【[^】]*】|\[[^\]]*\]/g, '')
        .replace(/[\s*:※★]/g, '')
    : '';

/** The field that a header's text names, or `undefined`. */
export const fieldOf = (cell: Cell | undefined): SheetField | undefined => {
  const text = headerText(cell);
  return text === '' ? undefined : NAMES.find(([, pattern]) => pattern.test(text))?.[0];
};

/** Fields that may have several columns in a sheet. Their words are joined. */
const MANY: readonly SheetField[] = ['schedule', 'note', 'firstDay'];
/** The header is within this many rows, because titles and notes may come first. */
const HEADER_WITHIN = 30;

export interface Header {
  /** Index in `rows` of the header's last row. */
  bottom: number;
  /** The rows of the header, unchanged. */
  lines: (readonly Cell[])[];
  columns: (ReadColumn & { index: number })[];
}

/**
 * The header of a sheet whose merges are filled in (`merged.ts`), or `undefined` if no row looks like one. A row that
 * names the course wins over a row that does not.
 */
export function findHeader(sheet: SheetGrid): Header | undefined {
  let best: { header: Header; score: number } | undefined;
  for (let top = 0; top < Math.min(HEADER_WITHIN, sheet.rows.length); top += 1) {
    // A header of two rows has a cell that is merged downwards.
    const bottom = sheet.merges.reduce(
      (most, merge) => (merge.top === top && merge.bottom <= top + 2 ? Math.max(most, merge.bottom) : most),
      top,
    );
    for (const last of new Set([top, bottom])) {
      const header = headerAt(sheet, top, last);
      const fields = new Set(header.columns.map(column => column.field).filter(field => field !== undefined));
      const score = fields.size + (fields.has('course') ? 100 : 0);
      if (fields.size >= 3 && score > (best?.score ?? 0)) best = { header, score };
    }
  }
  return best?.header;
}

function headerAt(sheet: SheetGrid, top: number, bottom: number): Header {
  const width = Math.max(...sheet.rows.slice(top, bottom + 1).map(row => row.length));
  const columns: Header['columns'] = [];
  const read = (hidden: boolean, taken: Set<SheetField>) => {
    for (let index = 0; index < width; index += 1) {
      if (isHidden(sheet, index) !== hidden) continue;
      const upper = sheet.rows[top]?.[index];
      const lower = sheet.rows[bottom]?.[index];
      const shown = typeof lower === 'string' ? lower : upper;
      if (typeof shown !== 'string' || headerText(shown) === '') continue;
      const joined = upper === lower ? shown : `${headerText(upper)}${headerText(lower)}`;
      let field = fieldOf(lower) ?? fieldOf(joined) ?? fieldOf(upper);
      if (field !== undefined && taken.has(field) && !MANY.includes(field)) field = undefined;
      if (field !== undefined) taken.add(field);
      columns.push({ index, letter: letterOf(index), header: plain(shown), ...(field === undefined ? {} : { field }) });
    }
  };
  // A visible column takes precedence over a hidden one.
  const taken = new Set<SheetField>();
  read(false, taken);
  read(true, taken);
  columns.sort((a, b) => a.index - b.index);
  // If no column is called 课程, the course may be in 班级: 书法班, 瑜伽班. 一班 and 二班 are no courses.
  const named = taken.has('course')
    ? undefined
    : columns.find(column => /^班(级|级?名称?)$/.test(headerText(column.header)));
  if (named && !sheet.rows.slice(bottom + 1).some(row => isClassName(row[named.index]))) named.field = 'course';
  return { bottom, lines: sheet.rows.slice(top, bottom + 1), columns };
}

export const isHidden = (sheet: SheetGrid, column: number): boolean => sheet.hiddenColumns?.includes(column) ?? false;

/** True for 一班, 3班, 初级班, A班, which name a class of a course and no course. */
const isClassName = (cell: Cell | undefined): boolean =>
  typeof cell === 'string' &&
  /^(第?([一二三四五六七八九十]{1,3}|\d{1,2})班?|[A-Za-z]班?|(初|中|高|基础|入门|提高|提升|进阶|零基础)级?班?)$/.test(
    plain(cell),
  );
