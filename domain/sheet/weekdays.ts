const ORDER = '一二三四五六日';
const LEAD = '(?:周|星期|礼拜)';
const WEEKLY = new RegExp(
  String.raw`每?个?${LEAD}\s*(?:[一二三四五六日天](?![月点])|[1-7](?!\d))(?:\s*(?:[、,/.和及与]|至|到|[-~—–―]+)?\s*${LEAD}?\s*[一二三四五六日天](?![十月点次节讲堂楼层号室班级期人个回])|\s*(?:[、,和及与]|至|到|[-~—–―])\s*${LEAD}?\s*[1-7](?![\d:点月时日号/.]))*`,
  'y',
);
const EVERY = /每[天日]|天天|每(?=早|晚|上午|下午)/y;
const WEEKEND = /(?:每个?)?周末|双休日/y;
const WORKDAYS = /(?:每个?)?工作日/y;

export interface ReadWeekdays {
  /** `一` … `日`, in the order of the week. */
  weekdays: string[];
  end: number;
}

/** Reads the weekdays in plain `text` at `start`: `每周二、四`, `周一至周五`, `星期2`, `周末`, `每天`. */
export function weekdaysAt(text: string, start: number): ReadWeekdays | undefined {
  for (const [pattern, days] of [
    [EVERY, ORDER],
    [WEEKEND, '六日'],
    [WORKDAYS, '一二三四五'],
  ] as const) {
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (match) return { weekdays: [...days], end: start + match[0].length };
  }
  WEEKLY.lastIndex = start;
  const match = WEEKLY.exec(text);
  if (!match) return undefined;
  const found = new Set<number>();
  let last = -1;
  let through = false;
  for (const char of match[0]) {
    const index = /[1-7]/.test(char) ? Number(char) - 1 : ORDER.indexOf(char === '天' ? '日' : char);
    if (index < 0) {
      through ||= /[至到\-~—–―]/.test(char);
      continue;
    }
    for (let day = through ? last + 1 : index; day < index; day += 1) found.add(day);
    found.add(index);
    last = index;
    through = false;
  }
  return { weekdays: [...ORDER].filter((_, index) => found.has(index)), end: start + match[0].length };
}
