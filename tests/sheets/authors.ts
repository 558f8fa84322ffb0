import { xlsx, serial, type RawCell, type RawSheet } from './xlsx';

/**
 * Course sheets as different people write them. The unions and their numbers are real (39 sections with 1,026 seats in
 * 沂源, 75 with 2,075 in 成都, 11 courses in 上海地铁, 20 courses of 12 lessons for 450 in 浦东); the rows are made up.
 */
const COURSES =
  '合唱 茶艺 古琴 剪纸 葫芦丝 瑜伽 乒乓球 书法 民族舞 太极拳 手机摄影 家常川菜 古筝 国画 声乐 烘焙 插花 羽毛球 街舞 八段锦 短视频剪辑 咖啡 硬笔书法 二胡 普拉提 朗诵 陶艺 素描 面点 旗袍走秀 竹笛 网球 尤克里里 急救知识 扎染 油画'.split(
    ' ',
  );
const course = (index: number): string => COURSES[index % COURSES.length] ?? '';
const teacher = (index: number): string =>
  `${'王李张刘陈杨黄赵周吴徐孙胡朱高林何郭马罗'[index % 20]}${'燕芳娟强军平林梅英霞敏静磊洋勇'[Math.floor(index / 20) % 15]}${'文明华'[index % 3]}`;
const WEEK = '一二三四五六日';
const DATE = 'yyyy"年"m"月"d"日"';
const DAYS = Array.from({ length: 7 }, (_, index) => `2027-03-${String(8 + index).padStart(2, '0')}`);

/** `total` split into `parts` whole numbers as even as can be. */
const split = (total: number, parts: number): number[] =>
  Array.from({ length: parts }, (_, index) => Math.floor(total / parts) + (index < total % parts ? 1 : 0));

/** Titles, two lines of notes, 序号, courses merged over their classes, Excel dates, a total by formula, signatures. */
export function yiyuan(): Uint8Array {
  const seats = split(1_026, 39);
  const rows: RawCell[][] = [
    ['沂源县职工文化宫2027年春季公益培训班课程表'],
    ['说明：全县工会会员均可报名，每人限报两门。'],
    ['序号', '课程名称', '班次', '授课老师', '上课时间', '开课日期', '总课次', '上课地点', '招生人数', '备注'],
  ];
  const merges = ['A1:J1', 'A2:J2'];
  for (let index = 0; index < 39; index += 1) {
    // The first five courses have two classes each: 34 courses, 39 sections.
    const second = index < 10 && index % 2 === 1;
    const of = index < 10 ? Math.floor(index / 2) : index - 5;
    const day = index % 7;
    const row = rows.length + 1;
    if (index < 10 && !second) merges.push(`B${row}:B${row + 1}`);
    rows.push([
      index + 1,
      second ? null : course(of),
      index < 10 ? (second ? '二班' : '一班') : null,
      teacher(index),
      `每周${WEEK[day]} ${day > 4 ? '9:30-11:30' : '19:00-20:30'}`,
      { serial: serial(DAYS[day] ?? ''), format: DATE },
      index % 3 === 0 ? '12次' : 10,
      `职工文化宫${200 + index}室`,
      seats[index] ?? 0,
      null,
    ]);
    if (index === 19) rows.push([]);
  }
  rows.push(['合计', null, null, null, null, null, null, null, { formula: 'SUM(I4:I43)', value: 1_026 }]);
  rows.push(['填表人：孙老师        审核：']);
  return xlsx([
    { name: '课程表', rows, merges },
    { name: 'Sheet2', rows: [] },
  ]);
}

/** A cover first, other order, full-width forms, 星期 and 时间 apart, 起止日期, the header anew every 25 rows. */
export function chengdu(): Uint8Array {
  const seats = split(2_075, 75);
  const wide = (text: string | number): string =>
    String(text).replace(/[!-~]/g, char => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
  const header = [
    '课 程',
    '班 别',
    '上课教学点',
    '教室',
    '星期',
    '时间段',
    '起止日期',
    '名 额（人）',
    '候补',
    '教师',
    '承办机构',
  ];
  const rows: RawCell[][] = [];
  for (let index = 0; index < 75; index += 1) {
    if (index % 25 === 0) rows.push(header);
    const day = index % 6;
    rows.push([
      index % 4 === 0 ? `《${course(index)}》` : course(index),
      wide(`${Math.floor(index / COURSES.length) + 1}班`),
      ['锦江区职工学校', '青羊工人文化宫', '高新职工之家'][index % 3] ?? '',
      wide(`${100 + index}室`),
      WEEK[day] ?? '',
      index % 2 === 0 ? '１８：３０—２０：００' : '19:30~21:00',
      '2027.3.8-5.30',
      index % 5 === 0 ? wide(seats[index] ?? 0) : (seats[index] ?? 0),
      index % 10 === 0 ? '无' : 10,
      teacher(index).replace(/^(.)(.).$/, '$1　$2') + (index >= 20 ? `（${index}）` : ''),
      '成都市职工大学',
    ]);
  }
  return xlsx([
    { name: '封面', rows: [['成都市总工会'], ['2027年春季职工公益课堂']], merges: ['A1:H1'] },
    { name: '课表', rows },
    {
      name: '老师名单',
      rows: [
        ['姓名', '电话'],
        ['王老师', '13800000000'],
      ],
      hidden: true,
    },
  ]);
}

/** All the days of each course in one cell; small groups; prefixed XML as an office system exports it. */
export function metro(): Uint8Array {
  const rows: RawCell[][] = [['培训项目', '主讲人', '授课时间', '授课地点', '人数上限', '适合人群', '学员自备']];
  for (let index = 0; index < 11; index += 1) {
    const first = 9 + (index % 4);
    const days = Array.from({ length: 3 + (index % 4) }, (_, week) => first + week * 7);
    const march = days.filter(day => day <= 31).join('、');
    const april = days.filter(day => day > 31).map(day => day - 31);
    rows.push([
      course(index),
      teacher(index),
      `3月${march}日${april.length > 0 ? `，4月${april.join('、')}日` : ''} 18:30—20:00`,
      `${['隆德路', '新村路', '莘庄'][index % 3]}基地${index + 1}号教室`,
      `${5 + index}人`,
      '运营一线职工',
      index % 2 === 0 ? '便装' : null,
    ]);
  }
  return xlsx([{ name: '一季度', rows }], { prefix: 'x' });
}

/** A header of two rows, hours as Excel times in two columns, Monday to Thursday, no 班次. */
export function pudong(): Uint8Array {
  const seats = split(450, 20);
  const rows: RawCell[][] = [
    ['浦东新区职工夜校（春季）'],
    ['课程名称', '任课教师', '上课时间', null, null, null, '课次', '地点', '名额'],
    [null, null, '开课日期', '星期', '开始时间', '结束时间', null, null, null],
  ];
  const clock = (fraction: number): RawCell => ({ serial: fraction, format: 'h:mm;@' });
  for (let index = 0; index < 20; index += 1) {
    const day = index % 4;
    rows.push([
      course(index),
      teacher(index),
      { serial: serial(DAYS[day] ?? ''), format: 'm"月"d"日"' },
      `星期${WEEK[day]}`,
      clock(19 / 24),
      clock(20.5 / 24),
      12,
      `浦东职工夜校${index + 301}教室`,
      { formula: `${seats[index]}+0`, value: seats[index] ?? 0 },
    ]);
  }
  const down = ['A', 'B', 'G', 'H', 'I'].map(letter => `${letter}2:${letter}3`);
  return xlsx([{ name: '夜校', rows, merges: ['A1:I1', 'C2:F2', ...down] }]);
}

/** Everything in one cell, 30人, a course named once for its classes below, remarks between, no addresses in the XML. */
export function street(): Uint8Array {
  const sheet: RawSheet = {
    name: 'Sheet1',
    rows: [
      ['胜利路街道2027春季“家门口”课堂'],
      ['项目', '班级', '时间', '地点', '老师', '名额', '备注'],
      ['一、文艺类'],
      ['合唱', '一班', '每周三19:00—20:30（3月10日起，共12次）', '社区二楼排练厅', '陈　静', '40人', ''],
      [null, '二班', '周四 晚上7点-8点半 3月11日起共12次', '社区二楼排练厅', '陈　静', '40人', null],
      ['剪纸（亲子班）', null, '3月13、20、27日 上午9:30-11:30', '社区203室', '吴桂芳', '限15名', '带剪刀'],
      ['二、体育类'],
      ['太极', null, '每周二、四、六 7:00-8:00，2027年3月9日至4月30日', '兴龙湖广场', '袁德光', '五十', '雨天停课'],
      [],
      ['注：课程如有变动以通知为准。'],
      ['联系人：张老师 023-49800000'],
    ].map(row => row.map(cell => (typeof cell === 'string' && cell !== '' ? { inline: cell } : null))),
  };
  return xlsx([sheet], { bare: true });
}

/** UTF-16 with tabs, as Excel's "Unicode text"; dates without a year; a holiday to skip and 停课日期. */
export function tabbed(): Uint8Array {
  const lines = [
    ['课程', '时间', '首课', '共几次', '停课日期', '上课地点', '讲师', '招生名额', '承办', '面向对象'],
    ['古琴', '每周一 19:00-20:30', '3/8', '8', '3月22日', '文化馆402古琴室', '周子墨', '20', '', '职工'],
    ['合唱', '每周六上午9:30-11:30', '3月13日', '共8次', '', '文化馆301排练厅', '陈静', '60', '', '职工'],
  ];
  const text = lines.map(line => line.join('\t')).join('\r\n');
  return new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
}

/** Nearly every row has something wrong. */
export function careless(): Uint8Array {
  const good = ['合唱', '一班', '陈静', '每周二 19:00-20:30', '2027/3/9', 12, '301排练厅', 30] as RawCell[];
  const but = (changes: Record<number, RawCell>): RawCell[] => good.map((cell, index) => changes[index] ?? cell);
  const own = (row: number) => ({ 1: `${row}班`, 2: `老师${row}`, 6: `${row}号教室` });
  return xlsx([
    {
      name: '课程',
      rows: [
        ['课程名称', '班次', '讲师', '上课时间', '开课日期', '课次', '上课地点', '名额'],
        good,
        but({ ...own(3), 7: '若干' }),
        but({ ...own(4), 7: -1 }),
        but({ 1: '二班', 6: '302教室', 3: '每周二 20:00-21:00' }),
        but({ 1: '三班', 2: '李文秀', 3: '每周二 20:00-21:00' }),
        but({ ...own(7), 1: '一班' }),
        but({ ...own(8), 4: '2月30日' }),
        but({ ...own(9), 3: '每周二晚上' }),
        but({ ...own(10), 5: '待定' }),
        but({ ...own(11), 7: { error: '#REF!' } }),
        but({ ...own(12), 7: { formula: 'B2+C2' } }),
        but({ ...own(13), 6: ' ' }),
        but({ ...own(14), 6: '职工服务中心' }),
        but({ ...own(15), 3: '隔周二 19:00-20:30' }),
        but({ ...own(16), 4: '下个月' }),
      ],
    },
  ]);
}
