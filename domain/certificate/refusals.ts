import type {} from '../base/refuse';

/** The details of refusals about certificates. */
declare module '../base/refuse' {
  interface RefusalDetails {
    NOT_ENOUGH: { came: number; needed: number };
  }
}
