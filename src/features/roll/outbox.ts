import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { serverClock } from '../../app/clock/server-clock';
import type { LessonId } from '../../app/known/attendance';
import { lessonKey } from './rolls';
import { readBox, readBoxes, writeBox, type Aside, type Box, type UnsentMark } from './box';
import { randomName } from './random-name';

/** A box, and the state of its sending. */
export interface Outgoing extends Box {
  /** The last try failed, or the app has found marks of an earlier day. Sending will take more than a second. */
  stuck: boolean;
  /** The reason, if the server has given one. */
  message: string | undefined;
  /** False if the phone has no room. Then the marks exist only in memory. */
  kept: boolean;
}

/** Marks on their way, by lesson. The storage holds the truth; this is the copy that screens read. */
export const outbox = createStore<Record<string, Outgoing>>(() => ({}));

const shown = (box: Box): Outgoing => ({ ...box, stuck: box.marks.length > 0, message: undefined, kept: true });

/** Reads what the phone has kept, at the start of the app and again when another tab may have written. */
export function openOutbox(): void {
  const kept = readBoxes();
  const unkept = Object.entries(outbox.getState()).filter(([, box]) => !box.kept);
  const boxes = Object.entries(kept).map(([key, box]): [string, Outgoing] => {
    const known = outbox.getState()[key];
    return [key, known ? { ...known, ...box } : shown(box)];
  });
  outbox.setState(Object.fromEntries([...boxes, ...unkept]), true);
}
openOutbox();

export const boxOf = (key: string): Outgoing | undefined => outbox.getState()[key];
export const hasUnsent = (key: string): boolean => (boxOf(key)?.marks.length ?? 0) > 0;

export const useBox = (key: string): Outgoing | undefined => useStore(outbox, all => all[key]);

/** Changes a box on the phone and on the screen at the same time. */
function change(key: string, to: (box: Box) => Partial<Box>, how: Partial<Outgoing> = {}): void {
  const known = boxOf(key);
  // Another tab of the same browser may have added marks, so the change is applied to what is in the storage.
  const before = known && !known.kept ? known : (readBox(key) ?? (known && { ...known, marks: [], aside: [] }));
  if (!before) return;
  const { sectionId, lessonIndex, title, marks, aside }: Box = { ...before, ...to(before) };
  const box = { sectionId, lessonIndex, title, marks, aside };
  const kept = writeBox(box);
  const next: Outgoing = { ...(known ?? shown(box)), ...box, kept, ...how };
  if (box.marks.length === 0) Object.assign(next, { stuck: false, message: undefined });
  outbox.setState({ [key]: next });
}

export type NewMark = Omit<UnsentMark, 'nonce' | 'madeAt' | 'offsetMs'>;

/** Adds marks that were made just now. They are on the phone when this returns. */
export function addMarks(lesson: LessonId & { title: string }, added: NewMark[]): void {
  const key = lessonKey(lesson);
  if (!boxOf(key)) {
    const fresh: Box = { ...lesson, marks: [], aside: [] };
    outbox.setState({ [key]: { ...shown(readBox(key) ?? fresh), stuck: false } });
  }
  change(key, ({ marks }) => {
    // Later than the mark before, even if the clock stands still.
    const madeAt = Math.max(Date.now(), (marks[marks.length - 1]?.madeAt ?? 0) + 1);
    const known = serverClock.errorMs() === undefined ? {} : { offsetMs: serverClock.now() - Date.now() };
    return { marks: [...marks, ...added.map(mark => ({ ...mark, nonce: randomName(), madeAt, ...known }))] };
  });
}

/** Removes marks that have arrived. Marks of the same people that are still here are then known to be later. */
export function settle(key: string, arrived: readonly { nonce: string; memberId: string; at: number }[]): void {
  const nonces = new Set(arrived.map(one => one.nonce));
  const latest = new Map<string, number>();
  for (const { memberId, at } of arrived) latest.set(memberId, Math.max(at, latest.get(memberId) ?? 0));
  change(
    key,
    ({ marks }) => ({
      marks: marks
        .filter(mark => !nonces.has(mark.nonce))
        .map(mark => {
          const at = latest.get(mark.memberId);
          return at === undefined ? mark : { ...mark, after: Math.max(at, mark.after ?? 0) };
        }),
    }),
    { stuck: false, message: undefined },
  );
}

/** These marks did not get through now; they stay and are sent again. */
export function stay(key: string, message: string | undefined): void {
  change(key, () => ({}), { stuck: true, message });
}

/**
 * These marks will never be accepted as they are. They are set aside where they stop no others and can still be
 * seen.
 */
export function setAside(key: string, refused: readonly UnsentMark[], why: Omit<Aside, 'marks'>): void {
  const nonces = new Set(refused.map(mark => mark.nonce));
  change(key, ({ marks, aside }) => {
    const known = aside.find(one => one.code === why.code);
    const together = { ...why, marks: [...(known?.marks ?? []), ...refused] };
    return {
      marks: marks.filter(mark => !nonces.has(mark.nonce)),
      aside: [...aside.filter(one => one !== known), together],
    };
  });
}

/** Puts them back among the others, with a reason if one was missing. */
export function sendAgain(key: string, code: string, reason?: string): void {
  change(key, ({ marks, aside }) => {
    const back = aside.filter(one => one.code === code).flatMap(one => one.marks);
    const reasoned = reason ? back.map(mark => ({ ...mark, reason })) : back;
    return {
      marks: [...reasoned, ...marks].sort((a, b) => a.madeAt - b.madeAt),
      aside: aside.filter(one => one.code !== code),
    };
  });
}

export function discard(key: string, code: string): void {
  change(key, ({ aside }) => ({ aside: aside.filter(one => one.code !== code) }));
}
