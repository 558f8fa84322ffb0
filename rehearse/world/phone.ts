import type { Section, Standing } from '../../domain/model';
import type { Told } from '../../domain/rehearsal/rehearsal';
import { lookAgainAfter, POSTED_LOOK_MS } from '../../domain/base/pace';
import { placeAt } from '../../domain/line/place';
import { pollAfterMs } from '../../domain/base/poll';
import { postedFull, type PostedBoard } from '../../domain/line/posted-board';
import { untilKnown, type Claimed, type Effect } from '../../domain/line/until-known';
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

/**
 * Product: as the app does. Eager: an app that is not ours waits for no turn and retries immediately, again and again.
 * Restless: our app, but while it waits for its turn, the person ends it and taps again, again and again.
 */
export type Manner = 'product' | 'eager' | 'restless';

export interface PhoneWorld {
  agenda: Agenda;
  platform: Platform;
  /** Undefined if there is no posted board. */
  poster: Poster | undefined;
  opensAt: number;
  /** Whether a write can return the document (`rehearse/profile.ts`). */
  returns: boolean;
  random: () => number;
  /** The most by which a phone may be wrong about the server's clock. */
  clockErrorMs: number;
  onTold: (person: Person) => void;
}

/** What this world knows of a refusal. */
interface Refusal {
  code: 'FULL' | 'BUSY';
  details?: { retryAfterMs: number };
  told: Told;
}

const FULL_BY_BOARD: Refusal = { code: 'FULL', told: 'FULL_BY_BOARD' };

const heard = (answer: Answered): Claimed<Told, Refusal> => {
  switch (answer.kind) {
    case 'placed':
      return { place: answer.place.state };
    case 'full':
      return { refusal: { code: 'FULL', told: 'FULL' } };
    case 'busy':
      return { refusal: { code: 'BUSY', details: { retryAfterMs: answer.retryAfterMs }, told: 'BUSY' } };
    case 'other':
      throw new Error('A claim is always answered about a place');
  }
};

/** The page was opened this long before the tap. */
const OPENED_BEFORE_MS = 10 * SECOND;
const EAGER_MS = 300;
const EAGER_TRIES = 200;
const RESTLESS_MS = 300;

/** One phone: one tap for one section, and what the app does until it knows the answer (`domain/line/until-known.ts`). */
export class Phone {
  private calledAt: number | undefined;
  private readonly tag: string;
  /** The board that it looked at last. */
  private seen: PostedBoard | undefined;
  private steps: ReturnType<typeof untilKnown<Told, Refusal>> | undefined;

  constructor(
    private readonly world: PhoneWorld,
    readonly person: Person,
    private readonly section: Section,
    private readonly standing: Standing,
    private readonly manner: Manner,
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
    if (this.seesFull(this.world.agenda.now - this.world.random() * POSTED_LOOK_MS)) return this.tell('FULL_BY_BOARD');
    if (this.manner === 'eager') this.sendEagerly(0);
    else this.goOn();
  }

  /** The app's own sequence, carried out in this world. */
  private readonly goOn = (answer?: unknown): void => {
    const { agenda, random } = this.world;
    this.steps ??= untilKnown({ now: () => agenda.now, random });
    const step = this.steps.next(answer);
    if (!step.done) return this.carryOut(step.value);
    const outcome = step.value;
    if (outcome.kind === 'placed') return this.tell(outcome.place);
    this.tell(outcome.kind === 'refused' ? outcome.refusal.told : 'BUSY');
  };

  private carryOut(effect: Effect): void {
    switch (effect.do) {
      case 'claim':
        return this.send(answer => {
          if (answer.kind === 'busy') this.calledAt = this.serverNow;
          this.goOn(heard(answer));
        });
      case 'ask':
        return this.world.platform.call('place', where(this.standing, this.section, this.person.memberId), answer =>
          this.goOn(
            answer.kind === 'busy' ? undefined : { place: answer.kind === 'placed' ? answer.place.state : undefined },
          ),
        );
      case 'sleep':
        return this.sleep(effect.ms);
      case 'pace':
        return this.goOn(this.seen?.pace);
      // Takes no time here.
      case 'look':
        return this.goOn(this.seesFull(this.world.agenda.now) ? FULL_BY_BOARD : undefined);
    }
  }

  // Created once for each phone, because a waiting crowd sleeps a million times.
  private readonly wake = () => this.goOn();

  private sleep(ms: number): void {
    const isRestless = this.manner === 'restless' && this.person.claims === 0 && ms > RESTLESS_MS;
    if (!isRestless) return this.world.agenda.after(ms, this.wake);
    this.steps = undefined;
    this.world.agenda.after(RESTLESS_MS, () => this.tap());
  }

  /** A careless app sends again at once, again and again. */
  private sendEagerly(attempt: number): void {
    this.send(answer => {
      const claimed = heard(answer);
      if ('place' in claimed) return this.tell(claimed.place);
      if (claimed.refusal.code !== 'BUSY' || attempt + 1 >= EAGER_TRIES) return this.tell(claimed.refusal.told);
      this.world.agenda.after(EAGER_MS, () => this.sendEagerly(attempt + 1));
    });
  }

  private send(hear: (answer: Answered) => void): void {
    const { platform } = this.world;
    this.person.claims += 1;
    platform.call('claim', instance => this.claim(instance), hear);
  }

  private claim(instance: Instance): Course<Answered> {
    const { section, standing } = this;
    const { returns } = this.world;
    return claim({ memberId: this.person.memberId, section, standing, instance, returns, now: () => this.serverNow });
  }

  private seesFull(lookedAt: number): boolean {
    const { poster, random, clockErrorMs } = this.world;
    const board = poster?.seenAt(lookedAt);
    this.seen = board ?? poster?.first;
    if (!board) return false;
    const reader = {
      tag: this.tag,
      now: this.serverNow + (2 * random() - 1) * clockErrorMs,
      errorMs: clockErrorMs,
      calledAt: this.calledAt,
    };
    return postedFull(board, this.section._id, reader) !== undefined;
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
