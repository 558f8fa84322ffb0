import type { Page } from 'playwright-core';
import { lookAt, seen, tap, toTop, type Scene } from './scene';
import { afterwards, arrived, CHOIR, CHOIR_TEACHER, hall, LECTURE, LESSON, RUNNING } from './worlds';

const ofLesson = `sectionId=${LESSON.sectionId}&lessonIndex=${LESSON.lessonIndex}`;
const roll = `packages/instructor/roll/index?${ofLesson}`;
const teacher = { who: '李文秀', world: arrived } as const;

/** Taps the keys of some lines, counted from 0. */
async function mark(page: Page, marks: Record<number, 'present' | 'late' | 'absent'>): Promise<void> {
  for (const [line, key] of Object.entries(marks))
    await seen(page, 'roll-line').nth(Number(line)).getByTestId(`key-${key}`).click();
}

/** What an instructor does with one lesson, on a phone. */
export const INSTRUCTOR: Scene[] = [
  { ...teacher, name: 'instructor-day', at: '18:55', path: 'packages/instructor/sections/index', shows: 'next-lesson' },
  { name: 'instructor-code', ...teacher, at: '18:56', path: `packages/instructor/code/index?${ofLesson}`, shows: 'qr' },
  {
    name: 'instructor-wall',
    ...teacher,
    size: 'desk',
    at: '18:58',
    path: `packages/instructor/code/index?${ofLesson}`,
    before: page => tap(page, 'cast-code'),
    shows: 'cast',
  },
  {
    name: 'instructor-hall',
    who: '李文秀',
    at: '19:16',
    world: hall,
    path: `packages/instructor/roll/index?sectionId=${LECTURE}&lessonIndex=0`,
    shows: 'count-heads',
  },
  {
    name: 'instructor-group',
    ...teacher,
    at: '18:53',
    path: `packages/instructor/roster/index?sectionId=${RUNNING}-0007`,
    before: page => tap(page, 'to-group-code'),
    shows: 'group-code-put',
  },
  {
    ...teacher,
    name: 'instructor-door',
    at: '18:57',
    path: `packages/instructor/code/index?${ofLesson}`,
    before: page => tap(page, 'door-code'),
    shows: 'code-image',
  },
  {
    name: 'instructor-roll',
    ...teacher,
    at: '19:02',
    path: roll,
    before: async page => {
      await mark(page, { 2: 'late', 4: 'present' });
      await page.getByText('都已存好').waitFor();
      await toTop(page);
    },
    shows: 'next-unmarked',
  },
  {
    name: 'instructor-offline',
    ...teacher,
    at: '19:03',
    path: roll,
    before: async page => {
      await seen(page, 'roll-line').first().waitFor();
      await page.context().setOffline(true);
      await mark(page, { 2: 'absent', 4: 'late', 5: 'present' });
      await seen(page, 'waits').first().waitFor();
      await toTop(page);
    },
    shows: 'send-again',
  },
  {
    name: 'instructor-person',
    ...teacher,
    at: '19:04',
    path: roll,
    before: page => tap(page, 'person'),
    shows: 'person-note',
  },
  {
    name: 'instructor-walk-in',
    ...teacher,
    at: '19:17',
    path: roll,
    before: async page => {
      await lookAt(page, 'walk-ins');
    },
    shows: 'let-in',
  },
  {
    name: 'instructor-correction',
    ...teacher,
    at: '+1 09:30',
    path: roll,
    before: page => mark(page, { 2: 'present' }),
    shows: 'mark-reason',
  },
  {
    name: 'instructor-roster',
    ...teacher,
    at: '18:53',
    path: `packages/instructor/roster/index?sectionId=${RUNNING}-0007`,
    shows: 'roster',
  },
  {
    name: 'instructor-asked',
    ...teacher,
    at: '18:53',
    path: 'packages/instructor/menu/index',
    shows: 'ask-yes',
  },
  {
    name: 'instructor-menu',
    ...teacher,
    at: '18:53',
    path: 'packages/instructor/menu/index?at=items',
    shows: 'edit-item',
  },
  {
    name: 'instructor-ratings',
    who: () => CHOIR_TEACHER,
    at: '18:53',
    world: afterwards,
    path: `packages/instructor/roster/index?sectionId=${CHOIR}`,
    before: async page => {
      await seen(page, 'class-ratings').waitFor();
      // Its heading stands above it, below the bar.
      await lookAt(page, 'class-ratings', 112);
    },
    shows: 'rating-text',
  },
];
