/** What a function sent to an open API, for a person to look at. */
export interface SentMessage {
  /** By the emulator's clock, epoch ms. */
  at: number;
  /** E.g. `subscribeMessage.send`. */
  api: string;
  /** The parameters as WeChat gets them, in snake case. */
  data: Record<string, unknown>;
  /** 0, or WeChat's error code; `null` if it was set to be silent. */
  errCode: number | null;
  /** What the emulator did in WeChat's place, if that is not obvious. */
  note?: string;
}

/** An error code of WeChat's, or no answer at all: the connection stays open until the function gives up. */
export type OpenApiFault = number | 'silence';

/** The last messages, oldest first. */
export class Inbox {
  private messages: SentMessage[] = [];

  private errCodes: Record<string, number> = {};

  private faults: Record<string, OpenApiFault> = {};

  constructor(private readonly size = 1000) {}

  /** Sets, by OPENID, the error code that answers a message to that person. */
  setSubscribers(errCodes: Record<string, number>): void {
    this.errCodes = { ...errCodes };
  }

  /** WeChat's error code for a message to this person; 0 = accepted. */
  errCodeFor(openid: string): number {
    return Object.hasOwn(this.errCodes, openid) ? this.errCodes[openid]! : 0;
  }

  /**
   * Sets, by API (e.g. `wxacode.getUnlimited`), the answer to every call of it. APIs that are not named answer as
   * documented.
   */
  setAnswers(faults: Record<string, OpenApiFault>): void {
    this.faults = { ...faults };
  }

  faultFor(api: string): OpenApiFault | undefined {
    return Object.hasOwn(this.faults, api) ? this.faults[api] : undefined;
  }

  add(message: SentMessage): void {
    this.messages.push(message);
    if (this.messages.length > this.size) this.messages = this.messages.slice(-this.size);
  }

  all(): SentMessage[] {
    return [...this.messages];
  }
}
