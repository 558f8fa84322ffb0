/** The telephone number that a batch gives for questions. */

export const CONTACT_LIMIT = 20;

/**
 * True for `023-4985 0000`, `(023) 49850000 转 8` and for an empty text, which means none. The text comes from
 * `plainWords`.
 */
export const isContact = (text: string): boolean =>
  text.length <= CONTACT_LIMIT && (text === '' || /^\+?[\d() -]{5,}(?: ?转 ?\d{1,6})?$/.test(text));

/** The number that a phone dials. It leaves an extension out, because the person has to press it. */
export const dialled = (contact: string): string => contact.replace(/转.*$/, '').replace(/[^\d+]/g, '');
