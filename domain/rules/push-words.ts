import type { Notice } from '../model';
import { NOTICE_WORDS } from './notice-words';

/** 订阅消息 fields of the kind `thing` take 20 characters. */
const MOST = 20;

const short = (text: string) => ([...text].length <= MOST ? text : `${[...text].slice(0, MOST - 1).join('')}…`);

/**
 * The fields of a subscription message: `thing1` the class, `thing2` what happened. The whole sentence stands in the
 * inbox. A template that a union chooses must have these two fields.
 */
export const pushWords = ({ kind, title, text }: Pick<Notice, 'kind' | 'title' | 'text'>) => ({
  thing1: { value: short(title) },
  thing2: { value: text && [...text].length <= MOST ? text : NOTICE_WORDS[kind] },
});
