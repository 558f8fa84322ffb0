import type { Profile } from './profile';

/** What refusals about people carry. */
declare module '../base/refuse' {
  interface RefusalDetails {
    BAD_PROFILE: { fields: Partial<Record<keyof Profile, string>> };
  }
}
