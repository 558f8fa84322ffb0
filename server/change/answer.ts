import type { ChangeEffect } from '../../domain/api';
import type { RecordEntry } from '../../domain/model';
import { nameOf } from '../../domain/privacy/anonymous';
import type { Effect } from '../../domain/change/change-effect';
import { maskPhone } from '../../domain/base/mask';
import { sentenceOf, sentenceOn } from '../../domain/record/said';
import { outgoingOf } from '../record/act';
import { membersOf } from '../people/members-of';
import { finish } from '../telling/tell-of-drop';

const MOST_PEOPLE = 100;

/** What staff are told about a change, before or after it is made. */
export async function answerFor(effect: Effect, done: boolean): Promise<ChangeEffect> {
  const shown = effect.affected.slice(0, MOST_PEOPLE);
  const members = await membersOf(shown.map(one => one.memberId));
  return {
    done,
    summary: sentenceOf(effect.summary),
    told: new Set(effect.tell.flatMap(telling => telling.to.map(one => one.memberId))).size,
    people: shown.map(({ memberId, text }) => ({
      name: nameOf(members.get(memberId)),
      phone: maskPhone(members.get(memberId)?.phone ?? ''),
      text,
    })),
    warnings: effect.warnings,
  };
}

/** Answers the same act sent again. Its effect is on the record, and people who were not told yet are told now. */
export async function answerAgain(entry: RecordEntry, now: number): Promise<ChangeEffect> {
  const outgoing = await outgoingOf(entry._id);
  for (const one of outgoing) if (one.doneAt === null) await finish(one, now);
  const told = new Set(outgoing.flatMap(one => one.to.map(person => person.memberId))).size;
  return { done: true, summary: sentenceOn(entry), told, people: [], warnings: [] };
}
