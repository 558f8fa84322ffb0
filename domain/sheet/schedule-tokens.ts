import { daysAt, type ReadDays } from './days';
import { hoursAt, type Hours } from './hours';
import { chineseNumber } from './numbers';
import { weekdaysAt } from './weekdays';
import { plain } from './words';

/**
 * The words of a schedule. Only this file decides what a word is. `schedule-roles.ts` decides what it means beside its
 * neighbours.
 */
export type TokenSays =
  /** Blanks, brackets, colons. */
  | { kind: 'gap' }
  /** `、和及与`: both sides belong together. */
  | { kind: 'and' }
  /** `,` or `;`: the two sides may have nothing to do with each other. */
  | { kind: 'break' }
  | { kind: 'dash' }
  | ({ kind: 'days' } & Omit<ReadDays, 'end'>)
  | { kind: 'weekdays'; weekdays: string[] }
  | { kind: 'hours'; hours: Hours; wrong: boolean; early: boolean }
  /** 12次: the number of lessons. `total` if 共 comes before it. */
  | { kind: 'count'; count: number; total: boolean }
  /** 24课时, 90分钟, 12周: a length, and never the number of lessons. */
  | { kind: 'length'; amount: number; unit: string; perLesson: boolean }
  /** 每周2次: how often in a week. */
  | { kind: 'often'; times: number }
  /** 隔周, 每月第一个周六: the weeks are not all alike. */
  | { kind: 'uneven' }
  /** 第3次 */
  | { kind: 'ordinal'; number: number }
  /** The day beside it begins the course (起), ends it (止), has no lesson (停课), or is about something else. */
  | { kind: 'start' | 'end' | 'off' | 'move' | 'event' }
  /** 含, 其中: the number after it is a part of the whole. 各: it applies to each. */
  | { kind: 'part' | 'each' }
  | { kind: 'holiday' }
  /** Words that add nothing. */
  | { kind: 'filler' }
  | { kind: 'junk' };
export type Token = TokenSays & { text: string; at: number };

const NUMBER = String.raw`(\d{1,4}(?:\.\d+)?|[一二两三四五六七八九十百]+)`;
const LESSON = '(?:次课?|课次|节(?![日奏假])课?|讲(?![座师])|堂课?)';
const WEEK = '(?:周|星期|礼拜)';

const PATTERNS = {
  gap: /[\s()（）【】[\]:：·|]+/y,
  and: /[、和及与&/+]+/y,
  break: /[,，;；。!！]+/y,
  dash: /[-~—–―]+/y,
  daily: /每[天日]\s*(?:一|1)\s*次/y,
  uneven: new RegExp(
    [
      String.raw`每?隔\s*[一二两三1-9]?\s*(?:个?${WEEK}|天|日|个?月)(?:\s*(?:一|1)\s*次)?`,
      String.raw`每\s*[两二三四2-9]\s*个?${WEEK}(?:\s*各?(?:一|1)\s*(?:${LESSON}|回))?`,
      String.raw`[两二三四2-9]\s*个?${WEEK}\s*各?(?:一|1)\s*(?:${LESSON}|回)`,
      String.raw`每\s*[两二三四2-9]\s*[天日]`,
      String.raw`(?:每|逢)?(?:单|双|奇|偶|大|小)数?${WEEK}(?!末)`,
      String.raw`逢?(?:单|双)数?[日号天]`,
      String.raw`(?:每|逐)\s*个?(?:月|季度?|旬|学期)份?(?:\s*(?:第|最后)[一二三四五两1-5、,和及]*\s*个?|\s*各?\s*[一二两三四五六1-9]\s*(?:${LESSON}|回))?`,
      '(?:每月)?(?:[上下]半月|[上中下]旬)',
      String.raw`(?:每|[一1])?\s*(?:半?个?月|(?:\d+|十[一-龥]?|[一-十])\s*天)\s*各?上?\s*[一二两三四五六1-9]\s*(?:${LESSON}|回)`,
      String.raw`[一二两三四五六1-9]\s*(?:${LESSON}|回)\s*[/每]\s*[一1]?个?月`,
      String.raw`(?:\d+|[一二三四五])(?:\s*[、,和及]\s*(?:\d+|[一二三四五]))+\s*周`,
      String.raw`月[初末底]|首周|间周|(?<![最延以之])[前后]\s*[一二两三四五1-9]\s*个?周`,
      String.raw`第\s*[一二三四五六七八九十\d]+(?:\s*[-~至到、,和及]\s*第?[一二三四五六七八九十\d]+)*\s*个?${WEEK}`,
      String.raw`(?:最后|末)一?个${WEEK}`,
      '轮流|交替|不定期|不固定|或者?|任选',
    ].join('|'),
    'y',
  ),
  often: new RegExp(
    String.raw`(?:每|一|1)?个?${WEEK}\s*(?:各|上课?)?\s*([一二两三四五六七1-7])\s*(?:${LESSON}|回)(?!日)`,
    'y',
  ),
  /** 2次/周 */
  oftenBehind: new RegExp(String.raw`([一二两三四五六七1-7])\s*(?:${LESSON}|回)\s*[/每]\s*(?:一|1)?个?${WEEK}`, 'y'),
  start: /起始|首次(?:上课|课)?|首课|第\s*(?:一|1)\s*(?:次|节|讲|堂|课)课?|开课|开班|开始|自|从|起|始/y,
  ordinal: /第\s*(\d{1,3}|[一二三四五六七八九十]+)\s*(?:次课?|节课?|讲|堂课?|课|回)/y,
  end: /截止到?|截至|直至|直到|结束|结课|为止|最后\s*(?:一|1)\s*(?:次|节|讲|堂|课)课?|末次课?|末课|至|到|止|[之以]?前(?!台)/y,
  holidays:
    /(?:[如逢]?遇|逢|除)?(?:国家)?(?:法定)?(?:节假日|假日|节日)(?:及?(?:寒|暑)假)?(?:顺延(?:一周|1周)?|不上课|除外|外(?!出)|休息|停课|放假|停|不上|照常(?:上课)?)?/y,
  /** 4月6日照常上课: sounds like a day off, but is none. */
  held: /照常(?:上课)?|正常上课|照旧|不(?:停课?|放假|休息?|调休)|调休(?:日|后)?(?:要|仍|也)?(?=上课|上班|补课|加课)/y,
  off: /停[课上]?(?:(?:一|1)次|(?:一|1)周)?|暂停|不上课?|[没无]课|放假|休息|休课|休|除外|除了?|不含|跳过|避开|空开|外(?=$|[\s,，;；。)）])/y,
  move: /改(?:到|为|至|在|成|上|期)|调(?:到|至|课|整(?:到|至|为)|为)|移(?:到|至)|换(?:到|至|成|为)|挪到?|(?:推迟|提前|顺延|延期)(?:到|至)|补课|补上|补(?=\d|一)|加课|加开|加上|加(?=\d|一)|另加|另上|外加|增加|增开/y,
  event: /汇报|展示|展演|演出|汇演|结业|考试|考核|报名|缴费|面试|体验|试听|仪式|参观|外出|实践|活动日|比赛|开放日/y,
  part: /其中|包含|包括|含/y,
  each: /各/y,
  perLesson: new RegExp(
    String.raw`(?:每|单|一)(?:次课?|节课?|课|讲|堂课?)\s*(?:约|为|上)?\s*${NUMBER}\s*个?(课时|学时|小时|分钟|分|节课?|h)`,
    'y',
  ),
  length: new RegExp(
    String.raw`(?:共计?|合计|总共|总计|约)?\s*${NUMBER}\s*(?:个?(课时|学时|小时|钟头|分钟|h(?![a-z]))|(个月|个?${WEEK}|天)(?![一二三四五六日]))(\s*/\s*(?:次|节|讲|课))?`,
    'y',
  ),
  /** 2节/次: the length of one lesson. */
  parts: new RegExp(String.raw`([一二两三四1-4])\s*(节课?)\s*[/每]\s*(?:次|讲|课)`, 'y'),
  /** Numbers that are unclear. 6-8次: which of them? 10+2次: does the 10 include the 2? 第3、4节: at what time? */
  countRange: new RegExp(
    String.raw`(?:共计?|合计|总共)?\s*\d{1,3}\s*[-~—–―至到或+]+\s*\d{1,3}\s*${LESSON}|[前后]\s*${NUMBER}\s*${LESSON}|\d{1,2}(?:\s*、\s*\d{1,2})+\s*节`,
    'y',
  ),
  count: new RegExp(
    String.raw`(共计?|合计|总共|总计|全部|一共|课次|次数|总次数)?\s*[:为]?\s*${NUMBER}\s*${LESSON}(?![以内性])|(共|课次|次数)\s*[:为]?\s*(\d{1,3})(?=$|[\s,，;；。)）])`,
    'y',
  ),
  holiday: /元旦|春节|除夕|元宵节?|清明节?|五一(?:劳动节)?|劳动节|端午节?|中秋节?|国庆节?|十一(?!月)|三八节?|妇女节/y,
  filler:
    /上课|授课|课程|法定|时间|日期|每次|左右|期间|当天|全天|当日|顺延(?:一周|1周)?|于|在|为|是|即|约|共|课|的|了|因|将/y,
};

const number = (text: string): number => (/\d/.test(text) ? Number(text) : (chineseNumber(text) ?? 0));

/** `晚上七点半` → `晚上7点半`, `三月十日` → `3月10日`. */
const withDigits = (text: string): string => {
  const digits = (words: string) => String(chineseNumber(words) ?? words);
  return text
    .replace(/[一二两三四五六七八九十]+(?=[点月])/g, digits)
    .replace(/(?<=月)[一二三四五六七八九十]+(?=[日号])/g, digits);
};

/** Reads the words of a schedule from left to right. `now` as in `days.ts`. Never throws. */
export function tokensOf(raw: string, now: number): Token[] {
  const text = withDigits(plain(raw));
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const found = tokenAt(text, at, now);
    const end = found?.end ?? at + 1;
    const last = tokens[tokens.length - 1];
    if (found) tokens.push({ ...found.says, text: text.slice(at, end), at });
    else if (last?.kind === 'junk') last.text += text[at] ?? '';
    else tokens.push({ kind: 'junk', text: text.slice(at, end), at });
    at = end;
  }
  return tokens;
}

function tokenAt(text: string, at: number, now: number): { says: TokenSays; end: number } | undefined {
  const match = (name: keyof typeof PATTERNS): RegExpExecArray | null => {
    PATTERNS[name].lastIndex = at;
    return PATTERNS[name].exec(text);
  };
  const says = (name: keyof typeof PATTERNS, make: (match: RegExpExecArray) => TokenSays) => {
    const found = match(name);
    // Every pattern matches at least one character. Otherwise the reader would never advance.
    return found ? { says: make(found), end: at + found[0].length } : undefined;
  };
  const plainly = (
    ...kinds: ('gap' | 'and' | 'break' | 'dash' | 'move' | 'event' | 'part' | 'each' | 'off' | 'holiday' | 'filler')[]
  ) => {
    for (const kind of kinds) {
      const found = says(kind, () => ({ kind }));
      if (found) return found;
    }
    return undefined;
  };
  const hours = () => {
    const read = hoursAt(text, at);
    return (
      read && {
        says: { kind: 'hours' as const, hours: read.hours, wrong: read.wrong, early: read.early },
        end: read.end,
      }
    );
  };
  const weekdays = () => {
    const read = weekdaysAt(text, at);
    return read && { says: { kind: 'weekdays' as const, weekdays: read.weekdays }, end: read.end };
  };
  const days = () => {
    const read = daysAt(text, at, now);
    if (!read) return undefined;
    const { end, ...said } = read;
    return { says: { kind: 'days' as const, ...said }, end };
  };
  return (
    plainly('gap', 'break', 'dash', 'and') ??
    says('held', () => ({ kind: 'junk' })) ??
    says('daily', () => ({ kind: 'weekdays', weekdays: [...'一二三四五六日'] })) ??
    says('often', ([, times = '']) => ({ kind: 'often', times: number(times) })) ??
    says('oftenBehind', ([, times = '']) => ({ kind: 'often', times: number(times) })) ??
    says('uneven', () => ({ kind: 'uneven' })) ??
    says('start', () => ({ kind: 'start' })) ??
    says('ordinal', ([, nth = '']) => ({ kind: 'ordinal', number: number(nth) })) ??
    hours() ??
    says('perLesson', ([, amount = '', unit = '']) => ({
      kind: 'length',
      amount: number(amount),
      unit,
      perLesson: true,
    })) ??
    says('parts', ([, amount = '', unit = '']) => ({
      kind: 'length',
      amount: number(amount),
      unit,
      perLesson: true,
    })) ??
    says('length', ([, amount = '', unit, span, per]) => ({
      kind: 'length',
      amount: number(amount),
      unit: unit ?? span ?? '',
      perLesson: per !== undefined,
    })) ??
    says('countRange', () => ({ kind: 'junk' })) ??
    says('count', ([, all, count, bare, much]) => ({
      kind: 'count',
      count: number(count ?? much ?? ''),
      total: (all ?? bare) !== undefined,
    })) ??
    weekdays() ??
    days() ??
    says('holidays', () => ({ kind: 'filler' })) ??
    plainly('holiday', 'move', 'event', 'off') ??
    says('end', () => ({ kind: 'end' })) ??
    plainly('part', 'each', 'filler')
  );
}
