import { SECOND } from '../domain/base/clock';
import type { Section } from '../domain/model';
import type { CallKind, Span, Turned } from '../domain/rehearsal/rehearsal';
import type { Rehearsal } from './rehearsal';
import type { Agenda } from './world/agenda';
import type { SimDatabase } from './world/database';
import type { Instances } from './world/instances';
import type { Person } from './world/phone';
import type { Platform } from './world/platform';
import type { Poster } from './world/poster';

/** The width in time of a bar of the charts. */
export const SPAN_MS = SECOND / 2;

/** The record that a rehearsal makes. */
export class Record {
  readonly people: Person[] = [];
  readonly spans: Span[] = [];
  platform: Platform | undefined;
  poster: Poster | undefined;
  answered = 0;

  constructor(
    readonly rehearsal: Rehearsal,
    readonly sections: Section[],
    private readonly agenda: Agenda,
    readonly database: SimDatabase,
    readonly instances: Instances,
  ) {}

  get isOver(): boolean {
    return this.answered === this.rehearsal.people;
  }

  /** ms since the stroke. */
  get now(): number {
    return this.agenda.now;
  }

  readonly onTold = (person: Person): void => {
    this.answered += 1;
    const span = this.span();
    if (span && person.told) span.told[person.told] += 1;
  };

  readonly onCall = (kind: CallKind, turned: Turned | undefined): void => {
    const span = this.span();
    if (!span) return;
    span.calls[kind] += 1;
    if (turned) span.turned[turned] += 1;
  };

  /** The present span; undefined before the stroke. */
  private span(): Span | undefined {
    if (this.agenda.now < 0) return undefined;
    const index = Math.floor(this.agenda.now / SPAN_MS);
    while (this.spans.length <= index) this.spans.push(emptySpan());
    const span = this.spans[index]!;
    span.instances = {
      total: Math.max(span.instances.total, this.instances.total),
      busy: Math.max(span.instances.busy, this.instances.busy),
    };
    return span;
  }
}

const emptySpan = (): Span => ({
  told: { SEATED: 0, WAITING: 0, FULL: 0, FULL_BY_BOARD: 0, BUSY: 0 },
  calls: { claim: 0, board: 0, place: 0 },
  turned: { gate: 0, instances: 0 },
  instances: { total: 0, busy: 0 },
});
