import QuickLRU from 'quick-lru';
import { SECOND } from '../../domain/base/clock';
import type { Member, Section } from '../../domain/model';
import type { CodeKey } from '../../domain/roll/roll';
import { isOwn, standsIn } from '../../domain/people/own';
import { read } from '../base/database';
import { isYoung } from '../base/is-young';

/**
 * Instance memory for check-in, because a whole class scans the same code within seconds. It may let in somebody who
 * has just dropped, which marks nobody absent. It turns nobody away: a refusal is always based on a new read.
 */
const LIFETIME_MS = 5 * SECOND;
const MOST = 500;

interface Known<T> {
  value: T;
  readAt: number;
}

const sections = new QuickLRU<string, Known<Section>>({ maxSize: MOST });
const runners = new QuickLRU<string, Known<Member>>({ maxSize: MOST });
const keys = new QuickLRU<string, Known<Record<string, CodeKey>>>({ maxSize: MOST });

export async function recentSection(sectionId: string, now: number): Promise<Section | null> {
  const known = sections.get(sectionId);
  if (known && isYoung(known.readAt, now, LIFETIME_MS)) return known.value;
  const section = await read('sections', sectionId);
  if (section) noteSection(section, now);
  return section;
}

/** Remembers a section that was read for another reason, so that it is not read again. */
export const noteSection = (section: Section, now: number): void =>
  void sections.set(section._id, { value: section, readAt: now });

/**
 * Does this member run the class, or stand in at the lesson, now? A key counts only as long as the member who showed it
 * does.
 */
export async function runs(memberId: string, section: Section, lessonIndex: number, now: number): Promise<boolean> {
  const gives = (member: Member, one: Section) =>
    isOwn(member, one) || standsIn(member, one.lessons[lessonIndex] ?? {});
  const known = runners.get(memberId);
  if (known && isYoung(known.readAt, now, LIFETIME_MS) && gives(known.value, section)) return true;
  const member = await read('members', memberId);
  if (!member) return false;
  runners.set(memberId, { value: member, readAt: now });
  if (gives(member, section)) return true;
  const fresh = await read('sections', section._id);
  if (fresh) noteSection(fresh, now);
  return fresh !== null && gives(member, fresh);
}

/** A key is made once and does not change, so it is read only if it is not known. */
export async function codeKeyOf(rollId: string, keyId: string, now: number): Promise<CodeKey | undefined> {
  const known = keys.get(rollId)?.value[keyId];
  if (known) return known;
  const roll = await read('rolls', rollId);
  if (roll) keys.set(rollId, { value: roll.codeKeys, readAt: now });
  return roll?.codeKeys[keyId];
}
