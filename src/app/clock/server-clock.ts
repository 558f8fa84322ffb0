import { lastOf } from '../../../domain/base/last-of';
import { MINUTE } from '../../../domain/base/clock';

/** What one answer tells about the server's clock. */
interface Sample {
  /** server − phone */
  offsetMs: number;
  /** The server read its clock at some moment of the round trip, so the offset is wrong by at most half of it. */
  errorMs: number;
  takenAt: number;
}

const KEEP = 12;
const OLDEST_MS = 5 * MINUTE;

/**
 * The server's clock, as well as this phone can know it. Of the recent answers, the one with the shortest round trip
 * is the most exact. A phone that is ten minutes wrong shows the same countdown as all others.
 */
export class ServerClock {
  #samples: Sample[] = [];

  constructor(private readonly phoneNow: () => number = () => Date.now()) {}

  /** @param sentAt, receivedAt on the phone's clock; @param serverNow as the answer says. All in milliseconds. */
  observe(sentAt: number, receivedAt: number, serverNow: number): void {
    if (!Number.isFinite(serverNow) || receivedAt < sentAt) return;
    const sample = {
      offsetMs: serverNow - (sentAt + receivedAt) / 2,
      errorMs: (receivedAt - sentAt) / 2,
      takenAt: receivedAt,
    };
    const best = this.#best();
    // The phone's clock has been set since, so the earlier samples are worthless.
    if (best && Math.abs(best.offsetMs - sample.offsetMs) > best.errorMs + sample.errorMs + 250) this.#samples = [];
    this.#samples = [...this.#samples.filter(one => receivedAt - one.takenAt < OLDEST_MS), sample].slice(-KEEP);
  }

  #best(): Sample | undefined {
    return this.#samples.reduce<Sample | undefined>(
      (best, one) => (best && best.errorMs <= one.errorMs ? best : one),
      undefined,
    );
  }

  /** The server's time now, in epoch milliseconds. Before the first answer it is the phone's own time. */
  now(): number {
    return Math.round(this.phoneNow() + (this.#best()?.offsetMs ?? 0));
  }

  /** The last round trip, in milliseconds; `undefined` before the first answer. */
  roundTripMs(): number | undefined {
    const last = lastOf(this.#samples);
    return last && last.errorMs * 2;
  }

  /** How far off `now` may be, in milliseconds; `undefined` before the first answer. */
  errorMs(): number | undefined {
    return this.#best()?.errorMs;
  }
}

export const serverClock = new ServerClock();

/** When the person tapped, by the server's clock. Empty while that clock is not known. */
export const tapped = (): { tappedAt?: number } =>
  serverClock.errorMs() === undefined ? {} : { tappedAt: serverClock.now() };
