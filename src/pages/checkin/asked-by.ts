import { decoded } from '../../features/link/decoded';
import type { LessonId } from '../../app/known/attendance';

interface Asked {
  /** What was scanned, anywhere; `undefined` = the four digits have to be typed. */
  text: string | undefined;
  /** The lesson of the ticket from which the person came. */
  expected: LessonId | undefined;
}

/**
 * What the page was opened for. Our own links pass `code`. From the link in a plain QR code, WeChat passes the whole
 * link, URL-encoded, in `q`. https://developers.weixin.qq.com/miniprogram/introduction/qrcode.html
 */
export function askedBy(params: Partial<Record<string, string>>): Asked {
  const text = params.code ?? params.q;
  const { sectionId, lessonIndex = '' } = params;
  return {
    text: text === undefined ? undefined : decoded(text),
    expected: sectionId && /^\d{1,3}$/.test(lessonIndex) ? { sectionId, lessonIndex: Number(lessonIndex) } : undefined,
  };
}
