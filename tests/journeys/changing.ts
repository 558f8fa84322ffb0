import { randomUUID } from 'node:crypto';
import type { AnswerOf, Change, ChangeEffect } from '../../domain/api';
import type { Notice, Outgoing, RecordEntry } from '../../domain/model';
import type { Person, Scene } from './scene';

type Making = { reason?: string; dryRun?: boolean; actId?: string };

/** `change.make` by this member of staff; with a reason unless told otherwise. */
export const make = (staff: Person, change: Change, making: Making = {}): Promise<AnswerOf<'change.make'>> =>
  staff.call('change.make', {
    actId: making.actId ?? randomUUID(),
    change,
    reason: making.reason ?? '场地检修',
    dryRun: making.dryRun ?? false,
  });

/** The effect; fails with the answer where there is a refusal. */
export async function made(staff: Person, change: Change, making?: Making): Promise<ChangeEffect> {
  const answer = await make(staff, change, making);
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.data;
}

export const recordOf = (scene: Scene) => scene.emulator.database.read<RecordEntry>('record');
export const outboxOf = (scene: Scene) => scene.emulator.database.read<Outgoing>('outbox');
export const tell = (scene: Scene) => scene.emulator.fireTimer('tell');

/** `kind memberId`, sorted, of the notices about a section. */
export const toldOf = (scene: Scene, sectionId: string): string[] =>
  scene
    .notices()
    .filter(notice => notice.sectionId === sectionId)
    .map((notice: Notice) => `${notice.kind} ${notice.memberId}`)
    .sort();
