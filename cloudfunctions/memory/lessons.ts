import { SECOND } from '../../domain/clock';
import type { Section } from '../../domain/model';
import type { CodeKey } from '../../domain/roll';
import { read } from '../db/database';
import { isYoung } from './is-young';
import { remember } from './remember';

/**
 * Instance memory for check-in: a whole class scans the same code within seconds. What is remembered may let somebody in
 * who has just dropped (which marks nobody's absence); it turns nobody away: a "no" is always read anew.
 */
const LIFETIME_MS = 5 * SECOND;
const MOST = 500;

interface Known<T> {
  value: T;
  readAt: number;
}

const sections = new Map<string, Known<Section>>();
const keys = new Map<string, Known<Record<string, CodeKey>>>();

export async function recentSection(sectionId: string, now: number): Promise<Section | null> {
  const known = sections.get(sectionId);
  if (known && isYoung(known.readAt, now, LIFETIME_MS)) return known.value;
  const section = await read('sections', sectionId);
  if (section) remember(sections, MOST, sectionId, { value: section, readAt: now });
  return section;
}

/** A key is made once and does not change; only one that is not known is read. */
export async function codeKeyOf(rollId: string, keyId: string, now: number): Promise<CodeKey | undefined> {
  const known = keys.get(rollId)?.value[keyId];
  if (known) return known;
  const roll = await read('rolls', rollId);
  if (roll) remember(keys, MOST, rollId, { value: roll.codeKeys, readAt: now });
  return roll?.codeKeys[keyId];
}
