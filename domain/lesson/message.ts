import type { Section } from '../model';
import type { Roll } from '../roll/roll';
import { lastOf } from '../base/last-of';
import { refuse, type Refused } from '../base/refuse';
import { plainWords } from '../base/written';
import { seatedIn } from '../line/line';

/** A message to a class: a few words about its next lesson, into the inbox of everybody who has a seat. */

/** So many messages about one lesson. More of them would not be read. */
export const MOST_MESSAGES = 2;

/**
 * An address of any kind, also without its beginning, and the links of WeChat. With a path or a port behind it, whatever
 * it ends in: short links have endings that no list knows. A time or a price is none.
 */
const LINK =
  /[a-z][a-z\d+.-]*:\/\/|www\.|#小程序|(?:[a-z\d-]+\.)+(?:com|cn|net|org|top|xyz|vip|cc|io|me|info|shop|site|club|link|ltd|tv|co|im|ly|gg|app|dev|biz|wang|cloud)(?![a-z\d])|[a-z\d-]\.[a-z]{2,}(?::\d+)? ?\/|\d(?:\.\d{1,3}){3}(?: ?\/|:\d)/i;

/** True if the text has a link in it, in wide characters or with spaces around its dots, too. */
export const hasLink = (text: string): boolean => LINK.test(plainWords(text).replace(/ ?([.。·]) ?/g, '.'));

/** The lesson that a message is about: the one that runs or comes next, or the last one after all of them. */
export function messageLesson({ lessons }: Pick<Section, 'lessons'>, now: number): number {
  const held = lessons
    .map((lesson, index) => ({ lesson, index }))
    .filter(({ lesson }) => !lesson.cancelled)
    .sort((a, b) => a.lesson.startsAt - b.lesson.startsAt);
  return (held.find(({ lesson }) => lesson.endsAt > now) ?? lastOf(held))?.index ?? 0;
}

/** May another message about this lesson be sent? */
export function mayMessage(
  section: Pick<Section, 'line' | 'capacity'>,
  { messagedAt = [] }: Pick<Roll, 'messagedAt'>,
): true | Refused<'MESSAGES_USED_UP' | 'NOBODY_SEATED'> {
  if (seatedIn(section) === 0) return refuse('NOBODY_SEATED');
  return messagedAt.length >= MOST_MESSAGES ? refuse('MESSAGES_USED_UP') : true;
}
