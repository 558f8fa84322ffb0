/**
 * Every page once: its address, its parameters, and the page above it. Somebody who opens a page by a link has no
 * page to go back to, so Back leads to the one above.
 */
type Lesson = 'sectionId' | 'lessonIndex';
interface Parameters {
  home: never;
  mine: never;
  me: never;
  batch: 'batchId';
  section: 'batchId' | 'sectionId';
  answer: 'batchId' | 'sectionId';
  checkin: 'code' | Lesson;
  myClass: 'sectionId';
  absences: never;
  notices: never;
  profile: 'batchId' | 'sectionId';
  privacy: never;
  myData: never;
  erase: never;
  help: 'at';
  invite: 'code';
  teaching: never;
  roster: 'sectionId';
  roll: Lesson;
  code: Lesson;
  staff: never;
  draft: 'draftId' | 'step' | 'made';
  live: 'batchId' | 'published';
  attendance: never;
  people: never;
  record: never;
  staffSection: 'batchId' | 'sectionId';
  staffLesson: Lesson;
  rehearsal: 'batchId' | 'draftId';
  poster: 'batchId';
  codes: 'batchId';
  noShows: never;
}
export type RouteName = keyof Parameters;
export type Values = Record<string, string | number | undefined>;
export type ParametersOf<Name extends RouteName> = { [key in Parameters[Name]]?: string | number | undefined };

interface Route {
  path: string;
  tab?: true;
  /** The page above it. Only the home page has none. */
  above?: (values: Values) => string;
  /** Pages of one group stand beside each other. One replaces the other, so that they never pile up. */
  group?: 'class' | 'lesson' | 'desk';
}

const under =
  <Name extends RouteName>(name: Name, pick?: (values: Values) => ParametersOf<Name>) =>
  (values: Values): string =>
    addressOf(name, pick ? pick(values) : {});

const inBatch = ({ batchId }: Values): string => (batchId ? addressOf('batch', { batchId }) : addressOf('home', {}));
const inLive = ({ batchId }: Values): string => (batchId ? addressOf('live', { batchId }) : addressOf('staff', {}));

const ROUTES: { [Name in RouteName]: Route } = {
  home: { path: 'pages/home/index', tab: true },
  mine: { path: 'pages/mine/index', tab: true, above: under('home') },
  me: { path: 'pages/me/index', tab: true, above: under('home') },
  batch: { path: 'pages/batch/index', above: under('home') },
  section: { path: 'pages/section/index', above: inBatch, group: 'class' },
  answer: { path: 'pages/answer/index', above: inBatch, group: 'class' },
  checkin: { path: 'pages/checkin/index', above: under('mine') },
  myClass: { path: 'packages/me/class/index', above: under('mine') },
  absences: { path: 'packages/me/absences/index', above: under('mine') },
  notices: { path: 'packages/me/notices/index', above: under('me') },
  profile: {
    path: 'packages/me/profile/index',
    above: values => (values.batchId ? inBatch(values) : addressOf('me', {})),
  },
  privacy: { path: 'packages/me/privacy/index', above: under('me') },
  myData: { path: 'packages/me/data/index', above: under('privacy') },
  erase: { path: 'packages/me/erase/index', above: under('privacy') },
  help: { path: 'packages/me/help/index', above: under('me') },
  invite: { path: 'packages/me/invite/index', above: under('me') },
  teaching: { path: 'packages/instructor/sections/index', above: under('me') },
  roster: { path: 'packages/instructor/roster/index', above: under('teaching') },
  roll: { path: 'packages/instructor/roll/index', above: under('teaching'), group: 'lesson' },
  code: { path: 'packages/instructor/code/index', above: under('teaching'), group: 'lesson' },
  staff: { path: 'packages/staff/batches/index', above: under('me'), group: 'desk' },
  draft: { path: 'packages/staff/draft/index', above: under('staff') },
  live: { path: 'packages/staff/batch/index', above: under('staff') },
  attendance: { path: 'packages/staff/attendance/index', above: under('staff'), group: 'desk' },
  people: { path: 'packages/staff/people/index', above: under('staff'), group: 'desk' },
  record: { path: 'packages/staff/record/index', above: under('staff'), group: 'desk' },
  staffSection: { path: 'packages/staff/section/index', above: inLive },
  staffLesson: { path: 'packages/staff/lesson/index', above: under('attendance') },
  rehearsal: {
    path: 'packages/staff/rehearsal/index',
    above: values => (values.draftId ? addressOf('draft', { draftId: values.draftId, step: 2 }) : inLive(values)),
  },
  poster: { path: 'packages/staff/poster/index', above: inLive },
  codes: { path: 'packages/staff/codes/index', above: inLive },
  noShows: { path: 'packages/staff/no-shows/index', above: under('attendance') },
};

/** Parameters that a page may have in its address without being another page. */
const WITHIN = ['step', 'published', 'made'];

const encoded = (values: Values): string =>
  Object.entries(values)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`)
    .join('&');

/** The address of a page, in the form that Taro requires. */
export function addressOf<Name extends RouteName>(name: Name, values: ParametersOf<Name>): string {
  const query = encoded(values as Values);
  return `/${ROUTES[name].path}${query ? `?${query}` : ''}`;
}

const decoded = (value: string): string => {
  try {
    return decodeURIComponent(value);
  } catch {
    // Somebody typed a stray %, which stays as it is.
    return value;
  }
};

/** Takes an address apart. `/#/pages/…`, `/pages/…` and `pages/…` are the same. */
export function read(address: string): { path: string; values: Record<string, string> } {
  const [path = '', query = ''] = address.replace(/^.*#/, '').split('?');
  const pairs = query.split('&').filter(Boolean);
  const values = pairs.map(pair => {
    const [name = '', ...rest] = pair.split('=');
    return [name, decoded(rest.join('='))] as const;
  });
  return { path: path.replace(/^\/+|\/+$/g, ''), values: Object.fromEntries(values) };
}

const routeOf = (address: string): [RouteName, Route] | undefined => {
  const { path } = read(address);
  return (Object.entries(ROUTES) as [RouteName, Route][]).find(([, route]) => route.path === path);
};

/** Whether both addresses are one page: the same path with the same parameters, in whatever order. */
export function samePage(one: string, other: string): boolean {
  const key = (address: string) => {
    const { path, values } = read(address);
    const kept = Object.entries(values).filter(([name]) => !WITHIN.includes(name));
    return `${path}?${kept
      .map(([name, value]) => `${name}=${value}`)
      .sort()
      .join('&')}`;
  };
  return key(one) === key(other);
}

/** @param known what the page has learnt since, if its address is a code with nothing but a token. */
export function pageAbove(address: string, known: Values = {}): string {
  const route = routeOf(address)?.[1];
  return route?.above?.({ ...read(address).values, ...known }) ?? addressOf('home', {});
}

export const isTab = (address: string): boolean => routeOf(address)?.[1].tab ?? false;
export const groupOf = (address: string): Route['group'] => routeOf(address)?.[1].group;
export const paths = (): string[] => Object.values(ROUTES).map(route => route.path);
