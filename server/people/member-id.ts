import { hash } from 'node:crypto';

/** A member's id is derived from the OPENID, so that knowing who calls costs no read and no id tells an OPENID. */
export const memberIdOf = (openid: string): string => `m${hash('sha256', openid, 'hex').slice(0, 24)}`;
