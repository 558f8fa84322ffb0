import { CAPACITY_LIMIT } from '../../domain/sheet/row';
import { SHEET_ROWS_LIMIT } from '../../domain/sheet/limits';
import type { WorkColumn } from './workbook';
import { writeWorkbook } from './write';

interface TemplateColumn extends WorkColumn {
  example: string | number;
  how: string;
}

/** The order in which staff think of the columns. The example's course begins with 示例, so that its row is ignored. */
const COLUMNS: TemplateColumn[] = [
  { title: '课程名称', width: 16, kind: 'text', example: '示例：茶艺', how: '必填' },
  { title: '班次', width: 10, kind: 'text', example: '一班', how: '同一门课开几个班时填；不填就按顺序记为一班、二班' },
  { title: '讲师', width: 12, kind: 'text', example: '李文秀', how: '不填就记为“待定”' },
  { title: '承办单位', width: 22, kind: 'text', example: '渝西茶艺培训学校', how: '选填' },
  { title: '上课地点', width: 30, kind: 'text', example: '职工服务中心培训楼205茶艺室', how: '必填，写到哪一间教室' },
  { title: '名额', width: 8, kind: 'number', example: 30, how: `必填，1 到 ${CAPACITY_LIMIT} 的数字` },
  {
    title: '场地容量',
    width: 10,
    kind: 'number',
    example: 40,
    how: '选填，教室坐得下多少人。名额比它多会提醒，多两成以上不能导入',
  },
  { title: '候补名额', width: 10, kind: 'number', example: 15, how: '不填按名额的一半，不要候补填 0' },
  { title: '类型', width: 8, kind: 'text', example: '', how: '选填，讲座、沙龙写“讲座”：只有一次，没有请假' },
  { title: '不报名也能来', width: 12, kind: 'text', example: '', how: '选填，只有讲座可以写“是”；写了就不设候补' },
  {
    title: '开课日期',
    width: 16,
    kind: 'text',
    example: '2027年3月10日',
    how: '第一课的日期，也可以写 3月10日 或 2027-03-10',
  },
  {
    title: '上课时间',
    width: 24,
    kind: 'text',
    example: '每周三 19:00-20:30',
    how: '必填，例如 每周二、四 19:00-20:30；不按周上课就列出日期：3月10、17、24日 19:00-20:30',
  },
  {
    title: '课次',
    width: 8,
    kind: 'number',
    example: 12,
    how: '一共上几次，例如 12，不是课时数。法定节假日自动跳过，课往后顺延',
  },
  { title: '停课日期', width: 16, kind: 'text', example: '', how: '另外不上课的日子，例如 4月7日、5月1日-5月5日' },
  { title: '报名对象', width: 16, kind: 'text', example: '全区工会会员', how: '选填，给职工看的说明' },
  { title: '只面向单位', width: 20, kind: 'text', example: '', how: '选填，别的单位报不了；几个单位用顿号隔开' },
  { title: '只面向镇街', width: 16, kind: 'text', example: '', how: '选填，别的镇街报不了；几个镇街用顿号隔开' },
  { title: '自带', width: 20, kind: 'text', example: '水杯', how: '选填，每次课要带的东西，上课前一晚的提醒里也会写' },
  {
    title: '每次课的主题',
    width: 24,
    kind: 'text',
    example: '认识六大茶类\n绿茶冲泡',
    how: '选填，一行写一次课（格子里按 Alt+回车换行），可以只写前几次，不能比课次多',
  },
  { title: '备注', width: 20, kind: 'text', example: '茶具由中心提供', how: '选填' },
];

/** The course sheet to fill in: a header, one example that is ignored, and a second sheet that explains the columns. */
export const templateWorkbook = (): Promise<Buffer> =>
  writeWorkbook([
    {
      name: '课程表',
      columns: COLUMNS,
      rows: [COLUMNS.map(({ example }) => ({ value: example === '' ? null : example, tone: 'hint' }))],
    },
    {
      name: '填写说明',
      columns: [
        { title: '项', width: 14, kind: 'text' },
        { title: '怎么填', width: 70, kind: 'text' },
      ],
      rows: [
        ...COLUMNS.map(({ title, how }) => [title, how]),
        ['一行一个班', `最多 ${SHEET_ROWS_LIMIT} 行。列可以调换顺序，也可以加自己的列，不认识的列会跳过`],
        ['示例行', '以“示例”开头的行不会导入，可以删掉'],
      ],
    },
  ]);
