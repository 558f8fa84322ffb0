import type { CallKind, Turned } from '../../domain/rehearsal/rehearsal';
import { GATE_RETRY_MS } from '../../domain/base/pace';
import { COME_AGAIN_MS } from '../../domain/base/patience';
import type { Profile } from '../profile';
import type { Agenda } from './agenda';
import { Bucket } from './bucket';
import type { Answered, Course } from './claim';
import { DatabaseBusy, type SimDatabase } from './database';
import type { Instance, Instances } from './instances';

/** The door's answer if the database had no time (`server/base/door.ts`). */
const DOOR_BUSY: Answered = { kind: 'busy', retryAfterMs: COME_AGAIN_MS };

/** The way from the phone through the gate into an instance and back. */
export class Platform {
  readonly calls: Record<CallKind, number> = { claim: 0, board: 0, place: 0 };
  readonly turned: Record<Turned, number> = { gate: 0, instances: 0 };
  private readonly gate: Bucket;

  constructor(
    private readonly agenda: Agenda,
    private readonly profile: Profile,
    private readonly instances: Instances,
    private readonly database: SimDatabase,
    private readonly random: () => number,
    private readonly onCall: (kind: CallKind, turned: Turned | undefined) => void,
  ) {
    this.gate = new Bucket(profile.callsPerSecond, profile.callsPerSecond, agenda.now);
  }

  /**
   * One way between a phone and the platform: between half and one and a half of the median; three in a hundred take
   * six times that.
   */
  oneWayMs(): number {
    const usual = this.profile.networkMs * (0.5 + this.random());
    return this.random() < 0.03 ? usual * 6 : usual;
  }

  call(kind: CallKind, course: (instance: Instance) => Course<Answered>, done: (answer: Answered) => void): void {
    const answer = (said: Answered) => this.agenda.after(this.oneWayMs(), () => done(said));
    this.agenda.after(this.oneWayMs(), () => {
      this.calls[kind] += 1;
      const turned = this.admit(course, answer);
      if (turned) this.turned[turned] += 1;
      this.onCall(kind, turned);
      if (turned) answer({ kind: 'busy', retryAfterMs: GATE_RETRY_MS });
    });
  }

  private admit(course: (instance: Instance) => Course<Answered>, answer: (said: Answered) => void) {
    if (!this.gate.take(this.agenda.now)) return 'gate';
    const runs = this.instances.take((instance, release) =>
      this.drive(course(instance), said =>
        this.agenda.after(this.profile.functionMs, () => {
          release();
          answer(said);
        }),
      ),
    );
    return runs ? undefined : 'instances';
  }

  /** Runs a call to its end. If an operation did not happen, the call ends with BUSY, as the door does it. */
  drive<T>(course: Course<T>, done: (result: T | Answered) => void, given?: unknown): void {
    const { value, done: ended } = course.next(given);
    if (ended) return done(value as T);
    if ('pauseMs' in value) return this.agenda.after(value.pauseMs, () => this.drive(course, done));
    this.database.run(value, (result, busy) => {
      if (busy instanceof DatabaseBusy) return done(DOOR_BUSY);
      this.drive(course, done, result);
    });
  }
}
