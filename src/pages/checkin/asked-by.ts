import { decoded } from '../../opened/decoded';
import type { LessonId } from '../../state/attendance';

interface Asked {
  /** What was scanned, wherever; `undefined` = the four digits are to be typed. */
  text: string | undefined;
  /** The lesson of the ticket that the person came from. */
  expected: LessonId | undefined;
}

/**
 * What the page was opened for: by our own way (`code`), or by WeChat from the link in a plain QR code, which it hands over
 * whole and URL-encoded in `q`.
 * https://developers.weixin.qq.com/miniprogram/introduction/qrcode.html
 */
export function askedBy(params: Partial<Record<string, string>>): Asked {
  const text = params.code ?? params.q;
  const { sectionId, lessonIndex = '' } = params;
  return {
    text: text === undefined ? undefined : decoded(text),
    expected: sectionId && /^\d{1,3}$/.test(lessonIndex) ? { sectionId, lessonIndex: Number(lessonIndex) } : undefined,
  };
}
