import type { Section, Standing } from '../domain/model';
import { SECOND } from '../domain/base/clock';
import { instancesToWarm } from '../domain/line/warm-up';
import { planCrowd, seeded } from '../scripts/crowd/plan';
import type { Profile } from './profile';
import { linesOf, OPENS_AT } from './batch';
import { Record } from './record';
import type { Rehearsal } from './rehearsal';
import { Agenda } from './world/agenda';
import { SimDatabase } from './world/database';
import { Instances } from './world/instances';
import { Phone, type Person, type PhoneWorld } from './world/phone';
import { Platform } from './world/platform';
import { Poster } from './world/poster';

/** Pages are open already before the stroke. */
const BEGIN_MS = -11 * SECOND;
/** Nobody waits longer. */
const END_MS = 120 * SECOND;

export const warmFor = (people: number, profile: Profile): number =>
  Math.min(instancesToWarm(people), profile.instances.most);

export type OnSecond = (record: Record) => void;

/**
 * Runs one release in virtual time. The same rehearsal gives the same record, to the last number. `onSecond` is called
 * after each virtual second; if it throws, the rehearsal ends.
 */
export function rehearse(rehearsal: Rehearsal, onSecond: OnSecond = () => undefined): Record {
  const { people, profile, seed } = rehearsal;
  const random = seeded(seed);
  const sections = linesOf(rehearsal.batch);
  const agenda = new Agenda(BEGIN_MS);
  const database = new SimDatabase(agenda, profile.database, random);
  const instances = new Instances(agenda, profile.instances, rehearsal.warm);
  const record = new Record(rehearsal, sections, agenda, database, instances);
  const platform = new Platform(agenda, profile, instances, database, random, record.onCall);
  const opensAt = OPENS_AT;
  const crowd = rehearsal.paced ? { people, callsPerSecond: profile.callsPerSecond } : undefined;
  const poster = rehearsal.posted ? new Poster(agenda, database, sections, opensAt, profile.postMs, crowd) : undefined;
  const world: PhoneWorld = {
    agenda,
    platform,
    poster,
    opensAt,
    returns: profile.database.returns,
    random,
    clockErrorMs: profile.networkMs / 2,
    onTold: record.onTold,
  };

  const odd = people * (rehearsal.odd?.share ?? 0);
  const { choice } = planCrowd(people, sections.length, seed);
  for (let i = 0; i < people; i++) {
    const section = sections[choice[i]!]!;
    const memberId = `m${(Math.imul(i + 1, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0')}`;
    const person: Person = {
      memberId,
      sectionId: section._id,
      tappedAt: tapAt(rehearsal, random),
      claims: 0,
      told: undefined,
      toldAt: 0,
    };
    record.people.push(person);
    new Phone(
      world,
      person,
      section,
      standingOf(memberId, section),
      i < odd ? rehearsal.odd!.manner : rehearsal.pacing,
    );
  }
  agenda.at(-SECOND, () => poster?.begin(() => record.isOver));

  for (let second = BEGIN_MS / SECOND + 1; !record.isOver && second * SECOND <= END_MS; second += 1) {
    agenda.runUntil(second * SECOND);
    record.poster = poster;
    record.platform = platform;
    if (second > 0) onSecond(record);
  }
  return record;
}

/** The time from the stroke, when the button lights up, until a person taps it: at least and at most. */
const REACTION_MS = [150, 500] as const;

function tapAt({ seconds, curve }: Rehearsal, random: () => number): number {
  const share = curve === 'even' ? random() : random() ** 2;
  const [fast, slow] = REACTION_MS;
  return Math.round(fast + random() * (slow - fast) + share * (seconds * SECOND - slow));
}

/** A standing that the waiting room has settled already, because people in a rehearsal only claim. */
const standingOf = (memberId: string, section: Section): Standing => ({
  _id: memberId,
  holds: [],
  batches: { [section.batchId]: { settledAt: section.publishedAt, count: 0 } },
});
