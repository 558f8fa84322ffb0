import { randomUUID } from 'node:crypto';
import type { DraftView } from '../../domain/api';
import type { MenuItem, Offer } from '../../domain/menu/menu';
import type { BatchDraft, DraftSection, Notice } from '../../domain/model';
import { must } from './drafting';
import type { Person, Scene } from './scene';

/** The acts of organisations and staff on menus and asks, in as few words as a journey needs. */
export const offer: Offer = {
  organisation: '益才教育',
  instructor: '',
  course: '古琴',
  about: '十次课弹一首曲子',
  least: 10,
  most: 20,
  when: ['3e', '6m'],
  minutes: 90,
  lessons: 10,
  needs: '安静的教室',
  cost: 3000,
};

export const menuItem = (id: string, change: Partial<MenuItem> = {}): MenuItem => ({
  _id: id,
  by: '',
  ...offer,
  category: 'guqin',
  state: 'offered',
  at: Date.now(),
  revision: 1,
  ...change,
});

export const menus = (scene: Scene): MenuItem[] => scene.emulator.database.read<MenuItem>('menus');
export const save = (person: Person, change: Partial<Offer> & { menuId?: string; revision?: number } = {}) =>
  person.call('menu.save', { actId: randomUUID(), menuId: null, revision: 0, ...offer, ...change });

export const draftOf = (scene: Scene, id: string): BatchDraft =>
  scene.emulator.database.read<BatchDraft>('drafts').find(one => one._id === id)!;
export const sectionOf = (scene: Scene, { draftId }: Pick<DraftView, 'draftId'>, key = '0001'): DraftSection =>
  draftOf(scene, draftId).sections.find(one => one.key === key)!;

/** Asks the people of one class of the draft as it is now. */
export const ask = (scene: Scene, staff: Person, draftId: string, key = '0001') =>
  staff.call('menu.ask', { actId: randomUUID(), draftId, key, revision: draftOf(scene, draftId).revision });

/** Answers what a person is asked first. */
export async function answer(person: Person, yes: boolean, text = '') {
  const [one] = (await must(person.call('menu.asks', {}))).asks;
  return person.call('menu.answer', answering(one!, yes, text));
}
export const answering = (
  { draftId, key, at }: { draftId: string; key: string; at: number },
  yes: boolean,
  text = '',
) => ({
  actId: randomUUID(),
  draftId,
  key,
  at,
  yes,
  text,
});

export const told = (scene: Scene, kind: Notice['kind']): string[] =>
  scene
    .notices()
    .filter(one => one.kind === kind)
    .map(one => one.memberId)
    .sort();
