/** The result of asking for subscription messages. */
export interface Asking {
  /** The templates that were agreed to, each for one message. */
  accepted: string[];
  /** Messages are switched off as a whole, so that nothing was asked. */
  off: boolean;
}
