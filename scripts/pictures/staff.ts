import { draft, draftPath, upload } from './drafts';
import { lookAt, seen, tap, type, type Scene } from './scene';
import { nextSheet, sheetWithFaults } from './sheets';
import { afterwards, CHOIR, COMING, nextMorning, released, RUNNING } from './worlds';

const desk = { who: '王敏', size: 'desk' } as const;
const live = `packages/staff/batch/index?batchId=${COMING}`;
const ofClass = `packages/staff/section/index?sectionId=${RUNNING}-0001`;
const ofLesson = `packages/staff/lesson/index?sectionId=${RUNNING}-0007&lessonIndex=3`;

/** What staff do at a desk, in the order in which a batch goes. */
export const STAFF: Scene[] = [
  {
    ...desk,
    name: 'staff-todo',
    at: '+1 08:40',
    world: nextMorning,
    path: 'packages/staff/todo/index',
    shows: 'todo-appeals',
  },
  { ...desk, name: 'staff-batches', at: '18:53', path: 'packages/staff/batches/index', shows: 'batch-row' },
  {
    ...desk,
    name: 'staff-copy',
    at: '18:53',
    path: 'packages/staff/batches/index',
    before: page => tap(page, 'copy-batch'),
    shows: `copy-${RUNNING}`,
  },
  { ...desk, name: 'staff-new', at: '18:54', path: stage => draftPath(stage, 'new'), shows: 'no-sections' },
  {
    ...desk,
    name: 'staff-sheet',
    at: '18:54',
    path: stage => draftPath(stage, 'new'),
    before: (page, stage) => upload(page, sheetWithFaults(stage)),
    shows: 'bad-row',
  },
  {
    ...desk,
    name: 'staff-sheet-good',
    at: '18:55',
    path: stage => draftPath(stage, 'new'),
    before: (page, stage) => upload(page, nextSheet(stage)),
    shows: 'import-sheet',
  },
  {
    ...desk,
    name: 'staff-lecture',
    at: '18:55',
    path: stage => draftPath(stage, 'new'),
    before: async page => {
      await tap(page, 'add-section');
      await tap(page, 'cell-kind-讲座');
      await type(page, 'cell-course', '职工心理健康');
    },
    shows: 'cell-walkIn-是',
  },
  {
    ...desk,
    name: 'staff-settings',
    at: '18:56',
    path: stage => draftPath(stage, 'settings'),
    before: page => tap(page, 'step-1'),
    shows: 'save-settings',
  },
  {
    ...desk,
    name: 'staff-publish',
    at: '18:57',
    path: stage => draftPath(stage, 'settings'),
    before: page => tap(page, 'step-2'),
    shows: 'ready-to-publish',
  },
  {
    ...desk,
    name: 'staff-rehearsal',
    at: '18:58',
    path: async stage => `packages/staff/rehearsal/index?batchId=${await draft(stage, 'settings')}`,
    before: page => tap(page, 'rehearse'),
    shows: 'rehearsal-sheet',
  },
  {
    ...desk,
    name: 'staff-poster',
    at: '18:59',
    path: `packages/staff/poster/index?batchId=${COMING}`,
    shows: 'poster-image',
  },
  {
    ...desk,
    name: 'staff-codes',
    at: '18:59',
    path: `packages/staff/codes/index?batchId=${COMING}`,
    before: page => seen(page, 'code-image').nth(6).waitFor(),
    shows: 'code-image',
  },
  { ...desk, name: 'staff-release', at: '20:02', world: released, path: live, shows: 'answers' },
  {
    ...desk,
    name: 'staff-wall',
    at: '20:02',
    world: released,
    path: live,
    before: page => tap(page, 'cast-live'),
    shows: 'wall-sums',
  },
  {
    ...desk,
    name: 'staff-demand',
    at: '20:02',
    world: released,
    path: live,
    before: async page => {
      await seen(page, 'demand').waitFor();
      await lookAt(page, 'demand');
    },
    shows: 'demand',
  },
  {
    ...desk,
    name: 'staff-wishes',
    at: '18:53',
    path: 'packages/staff/wishes/index',
    before: page => tap(page, 'wish-w-sample-video'),
    shows: 'wish-take',
  },
  {
    ...desk,
    name: 'staff-menu',
    at: '18:53',
    path: 'packages/staff/menu/index?wishId=w-sample-video',
    shows: 'menu-wish',
  },
  {
    ...desk,
    name: 'staff-ratings',
    at: '18:53',
    path: 'packages/staff/ratings/index',
    before: async page => {
      await tap(page, 'rating-by', '按课程');
      await tap(page, 'rating-group', '合唱');
    },
    shows: 'rated-class',
  },
  { ...desk, name: 'staff-loop', at: '18:53', path: 'packages/staff/loop/index', shows: 'loop-合唱' },
  { ...desk, name: 'staff-section', at: '18:53', path: ofClass, shows: 'change-moveLesson' },
  {
    ...desk,
    name: 'staff-change',
    at: '18:53',
    path: ofClass,
    before: async page => {
      await tap(page, 'change-capacity');
      await type(page, 'change-number', '27');
      await tap(page, 'change-try');
    },
    shows: 'effect',
  },
  {
    ...desk,
    name: 'staff-person',
    at: '18:53',
    path: ofClass,
    before: async page => {
      await tap(page, 'add-person');
      await type(page, 'find-person', '周建强');
      await tap(page, 'find-now');
    },
    shows: 'found-person',
  },
  {
    ...desk,
    name: 'staff-day-off',
    at: '18:53',
    path: 'packages/staff/batches/index',
    before: async page => {
      await tap(page, 'day-off');
      await type(page, 'day-off-reason', '暴雨红色预警');
      await tap(page, 'day-off-try');
    },
    shows: 'day-off-effect',
  },
  {
    ...desk,
    name: 'staff-attendance',
    at: '18:53',
    path: 'packages/staff/attendance/index',
    shows: 'to-close-row',
  },
  {
    ...desk,
    name: 'staff-close',
    at: '18:53',
    path: ofLesson,
    before: page => tap(page, 'close-lesson'),
    shows: 'closing-people',
  },
  {
    ...desk,
    name: 'staff-correct',
    at: '18:53',
    path: ofLesson,
    before: page => tap(page, 'correct'),
    shows: 'correct-reason',
  },
  {
    ...desk,
    name: 'staff-graduates',
    at: '18:53',
    world: afterwards,
    path: `packages/staff/graduates/index?sectionId=${CHOIR}`,
    shows: 'graduate',
  },
  {
    ...desk,
    name: 'staff-appeals',
    at: '+1 08:40',
    world: nextMorning,
    path: 'packages/staff/no-shows/index',
    shows: 'appeal',
  },
  { ...desk, name: 'staff-report', at: '18:53', path: 'packages/staff/report/index', shows: 'report-text' },
  {
    ...desk,
    name: 'staff-invite',
    at: '18:53',
    path: 'packages/staff/people/index',
    before: async page => {
      await tap(page, 'new-invite');
      await type(page, 'invite-name', '唐雪');
      await tap(page, 'make-invite');
    },
    shows: 'invite-code',
  },
  {
    ...desk,
    name: 'staff-export',
    at: '20:03',
    world: released,
    path: live,
    before: page => tap(page, 'batch-export'),
    shows: 'export-now',
  },
  {
    ...desk,
    name: 'staff-record',
    at: '+1 08:45',
    path: 'packages/staff/record/index',
    shows: 'record-entry',
    world: nextMorning,
  },
];
