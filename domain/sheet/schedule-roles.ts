import type { Token } from './schedule-tokens';

/**
 * The role of a token.
 * - A day: a `lesson` (or, if it is the only one, perhaps the beginning), the `start`, the `end`, `off`, or `unclear`.
 * - A number of lessons: the whole (no role), a `part` of it, `more`, `each`.
 * - `aside`: reported and not read. `read`: a word that gave another token its role.
 */
export type Role =
  'lesson' | 'start' | 'end' | 'off' | 'unclear' | 'part' | 'more' | 'each' | 'aside' | 'read' | undefined;

export interface Roles {
  roles: Role[];
  /** Parts about a lesson that differs or an event: 第3次改到4月20日, 5月25日汇报演出. */
  asides: { kind: 'move' | 'event'; text: string }[];
}

/**
 * Gives every day and every number of a schedule its role, by the words beside it. 起 and 从 begin the course, 止 and 至
 * end it, 停课 marks days off, 改到 and 补课 are about one lesson. A nearer word wins, and a word after a day wins over a
 * word before it.
 */
export function rolesOf(tokens: readonly Token[]): Roles {
  const roles: Role[] = tokens.map(() => undefined);
  const isListed = enumeration(tokens, roles);
  const asides = [...(isListed ? [] : asidesOf(tokens, roles)), ...otherHours(tokens, roles)];
  tokens.forEach((token, index) => {
    if (roles[index] !== undefined) return;
    if (token.kind === 'days') roles[index] = roleOfDays(tokens, roles, index);
    if (token.kind === 'count') roles[index] = roleOfCount(tokens, index, token.total);
  });
  share(tokens, roles);
  return { roles, asides };
}

const BETWEEN_OFF = new Set<Token['kind']>(['and', 'gap', 'off', 'holiday', 'break']);

/** 5月1日-5月5日、5月12日停课, 停课：4月6日、13日: days joined by 、 are off together. */
function share(tokens: readonly Token[], roles: Role[]): void {
  const pass = (from: number, step: 1 | -1): void => {
    let at = from + step;
    let isJoined = false;
    let isWorded = false;
    // 停课：4月6日，4月13日: a word in front still counts after a comma.
    const isLed = step > 0 && !tokens.slice(from + 1, from + 3).some(token => token.kind === 'off');
    for (let kind = tokens[at]?.kind; kind && BETWEEN_OFF.has(kind); kind = tokens[(at += step)]?.kind) {
      if (kind === 'break' && !isLed) break;
      isJoined ||= kind === 'and' || kind === 'break';
      isWorded ||= kind === 'off';
    }
    // 4月6日（清明节）、5月4日（五一）停课: a holiday beside a day belongs to that day.
    if (!isJoined || (roles[at] !== 'lesson' && roles[at] !== 'unclear')) return;
    // 4月6日停课、4月13日: perhaps the second day is off too, but the text does not say so.
    roles[at] = isWorded ? 'unclear' : 'off';
    for (let index = at; index !== from; index -= step) if (tokens[index]?.kind === 'holiday') roles[index] = 'read';
  };
  const all = [...tokens.entries()];
  for (const [index, { kind }] of [...all].reverse()) if (roles[index] === 'off' && kind === 'days') pass(index, -1);
  for (const [index, { kind }] of all) if (roles[index] === 'off' && kind === 'days') pass(index, 1);
}

/** 第1次3月9日，第2次3月16日，…: the days are the lessons. True if all are numbered from 1 on. */
function enumeration(tokens: readonly Token[], roles: Role[]): boolean {
  if (tokens.some(token => token.kind === 'move' || token.kind === 'event')) return false;
  const numbered: number[] = [];
  const days: number[] = [];
  let next = 1;
  for (const [index, token] of tokens.entries()) {
    const number =
      token.kind === 'ordinal' ? token.number : token.kind === 'start' && /第/.test(token.text) ? 1 : undefined;
    if (number === undefined) continue;
    let at = index + 1;
    while (tokens[at]?.kind === 'gap' || tokens[at]?.kind === 'filler') at += 1;
    if (number !== next || tokens[at]?.kind !== 'days') return false;
    numbered.push(index);
    days.push(at);
    next += 1;
  }
  if (days.length < 2) return false;
  for (const at of numbered) roles[at] = 'read';
  for (const at of days) roles[at] = 'lesson';
  return true;
}

interface Stretch {
  from: number;
  to: number;
  tokens: readonly Token[];
}

const isBracket = (token: Token | undefined): boolean => token?.kind === 'gap' && /[()（）【】[\]]/.test(token.text);
const isEdge = (token: Token): boolean => token.kind === 'break' || isBracket(token);

/** The parts between commas and brackets. */
function stretchesOf(tokens: readonly Token[]): Stretch[] {
  const edges = tokens.flatMap((token, index) => (isEdge(token) ? [index] : []));
  return [...edges, tokens.length].map((to, index) => {
    const from = (edges[index - 1] ?? -1) + 1;
    return { from, to, tokens: tokens.slice(from, to) };
  });
}

const textOf = (tokens: readonly Token[]): string =>
  tokens
    .map(token => token.text)
    .join('')
    .trim();

/** The parts that are about one lesson only, or about something that is no lesson. */
function asidesOf(tokens: readonly Token[], roles: Role[]): Roles['asides'] {
  return stretchesOf(tokens).flatMap(stretch => {
    const aside = asideIn(stretch.tokens);
    if (!aside) return [];
    const from = stretch.from + aside.from;
    roles.fill('aside', from, stretch.to);
    return [{ kind: aside.kind, text: textOf(tokens.slice(from, stretch.to)) }];
  });
}

/** 18:30-19:00签到 after the hours of the lesson: hours with words of their own and without a day. */
function otherHours(tokens: readonly Token[], roles: Role[]): Roles['asides'] {
  let seen = false;
  return stretchesOf(tokens).flatMap(({ from, to, tokens: stretch }) => {
    const has = (kind: Token['kind']) => stretch.some(token => token.kind === kind);
    const isOther = has('hours') && seen && has('junk') && !has('weekdays') && !has('days');
    seen ||= has('hours');
    if (!isOther) return [];
    roles.fill('aside', from, to);
    // 周二19:00-20:30；六9:00-11:00: a weekday without 周 must be reported, because its lesson would be lost.
    const isSlot = stretch.some(token => token.kind === 'junk' && /^[一二三四五六日天]+$/.test(token.text));
    return [{ kind: isSlot ? ('move' as const) : ('event' as const), text: textOf(stretch) }];
  });
}

const BESIDE = new Set<Token['kind']>(['days', 'hours', 'gap', 'junk', 'filler', 'and', 'dash']);

/** The index at which the aside of a part begins: its own day, its number, or its word, whichever comes first. */
function asideIn(stretch: readonly Token[]): { from: number; kind: 'move' | 'event' } | undefined {
  const own = stretch.findIndex(token => token.kind === 'ordinal' || token.kind === 'move' || token.kind === 'event');
  if (own < 0) return undefined;
  const kind = stretch.some(token => token.kind === 'ordinal' || token.kind === 'move') ? 'move' : 'event';
  // 5月25日 9:00-11:00 汇报演出: the day and the hour before the word belong to it, unless they mean something else.
  const begin =
    stretch
      .slice(0, own)
      .map(token => BESIDE.has(token.kind))
      .lastIndexOf(false) + 1;
  const firstDay = stretch.findIndex((token, index) => index >= begin && token.kind === 'days');
  if (firstDay < 0) return undefined;
  const isBehind = stretch.slice(own).some(token => token.kind === 'days');
  // 4月6日改到4月8日: both days belong to the word. 开班 3月8日仪式: only the day after the word does.
  return { from: kind === 'move' || !isBehind ? Math.min(own, firstDay) : own, kind };
}

/** True for tokens that may come between a day and the word that gives it its role. */
const isBetween = (token: Token | undefined): boolean => token?.kind === 'gap' || token?.kind === 'filler';

function roleOfDays(tokens: readonly Token[], roles: Role[], index: number): Role {
  const behind = wordBehind(tokens, index);
  const before = wordBefore(tokens, roles, index);
  if (behind?.kind === 'off') {
    roles[behind.at] = 'read';
    for (let at = index + 1; at < behind.at; at += 1)
      if (tokens[at]?.kind === 'holiday' || tokens[at]?.kind === 'junk') roles[at] = 'read';
    markHolidayBefore(tokens, roles, index);
    if (before?.kind === 'off') roles[before.at] = 'read';
    // 至5月26日停课, 4月6日起停课: the text does not say both ends.
    return before?.kind === 'end' || before?.kind === 'start' || behind.through ? 'unclear' : 'off';
  }
  if (behind) {
    roles[behind.at] = 'read';
    return behind.kind;
  }
  if (before) {
    roles[before.at] = 'read';
    if (before.kind === 'off') markHolidayBefore(tokens, roles, index);
    return before.kind;
  }
  return isTouched(tokens, index) || isBracketedOff(tokens, roles, index) ? 'unclear' : 'lesson';
}

/** 清明4月6日停课: the holiday's name needs no further reading. */
function markHolidayBefore(tokens: readonly Token[], roles: Role[], index: number): void {
  let at = index - 1;
  while (isBetween(tokens[at])) at -= 1;
  if (tokens[at]?.kind === 'holiday') roles[at] = 'read';
}

function wordBehind(
  tokens: readonly Token[],
  index: number,
): { kind: 'start' | 'end' | 'off'; at: number; through?: true } | undefined {
  let near = true;
  for (let at = index + 1, token = tokens[at]; token; token = tokens[(at += 1)]) {
    if (isBetween(token)) continue;
    if (token.kind === 'off') return isOfNext(tokens, index, at) ? undefined : { kind: 'off', at };
    if (token.kind === 'holiday' || token.kind === 'junk') {
      near = false;
      continue;
    }
    if (!near || (token.kind !== 'start' && token.kind !== 'end')) return undefined;
    // 3月9日至…, 3月9日从…: the word belongs to what follows.
    if (/[至到]$|^[自从]$/.test(token.text)) return undefined;
    let next = at + 1;
    while (tokens[next]?.kind === 'gap' && !isBracket(tokens[next])) next += 1;
    if (tokens[next]?.kind === 'off') return { kind: 'off', at: next, through: true };
    return { kind: token.kind, at };
  }
  return undefined;
}

/** 3月9日-5月25日（除4月6日）: the word belongs to the day after it. */
function isOfNext(tokens: readonly Token[], index: number, at: number): boolean {
  let next = at + 1;
  while (isBetween(tokens[next]) && !isBracket(tokens[next])) next += 1;
  const isApart = tokens.slice(index, at).some(isBracket);
  return tokens[next]?.kind === 'days' && (isApart || /^(?:除了?|不含|跳过|避开|空开)$/.test(tokens[at]?.text ?? ''));
}

function wordBefore(
  tokens: readonly Token[],
  roles: readonly Role[],
  index: number,
): { kind: 'start' | 'end' | 'off' | 'unclear'; at: number } | undefined {
  for (let at = index - 1, token = tokens[at]; token; token = tokens[(at -= 1)]) {
    if (isBetween(token)) continue;
    if (token.kind === 'holiday') continue;
    // 停课2次：4月6日、5月4日
    if (token.kind === 'count' && tokens[at - 1]?.kind === 'off') continue;
    if (token.kind === 'dash') return { kind: 'end', at };
    if (token.kind === 'part') return { kind: 'unclear', at };
    // A word that gave the day before it its role gives none to this day.
    if (token.kind === 'off') return roles[at] === 'read' ? undefined : { kind: 'off', at };
    if (token.kind === 'start' || token.kind === 'end')
      return roles[at] === 'read' ? undefined : { kind: token.kind, at };
    return undefined;
  }
  return undefined;
}

/** 4月6日清明: a word that was not understood is about this very day. */
function isTouched(tokens: readonly Token[], index: number): boolean {
  const touches = (step: 1 | -1): boolean => {
    const beside = tokens[index + step];
    if (beside?.kind === 'junk') return /\p{Script=Han}/u.test(beside.text);
    let at = index + step;
    while (isBetween(tokens[at])) at += step;
    return tokens[at]?.kind === 'holiday';
  };
  return touches(1) || touches(-1);
}

/** （清明、五一放假，4月6日、5月4日）: a day in brackets, after a word for days off that has no day of its own. */
function isBracketedOff(tokens: readonly Token[], roles: readonly Role[], index: number): boolean {
  const from = tokens.slice(0, index).map(isBracket).lastIndexOf(true) + 1;
  return from > 0 && tokens.slice(from, index).some((token, at) => token.kind === 'off' && roles[from + at] !== 'read');
}

function roleOfCount(tokens: readonly Token[], index: number, isTotal: boolean): Role {
  const led = tokens.slice(0, index);
  const inStretch = led.slice(led.map(isEdge).lastIndexOf(true) + 1);
  if (inStretch.some(({ kind }) => kind === 'part')) return 'part';
  if (inStretch.some(({ kind }) => kind === 'move')) return 'more';
  const before = tokens[index - 1];
  if (before?.kind === 'off') return 'off';
  if (before?.kind === 'each' || (before?.kind === 'weekdays' && !isTotal)) return 'each';
  return undefined;
}
