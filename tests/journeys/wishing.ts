import { randomUUID } from 'node:crypto';
import type { Notice } from '../../domain/model';
import type { Slot, Voice, Wish } from '../../domain/wish/wish';
import type { Person, Scene } from './scene';

/** The acts of people on wishes, in as few words as a journey needs. */
export const actId = (): string => randomUUID();
export const EVENING: Slot[] = ['3e'];

export const wishes = (scene: Scene): Wish[] => scene.emulator.database.read<Wish>('wishes');
export const wishOf = (scene: Scene, id: string): Wish => wishes(scene).find(wish => wish._id === id)!;
export const voicesOf = (scene: Scene, id: string): string[] => wishOf(scene, id).voices.map(voice => voice.memberId);

export const propose = (person: Person, title: string, change: object = {}) =>
  person.call('wish.propose', { actId: actId(), title, why: '', when: EVENING, ...change });
export const join = (person: Person, wishId: string, when: Slot[] = EVENING) =>
  person.call('wish.voice', { wishId, on: true, when });
export const withdraw = (person: Person, wishId: string) => person.call('wish.voice', { wishId, on: false, when: [] });

/** A wish with these voices, as it is stored. */
export function wish(
  id: string,
  title: string,
  people: readonly { memberId: string }[],
  change: Partial<Wish> = {},
): Wish {
  const voices: Voice[] = people.map(({ memberId }, index) => ({ memberId, at: index + 1, when: EVENING }));
  return {
    _id: id,
    title,
    plain: title,
    category: 'guqin',
    state: 'open',
    why: '',
    by: people[0]?.memberId ?? '',
    at: Date.now(),
    voices,
    voiceCount: voices.length,
    voicedAt: Date.now(),
    taken: [],
    revision: 1,
    ...change,
  };
}

export const importing = (scene: Scene, ...documents: Wish[]) => scene.emulator.database.import('wishes', documents);

/** Is each wish as it must be: the count is that of its voices, and nobody is in it twice? */
export const sound = (scene: Scene): boolean =>
  wishes(scene).every(
    ({ voices, voiceCount }) =>
      voices.length === voiceCount && new Set(voices.map(voice => voice.memberId)).size === voiceCount,
  );

export const toldOf = (scene: Scene, wishId: string): string[] =>
  scene.emulator.database
    .read<Notice>('notices')
    .filter(one => one.kind === 'WISH_OPENS' && one._id.includes(wishId))
    .map(one => one.memberId);
