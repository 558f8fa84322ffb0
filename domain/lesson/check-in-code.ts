import { wordsKey, written } from '../base/written';
import { HOUR, SECOND } from '../base/clock';

/**
 * The rotating check-in code. Time is cut into slots. Each slot has a code of its own, signed by the server for one
 * lesson and one instructor. A code is shown for one slot. It is taken from a second before the slot, because the
 * instructor's phone may be that far ahead, until four seconds after it. It lives 15 s, so a photo that is passed on is
 * too old.
 */
export const CODE_SLOT_MS = 10 * SECOND;
const EARLY_MS = SECOND;
const LATE_MS = 4 * SECOND;
export const CODE_LIFE_MS = EARLY_MS + CODE_SLOT_MS + LATE_MS;

export const slotOf = (at: number): number => Math.floor(at / CODE_SLOT_MS);
export const slotStart = (slot: number): number => slot * CODE_SLOT_MS;

/**
 * A person may try four digits this often within this time, right or wrong. At any moment one or two numbers of a class
 * are right, so ten tries hit one with 0.15 in 100. That is enough for a person who mistypes, and for calls whose
 * answer got lost.
 */
export const MOST_NUMBER_TRIES = 10;
export const NUMBER_TRIES_WITHIN_MS = 6 * HOUR;

/** The slots whose codes are accepted at `now`; at most two. */
export const slotsTaken = (now: number): number[] => [
  ...new Set([slotOf(now - LATE_MS), slotOf(now), slotOf(now + EARLY_MS)]),
];

export function timing(slot: number, now: number): 'early' | 'taken' | 'old' {
  const start = slotStart(slot);
  if (now < start - EARLY_MS) return 'early';
  return now < start - EARLY_MS + CODE_LIFE_MS ? 'taken' : 'old';
}

/** The contents of a code. Only its signature tells whether it is genuine. */
export interface CheckInCode {
  sectionId: string;
  lessonIndex: number;
  keyId: string;
  slot: number;
  mac: string;
}

const SHAPE = /HG1\.([A-Za-z0-9_-]{1,64})\.(\d{1,3})\.([0-9a-f]{8})\.([0-9a-z]{1,8})\.([A-Za-z0-9_-]{12})(?:$|[&#])/;

/** The part of a code before the slot and the signature. */
export const codePrefix = (sectionId: string, lessonIndex: number, keyId: string): string =>
  `HG1.${sectionId}.${lessonIndex}.${keyId}.`;

export const codeText = (prefix: string, slot: number, mac: string): string => `${prefix}${slot.toString(36)}.${mac}`;

/** Reads a scanned text: the code itself, or a link that ends in it. `null` for anything else. */
export function readCode(text: string): CheckInCode | null {
  const match = SHAPE.exec(written(text));
  if (!match) return null;
  const [, sectionId = '', index = '', keyId = '', slot = '', mac = ''] = match;
  return { sectionId, lessonIndex: Number(index), keyId, slot: Number.parseInt(slot, 36), mac };
}

/** Four digits as somebody typed or pasted them, without full-width forms, spaces and invisible marks. */
export const plainNumber = wordsKey;

/** True for four digits, however they were typed. */
export const isNumber = (text: string): boolean => /^\d{4}$/.test(plainNumber(text));
