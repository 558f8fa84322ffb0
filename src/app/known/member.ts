import { question } from '../memory/asked';

/** My profile and roles. They are asked for only when they are needed. */
export const me = question('member.me', {});

export const notices = question('member.notices', {});

/** The batches whose opening I want to be reminded of. */
export const follows = question('member.follows', {});

/** The full classes of which I want to know when they have room. */
export const followedClasses = question('member.followedClasses', {});

/** The messages that WeChat may be asked for, and how many of my consents are left. */
export const messages = question('member.messages', {});
