import type { RecordEntry } from '../../domain/model';
import { isAnonymous } from '../../domain/privacy/anonymous';
import { COLLECTIONS } from '../collections';
import type { startRemembered, Somebody } from './remembered';
import { SOUND, type Scene } from './scene';

export const ERASE = { confirmed: '删除我的资料' } as const;

export type Remembered = Awaited<ReturnType<typeof startRemembered>>;
export const read = <T extends object>(scene: Scene, name: string) => scene.emulator.database.read<T>(name);
export const traces = (scene: Scene, { memberId, openid, name, phone }: Somebody) =>
  COLLECTIONS.flatMap(collection =>
    read<{ _id: string }>(scene, collection)
      .filter(one =>
        [memberId, openid, name, phone, memberId.slice(1, 9)].some(word =>
          JSON.stringify(outOfOffice(one)).includes(word),
        ),
      )
      .map(one => `${collection}: ${one._id}`),
  );
/** An entry of the record without the names of those who are gone and were in office, which it keeps for a time. */
const outOfOffice = (one: Partial<RecordEntry>) =>
  one.namedUntil === undefined
    ? one
    : {
        ...one,
        byName: isAnonymous(one.by ?? '') ? '' : one.byName,
        parts: one.parts?.map(part =>
          typeof part !== 'string' && isAnonymous(part.memberId) ? { ...part, name: '' } : part,
        ),
      };
export const ahead = (scene: Scene, ms: number) => scene.emulator.setClock(scene.emulator.now() - Date.now() + ms);

/** What the timer does in the minutes after. */
export async function minutesLater(scene: Scene): Promise<void> {
  for (let minute = 0; minute < 3; minute += 1) {
    ahead(scene, 60_000);
    await scene.emulator.fireTimer('tell');
  }
}

export function expectForgotten(scene: Remembered, person: Somebody, lines: Record<string, number>): void {
  expect(traces(scene, person).filter(trace => !trace.startsWith('erasures'))).toEqual([]);
  expect(read<object>(scene, 'erasures')).toEqual(
    read<object>(scene, 'erasures').map(() => expect.objectContaining({ seed: '' })),
  );
  expect(JSON.stringify(read(scene, 'erasures'))).not.toContain(person.name);
  for (const [id, length] of Object.entries(lines))
    expect([id, scene.section(id).lineCount, scene.line(id).length]).toEqual([id, length, length]);
  expect(scene.healing()).toEqual(SOUND);
}
