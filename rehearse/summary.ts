import { SECOND } from '../domain/base/clock';
import { lineSize, seatedIn, waitingIn } from '../domain/line/line';
import type { Counts, RehearsalNumbers, Told, Waits } from '../domain/rehearsal/rehearsal';
import { checkOf, type Check } from './check';
import { SPAN_MS, type Record } from './record';

/** Everything that the report shows, including what is stored of a rehearsal. */
export interface Summary extends RehearsalNumbers {
  check: Check;
}

export function summaryOf(record: Record): Summary {
  const { rehearsal, sections, people, platform, database, instances } = record;
  if (!platform) throw new Error('The rehearsal has not run');
  const told: Counts<Told> = { SEATED: 0, WAITING: 0, FULL: 0, FULL_BY_BOARD: 0, BUSY: 0 };
  for (const person of people) if (person.told) told[person.told] += 1;
  const definite = people.filter(person => person.told && person.told !== 'BUSY');
  const { calls } = platform;
  const seated = definite.filter(person => person.told === 'SEATED').map(person => person.toldAt);
  const at = seated.sort((a, b) => a - b).map(Math.round);
  return {
    batch: {
      title: rehearsal.batch.title,
      sections: sections.length,
      capacity: sections.reduce((sum, one) => sum + one.capacity, 0),
      places: sections.reduce((sum, one) => sum + lineSize(one), 0),
    },
    people: rehearsal.people,
    seconds: rehearsal.seconds,
    curve: rehearsal.curve,
    seed: rehearsal.seed,
    profile: { name: rehearsal.profile.name, label: rehearsal.profile.label },
    warm: rehearsal.warm,
    posted: rehearsal.posted,
    pacing: rehearsal.pacing,
    told,
    definite: definite.length,
    lastToldAt: Math.round(people.reduce((latest, person) => Math.max(latest, person.toldAt), 0)),
    waits: waitsOf(definite.map(person => person.toldAt - person.tappedAt)),
    waitsBySecond: Array.from({ length: Math.ceil(rehearsal.seconds) }, (_, second) =>
      waitsOf(
        definite
          .filter(person => Math.floor(person.tappedAt / SECOND) === second)
          .map(person => person.toldAt - person.tappedAt),
      ),
    ),
    seats: {
      given: sections.reduce((sum, one) => sum + seatedIn(one), 0),
      waiting: sections.reduce((sum, one) => sum + waitingIn(one), 0),
      at,
    },
    full: fullOf(record, at),
    calls: { ...calls },
    callsPerPerson: (calls.claim + calls.board + calls.place) / rehearsal.people,
    turned: { ...platform.turned },
    operations: { ...database.done },
    operationsRefused: database.refused,
    longestQueue: database.longestQueue,
    posts: record.poster?.posts ?? 0,
    instances: { total: instances.total, mostBusy: instances.mostBusy, cold: instances.started },
    spanMs: SPAN_MS,
    spans: record.spans,
    check: checkOf(record),
  };
}

/** Percentiles by nearest rank. */
function waitsOf(ms: number[]): Waits {
  const sorted = ms.sort((a, b) => a - b);
  const rank = (share: number) => Math.round(sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0);
  return { people: ms.length, p50: rank(0.5), p95: rank(0.95), p99: rank(0.99), max: rank(1) };
}

/** When the last seat of a section was given out. */
function fullOf({ sections, people }: Record, at: number[]) {
  return sections
    .map(section => {
      const seated = people.filter(person => person.sectionId === section._id && person.told === 'SEATED');
      const last = Math.round(seated.reduce((latest, person) => Math.max(latest, person.toldAt), 0));
      return {
        name: section.course,
        at: last,
        seats: at.filter(one => one <= last).length,
        full: seated.length === section.capacity,
      };
    })
    .filter(one => one.full && one.at > 0)
    .map(({ name, at: when, seats }) => ({ name, at: when, seats }))
    .sort((a, b) => a.at - b.at);
}
