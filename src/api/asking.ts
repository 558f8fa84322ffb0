/** What came of asking for subscription messages. */
export interface Asking {
  /** Templates that were agreed to, once each. */
  accepted: string[];
  /** Messages are switched off as a whole, so that nothing was asked. */
  off: boolean;
}
