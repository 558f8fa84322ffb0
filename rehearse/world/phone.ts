import type { Section, Standing } from '../../domain/model';
import type { Told } from '../../domain/rehearsal/rehearsal';
import {
  LONGEST_CLAIM_MS,
  LONGEST_RETRY_MS,
  lookAgainAfter,
  MOST_TRIES,
  POSTED_LOOK_MS,
  waitBefore,
} from '../../domain/base/pace';
import { placeAt } from '../../domain/line/place';
import { pollAfterMs } from '../../domain/base/poll';
import { postedFull } from '../../domain/line/posted-board';
import { SECOND } from '../../domain/base/clock';
import type { Agenda } from './agenda';
import { claim, type Answered, type Course } from './claim';
import type { Instance } from './instances';
import type { Platform } from './platform';
import { tagOf, type Poster } from './poster';

/** One person's result. Instants are ms since the stroke. */
export interface Person {
  memberId: string;
  sectionId: string;
  tappedAt: number;
  claims: number;
  told: Told | undefined;
  toldAt: number;
}

export interface PhoneWorld {
  agenda: Agenda;
  platform: Platform;
  /** Undefined if there is no posted board. */
  poster: Poster | undefined;
  opensAt: number;
  random: () => number;
  /** The most by which a phone may be wrong about the server's clock. */
  clockErrorMs: number;
  /** Product: retries as the app does. Eager: retries immediately, again and again, as careless apps do. */
  pacing: 'product' | 'eager';
  onTold: (person: Person) => void;
}

/** The page was opened this long before the tap. */
const OPENED_BEFORE_MS = 10 * SECOND;
const EAGER_MS = 300;
const EAGER_TRIES = 200;

/** One phone: one tap for one section, and what the app does until it knows the answer (`src/features/line/claims.ts`). */
export class Phone {
  private calledAt: number | undefined;
  private readonly tag: string;
  /** When to try again, and the number of that try. */
  private until = 0;
  private attempt = 0;

  constructor(
    private readonly world: PhoneWorld,
    readonly person: Person,
    private readonly section: Section,
    private readonly standing: Standing,
  ) {
    const { agenda } = world;
    this.tag = tagOf(person.memberId);
    agenda.at(person.tappedAt, () => this.tap());
    if (!world.poster) agenda.at(Math.max(-OPENED_BEFORE_MS, person.tappedAt - OPENED_BEFORE_MS), () => this.poll(0));
  }

  private get serverNow(): number {
    return this.world.opensAt + this.world.agenda.now;
  }

  private tap(): void {
    // The page has looked at the board lately, at a random time within one interval of looks.
    if (this.findsFull(this.world.agenda.now - this.world.random() * POSTED_LOOK_MS)) return;
    this.send(0);
  }

  private send(attempt: number): void {
    const { platform } = this.world;
    this.person.claims += 1;
    platform.call(
      'claim',
      instance => this.claim(instance),
      answer => this.hear(answer, attempt),
    );
  }

  private claim(instance: Instance): Course<Answered> {
    const { section, standing } = this;
    return claim({ memberId: this.person.memberId, section, standing, instance, now: () => this.serverNow });
  }

  private hear(answer: Answered, attempt: number): void {
    if (answer.kind === 'placed') return this.tell(answer.place.state);
    if (answer.kind === 'full') return this.tell('FULL');
    if (answer.kind === 'other') throw new Error('A claim is always answered about a place');
    const { agenda, random, pacing } = this.world;
    if (pacing === 'eager') {
      if (attempt + 1 >= EAGER_TRIES) return this.tell('BUSY');
      return agenda.after(EAGER_MS, () => this.send(attempt + 1));
    }
    this.calledAt = this.serverNow;
    const waits = answer.retryAfterMs + waitBefore(attempt, random);
    const tooLate = agenda.now + waits - this.person.tappedAt >= LONGEST_CLAIM_MS;
    if (attempt + 1 >= MOST_TRIES || answer.retryAfterMs > LONGEST_RETRY_MS || tooLate) return this.giveUp();
    this.until = agenda.now + waits;
    this.attempt = attempt + 1;
    this.wait(random() * POSTED_LOOK_MS);
  }

  /**
   * While it waits, it looks at the board. Its first look is at a random time within the interval, so that a crowd does
   * not look in step.
   */
  private wait(after: number): void {
    const { agenda } = this.world;
    if (agenda.now + after >= this.until) return agenda.at(this.until, this.tryAgain);
    agenda.after(after, this.look);
  }

  // Created once for each phone, because a waiting crowd looks a million times.
  private readonly tryAgain = () => this.send(this.attempt);
  private readonly look = () => {
    const { agenda, random } = this.world;
    if (!this.findsFull(agenda.now)) this.wait(lookAgainAfter(POSTED_LOOK_MS, 0, random));
  };

  private findsFull(lookedAt: number): boolean {
    const { poster, random, clockErrorMs } = this.world;
    const board = poster?.seenAt(lookedAt);
    if (!board) return false;
    const reader = {
      tag: this.tag,
      now: this.serverNow + (2 * random() - 1) * clockErrorMs,
      errorMs: clockErrorMs,
      calledAt: this.calledAt,
    };
    if (!postedFull(board, this.section._id, reader)) return false;
    this.tell('FULL_BY_BOARD');
    return true;
  }

  /** Before the app finally says "busy", it asks where the person stands. */
  private giveUp(): void {
    this.world.platform.call('place', where(this.standing, this.section, this.person.memberId), answer =>
      this.tell(answer.kind === 'placed' ? answer.place.state : 'BUSY'),
    );
  }

  private tell(told: Told): void {
    this.person.told = told;
    this.person.toldAt = this.world.agenda.now;
    this.world.onTold(this.person);
  }

  /** Without a posted board, every page asks a function how many seats are left. */
  private poll(failures: number): void {
    if (this.person.told) return;
    const { platform, agenda, random } = this.world;
    platform.call(
      'board',
      countSeats(() => this.serverNow),
      answer => {
        const asked = answer.kind === 'busy' ? answer.retryAfterMs : pollAfterMs(this.section, null, this.serverNow);
        agenda.after(lookAgainAfter(asked, failures, random), () => this.poll(failures));
      },
    );
  }
}

/** `line.board`: an instance asks the database once a second. */
const countSeats = (now: () => number) =>
  function* (instance: Instance): Course<Answered> {
    if (!instance.board || now() - instance.board.readAt >= SECOND) {
      instance.board = { readAt: now() };
      yield { kind: 'readBoard', work: () => undefined };
    }
    return { kind: 'other' };
  };

/** `line.place`: two reads. */
const where = (standing: Standing, section: Section, memberId: string) =>
  function* (): Course<Answered> {
    yield { kind: 'readStanding', work: () => standing };
    const line = (yield { kind: 'readSection', work: () => [...section.line] }) as Section['line'];
    const index = line.findIndex(entry => entry.memberId === memberId);
    if (index < 0) return { kind: 'other' };
    return { kind: 'placed', place: placeAt({ ...section, line }, index) };
  };
