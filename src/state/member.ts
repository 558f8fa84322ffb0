import { question } from './asked';

/** My profile and roles. Asked for when it is needed, never to look around. */
export const me = question('member.me', {});

export const notices = question('member.notices', {});

/** Before which batches I want to be told that they open. */
export const follows = question('member.follows', {});

/** What WeChat may be asked for, and what is left of what I agreed to. */
export const messages = question('member.messages', {});
