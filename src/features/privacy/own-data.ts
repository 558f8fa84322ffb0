import { question } from '../../app/memory/asked';

/** Everything that the union keeps about me. */
export const ownData = question('member.data', {});

/** What an erasure would do. */
export const eraseOutlook = question('member.eraseLook', {});
