import { join } from 'node:path';
import { openidOf } from '../load/job';
import { CROWD, WARM_CROWD, type Scene } from '../scene';
import { WARM, WARM_CAPACITY, WARM_PEOPLE, sectionIdOf, type Contender } from './contender';
import { host, type HostedApp } from './emulator';
import { ROOT } from './paths';

const FUNCTIONS = join(ROOT, 'bench/functions');

/** `signups` and `courses` of bench/functions: one course a section. */
function app(name: string, scene: Scene): HostedApp {
  const courses = [...Array.from({ length: scene.sections }, (_, i) => i), WARM].map(index => ({
    _id: sectionIdOf(index),
    capacity: index === WARM ? WARM_CAPACITY : scene.capacity,
    waitlistLimit: scene.waitlistLimit,
    line: [],
    lineCount: 0,
  }));
  return {
    functions: FUNCTIONS,
    name,
    body: section => JSON.stringify({ sectionId: sectionIdOf(section) }),
    documents: [['courses', courses]],
    seats: { collection: 'signups', actions: ['insertDocument'] },
  };
}

/** The usual mini-program template: read the course, count, look for oneself, insert. */
export const template: Contender = {
  id: 'template',
  label: 'mini-program template (count, insert)',
  start: (scene, folder) =>
    host(
      {
        ...app('template', scene),
        lines: async read => {
          const signups = (await read('signups')) as { courseId: string; openid: string }[];
          const lines = new Map(Array.from({ length: scene.sections }, (_, i) => [sectionIdOf(i), [] as string[]]));
          for (const { courseId, openid } of signups) lines.get(courseId)?.push(openid);
          return [...lines.values()];
        },
      },
      folder,
    ),
};

/** SDK operations of the shapes that a winning claim of ours has, without logic. */
const bareOperations = (name: string, label: string, id = name): Contender => ({
  id,
  label,
  start: (scene, folder) => {
    const base = app(name, scene);
    return host({ ...base, documents: [...base.documents, ...people(scene)] }, folder);
  },
});
export const twoOperations = bareOperations('two-operations', 'two SDK operations, no logic');
/** Only those who get a place come. Whoever comes while places are given has to wait for as long. */
export const firstPlaces = bareOperations('two-operations', 'the places alone, two SDK operations', 'first-places');
/** As a claim is where the environment does not know `updateAndReturn`. */
export const threeOperations = bareOperations('three-operations', 'three SDK operations, no logic');

/** One document per person, in the shape of a standing. */
const people = (scene: Scene): [string, object[]][] =>
  (
    [
      [CROWD, scene.choice.length],
      [WARM_CROWD, WARM_PEOPLE],
    ] as const
  ).map(([crowd, count]) => [
    'people',
    Array.from({ length: count }, (_, i) => ({
      _id: openidOf(crowd, i),
      holds: [],
      batches: { bench: { settledAt: 1, count: 0 } },
    })),
  ]);

/** A function that does nothing, which shows what hosting costs. */
export const noOp: Contender = {
  id: 'no-op',
  label: 'a function that does nothing',
  start: (scene, folder) => host(app('no-op', scene), folder),
};
