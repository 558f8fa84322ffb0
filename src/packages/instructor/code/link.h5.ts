import { addressOf } from '../../../../domain/link/routes';

/**
 * What a phone's camera reads from the screen: the address of this app's check-in page, with the code as its last
 * word.
 */
export const checkInLink = (code: string): string =>
  `${window.location.origin}${window.location.pathname}#${addressOf('checkin', { code })}`;
