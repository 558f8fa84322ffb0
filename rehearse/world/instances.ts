import type { FullLine } from '../../domain/line/full-memory';
import type { Profile } from '../profile';
import type { Agenda } from './agenda';
import { Bucket } from './bucket';

/** One instance and its memory (`server/line`). */
export interface Instance {
  /** True if it knows the facts of the batch. */
  learnt: boolean;
  full: Map<string, FullLine>;
  board: { readAt: number } | undefined;
}

/**
 * Each instance takes one event at a time. Their number grows as fast as the platform allows; calls beyond that are
 * turned away.
 */
export class Instances {
  total = 0;
  busy = 0;
  mostBusy = 0;
  turnedAway = 0;
  started = 0;
  private readonly idle: Instance[] = [];
  private readonly growth: Bucket;

  constructor(
    private readonly agenda: Agenda,
    private readonly profile: Profile['instances'],
    warm: number,
  ) {
    this.growth = new Bucket(profile.growthPerMinute / 60, Math.max(1, profile.growthPerMinute / 60), agenda.now);
    for (; this.total < Math.min(warm, profile.most); this.total += 1) this.idle.push(fresh(true));
  }

  /** Runs `work` in an instance; false = turned away. `work` gives the instance back by `release`. */
  take(work: (instance: Instance, release: () => void) => void): boolean {
    const warm = this.idle.pop();
    if (!warm && (this.total >= this.profile.most || !this.growth.take(this.agenda.now))) {
      this.turnedAway += 1;
      return false;
    }
    const instance = warm ?? fresh(false);
    this.busy += 1;
    this.mostBusy = Math.max(this.mostBusy, this.busy);
    const begin = () =>
      work(instance, () => {
        this.busy -= 1;
        this.idle.push(instance);
      });
    if (warm) begin();
    else {
      this.total += 1;
      this.started += 1;
      this.agenda.after(this.profile.coldStartMs, begin);
    }
    return true;
  }
}

const fresh = (learnt: boolean): Instance => ({ learnt, full: new Map(), board: undefined });
