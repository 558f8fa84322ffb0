import { hash } from 'node:crypto';

/**
 * A member's id is derived from the OPENID, so that identifying the caller costs no read. The id does not reveal the
 * OPENID.
 */
export const memberIdOf = (openid: string): string => `m${hash('sha256', openid, 'hex').slice(0, 24)}`;
