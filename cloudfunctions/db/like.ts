import { lettersOf } from '../../domain/rules/person-name';
import { db } from './database';

/** 〇 is written in several ways; a letter may be wide or narrow. */
const formsOf = (letter: string): string | undefined => {
  if (/^[a-z0-9]$/i.test(letter)) {
    const narrow = [letter.toLowerCase(), letter.toUpperCase()];
    const wide = narrow.map(form => String.fromCharCode(form.charCodeAt(0) + 0xfee0));
    return `[${[...narrow, ...wide].join('')}]`;
  }
  return letter !== '〇' && /^\p{Script=Han}$/u.test(letter) ? letter : undefined;
};

/**
 * What the database looks for where a rule compares without titles, dots, spaces and unseen marks: text with these letters in this
 * order and anything between. It finds too much, never too little; the rule decides.
 */
export function like(key: string) {
  const letters = lettersOf(key).flatMap(letter => formsOf(letter) ?? []);
  return db.RegExp({ regexp: letters.join('[\\s\\S]*') });
}
