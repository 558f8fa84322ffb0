/** What a function sent to an open API, for a person to look at. */
export interface SentMessage {
  /** By the emulator's clock, epoch ms. */
  at: number;
  /** E.g. `subscribeMessage.send`. */
  api: string;
  /** The parameters as WeChat gets them, in snake case. */
  data: Record<string, unknown>;
  /** 0, or WeChat's error code; `null` where it was told to say nothing. */
  errCode: number | null;
  /** What the emulator did in WeChat's place, where that is not plain. */
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

  /** By OPENID, the error code that a message to that person is answered with. */
  setSubscribers(errCodes: Record<string, number>): void {
    this.errCodes = { ...errCodes };
  }

  /** WeChat's error code for a message to this person; 0 = accepted. */
  errCodeFor(openid: string): number {
    return Object.hasOwn(this.errCodes, openid) ? this.errCodes[openid]! : 0;
  }

  /** By API, e.g. `wxacode.getUnlimited`, what every call of it is answered with; APIs that are not named answer as documented. */
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
