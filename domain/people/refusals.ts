import type { Profile } from './profile';

/** The details of refusals about people. */
declare module '../base/refuse' {
  interface RefusalDetails {
    BAD_PROFILE: { fields: Partial<Record<keyof Profile, string>> };
  }
}
