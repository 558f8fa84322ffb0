import type { RollView } from '../../domain/api';
import { DAY, startOfDay } from '../../domain/base/clock';
import type { Lesson, LineEntry, Section } from '../../domain/model';
import { rollIdOf, type MarkState, type Roll } from '../../domain/roll/roll';
import { codeText } from '../../domain/lesson/check-in-code';
import { range, startScene, type Person, type Scene, type SceneOptions } from './scene';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/**
 * A class with a lesson that has just begun, a full line and its instructor. The clock can be set to any moment of it. The
 * lesson begins at ten in the morning, so that a journey of some hours means the same at whatever hour the suite runs.
 */
export interface Classroom extends Scene {
  teacher: Person;
  staff: Person;
  lesson: Lesson;
  /** The server's clock reads the lesson's beginning plus so much. */
  at(sinceStart: number): void;
  /** On the server's clock. */
  now(): number;
  roll(sectionId?: string, lessonIndex?: number): Roll | undefined;
  /** What holds of each person, as the instructor sees it: member id → state. */
  states(view: RollView): Record<string, MarkState | null>;
}

interface ClassroomOptions {
  /** So many people in line, of so many seats. */
  line?: number;
  capacity?: number;
  sections?: Record<string, Partial<Section>>;
  instances?: number;
  emulator?: SceneOptions['emulator'];
}

export async function startClassroom(options: ClassroomOptions = {}): Promise<Classroom> {
  const { line = 5, capacity = 3, sections = {}, instances = 2, emulator = {} } = options;
  const start = startOfDay(Date.now() + 7 * DAY) + 10 * HOUR;
  const lesson = { startsAt: start, endsAt: start + 90 * MINUTE };
  const next = { startsAt: start + 7 * DAY, endsAt: start + 7 * DAY + 90 * MINUTE };
  const scene = await startScene({
    sections: { tea: { capacity, waitlistLimit: Math.max(0, line - capacity), lessons: [lesson, next] }, ...sections },
    batch: { firstLessonAt: start, lastLessonAt: next.startsAt, capacity },
    workers: line + 5,
    emulator: { instances: { min: 0, max: instances }, ...emulator },
  });
  const opensAt = scene.opensAt;
  const entries: LineEntry[] = range(line).map(index => ({
    memberId: scene.worker(index).memberId,
    at: opensAt + index,
  }));
  await scene.set('sections', { ...scene.section('tea'), line: entries, lineCount: line });
  const standings = entries.map(({ memberId, at }) => ({
    _id: memberId,
    holds: [{ sectionId: 'tea', batchId: 'b', at }],
    batches: { b: { settledAt: opensAt, count: 1 } },
  }));
  await scene.emulator.database.import('standings', standings);
  const rolls = () => scene.emulator.database.read<Roll>('rolls');
  const room: Classroom = {
    ...scene,
    teacher: await scene.holder('instructor', '李文秀', { instructorName: '李文秀' }),
    staff: await scene.holder('staff', '王敏'),
    lesson,
    at: sinceStart => scene.emulator.setClock(start + sinceStart - Date.now()),
    now: () => scene.emulator.now(),
    roll: (sectionId = 'tea', lessonIndex = 0) => rolls().find(one => one._id === rollIdOf(sectionId, lessonIndex)),
    states: view => Object.fromEntries(view.people.map(person => [person.memberId, person.mark?.state ?? null])),
  };
  room.at(0);
  return room;
}

export const ofTea = { sectionId: 'tea', lessonIndex: 0 };

/** The data of an answer; fails with the answer where there is a refusal. */
export async function good<T>(answer: Promise<{ ok: true; data: T } | { ok: false }>): Promise<T> {
  const given = await answer;
  if (!given.ok) throw new Error(JSON.stringify(given));
  return given.data;
}

/** What the instructor's screen shows `ahead` milliseconds from now. */
export async function shown(
  room: Pick<Classroom, 'teacher' | 'now'>,
  ahead = 0,
  of = ofTea,
): Promise<{ code: string; number: string }> {
  const book = await good(room.teacher.call('roll.code', of));
  // A slot may end while the book is on its way, and after the lesson a book has a single one.
  const index = Math.min(Math.floor((room.now() + ahead) / 10_000) - book.firstSlot, book.macs.length - 1);
  const slot = book.firstSlot + index;
  const mac = book.macs[index];
  if (!mac) throw new Error(`No code for slot ${index}`);
  return { code: codeText(book.prefix, slot, mac), number: book.numbers[index]! };
}

let made = 0;
/** A mark as a phone sends it. */
export const marking = (room: Classroom, person: Person, state: MarkState | null, change: object = {}) => ({
  nonce: `nonce-${String((made += 1)).padStart(6, '0')}`,
  memberId: person.memberId,
  state,
  at: room.now(),
  seen: 0,
  ...change,
});
