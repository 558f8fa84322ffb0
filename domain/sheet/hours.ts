/** A part of a day: `{ from: '19:00', to: '20:30' }`. */
export interface Hours {
  from: string;
  to: string;
}

/** 晚（7:00-8:30）: a bracket or a comma may follow it. */
const PART = '(?:(上午|早上|早|清晨|中午|午间|下午|午后|傍晚|晚上|晚间|晚|夜间|夜晚|夜里|夜|[Pp][Mm])[\\s(,:]*)?';
const CLOCK = String.raw`(\d{1,2})\s*(?::\s*(\d{2})(?::00)?|[点时]\s*(?:(\d{1,2})\s*分?|(半|一刻|三刻)|整)?)`;
const RANGE = new RegExp(String.raw`${PART}\s*${CLOCK}\s*(?:[-~—–―]+|至|到)\s*${PART}\s*${CLOCK}`, 'y');
const FOR = new RegExp(
  String.raw`${PART}\s*${CLOCK}\s*(?:开始|起)?\s*[,(]?\s*(?:每次)?\s*(\d+(?:\.5)?)\s*(分钟|个?小时)\)?`,
  'y',
);

const LATE = /下午|午后|傍晚|晚|夜|pm/i;
const QUARTERS: Record<string, number> = { 半: 30, 一刻: 15, 三刻: 45 };

const minutesOf = (part: string | undefined, hour: string, minute?: string, spoken?: string, quarter?: string) => {
  let h = Number(hour);
  if (part && LATE.test(part) && h < 12) h += 12;
  if (/中午|午间/.test(part ?? '') && h < 10) h += 12;
  return h * 60 + Number(minute ?? spoken ?? QUARTERS[quarter ?? ''] ?? 0);
};

const clockText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** A fraction of a day, as Excel stores a time: 0.791666 → `19:00`. */
export const clockOfFraction = (fraction: number): string => clockText(Math.round(fraction * 1440) % 1440);

export interface ReadHours {
  hours: Hours;
  /** The index in the text after the last character that belongs to the hours. */
  end: number;
  /** True if there is no such time, or the end is not after the beginning. */
  wrong: boolean;
  /** True if the time is before eight in the morning and 早 was not said. Perhaps the evening was meant. */
  early: boolean;
}

/** Reads the hours in plain `text` at `start`: `19:00-20:30`, `晚上7点-8点半`, `19:00 90分钟`. */
export function hoursAt(text: string, start: number): ReadHours | undefined {
  RANGE.lastIndex = FOR.lastIndex = start;
  const range = RANGE.exec(text);
  const match = range ?? FOR.exec(text);
  if (!match) return undefined;
  const [all, part = '', hour = '', minute, spoken, quarter] = match;
  const from = minutesOf(part, hour, minute, spoken, quarter);
  let to: number;
  if (range) {
    const [part2, hour2 = '', minute2, spoken2, quarter2] = match.slice(6);
    to = minutesOf(part2 ?? part, hour2, minute2, spoken2, quarter2);
    // 上午10点-12点, 上午11:00-1:00: the part of the day is said once, and the end may be in the next part.
    if (!part2 && part && to < from) to += 12 * 60;
  } else to = from + Number(match[6]) * (match[7] === '分钟' ? 1 : 60);
  const minutes = [minute, spoken, match[8], match[9]];
  const wrong = minutes.some(m => Number(m ?? 0) > 59) || to > 1440 || to <= from;
  return {
    hours: { from: clockText(from), to: clockText(to) },
    end: match.index + all.length,
    wrong,
    early: !part && from < 8 * 60,
  };
}
