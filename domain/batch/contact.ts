/** The telephone number that a batch gives for questions. */

export const CONTACT_LIMIT = 20;

/** `023-4985 0000`, `(023) 49850000 转 8`; nothing at all is none. The text is one of `plainWords`. */
export const isContact = (text: string): boolean =>
  text.length <= CONTACT_LIMIT && (text === '' || /^\+?[\d() -]{5,}(?: ?转 ?\d{1,6})?$/.test(text));

/** What a phone dials: an extension is for the person to press. */
export const dialled = (contact: string): string => contact.replace(/转.*$/, '').replace(/[^\d+]/g, '');
