import { LENGTH } from '../bounds';
import type { Lesson } from '../model';
import { chineseNumber } from '../sheet/numbers';
import { tidy } from '../sheet/words';

/** The topics of a class as people type them: a line for each lesson. The last lessons may have none. */
export const topicsText = (lessons: readonly Lesson[]): string =>
  lessons
    .map(({ topic = '' }) => topic)
    .join('\n')
    .trimEnd();

/**
 * The lessons with the topics of a text, line by line. An empty line is a lesson without a topic. The lessons keep
 * theirs from then on, wherever they are moved. Otherwise `why` is the end of a sentence.
 */
export function withTopics(lessons: readonly Lesson[], text: string): { lessons: Lesson[] } | { why: string } {
  const said = text.trimEnd();
  const lines = said ? said.split(/\r\n|\r|\n/).map(withoutNumber) : [];
  if (lines.length > lessons.length)
    return { why: `有 ${lines.length} 行，只有 ${lessons.length} 次课：一行写一次课的主题，请核对` };
  const long = lines.findIndex(line => line.length > LENGTH.topic);
  if (long >= 0) return { why: `第 ${long + 1} 次课的主题太长了，最多 ${LENGTH.topic} 个字` };
  return { lessons: lessons.map((lesson, index) => withTopic(lesson, lines[index] ?? '')) };
}

export const withTopic = ({ topic: _before, ...lesson }: Lesson, topic: string): Lesson =>
  topic ? { ...lesson, topic } : lesson;

const NUMBER =
  /^(?:第\s*([\d一二三四五六七八九十百]{1,4})\s*(?:[次节讲堂]课?|课)|([\d一二三四五六七八九十百]{1,4})(?=[.、:)])(?!\.\d))\s*[.、:)]?\s*/;

/** Lists show the number of a lesson themselves: 1. 握笔 and 第一次课：握笔 are 握笔 in the first line. */
function withoutNumber(line: string, index: number): string {
  const said = tidy(line);
  const [number = '', ordinal, cardinal] = NUMBER.exec(said.replace(/[．：）]/g, half)) ?? [];
  const words = ordinal ?? cardinal ?? '';
  const value = /^\d+$/.test(words) ? Number(words) : chineseNumber(words);
  return value === index + 1 ? said.slice(number.length) : said;
}

const half = (mark: string): string => ({ '．': '.', '：': ':', '）': ')' })[mark] ?? mark;
