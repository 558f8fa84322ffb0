import type { Notice } from '../model';
import { shortened } from '../base/cut';
import { noticeWords } from './notice-words';

/** 订阅消息 fields of the kind `thing` take 20 characters. */
const MOST = 20;

/**
 * The fields of a subscription message: `thing1` is the class, `thing2` is what happened. The inbox has the whole
 * sentence. A reminder keeps its beginning, because that says when. A template that a union chooses must have these two
 * fields.
 */
export function pushWords(notice: Pick<Notice, 'kind' | 'title' | 'text' | 'lecture'>) {
  const { kind, title, text } = notice;
  const says = text && (text.length <= MOST || kind === 'TOMORROW') ? shortened(text, MOST) : noticeWords(notice);
  return { thing1: { value: shortened(title, MOST) }, thing2: { value: says } };
}
