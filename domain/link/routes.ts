/**
 * Every page once: its address, its parameters, and the page above it. Somebody who opens a page by a link has no page
 * to go back to, so Back leads to the one above. The app's configuration, its ways from page to page, printed codes and
 * messages read this table.
 */
export type Values = Record<string, string | number | undefined>;

const inBatch = ({ batchId }: Values): string => (batchId ? addressOf('batch', { batchId }) : addressOf('home', {}));
const inLive = ({ batchId }: Values): string => (batchId ? addressOf('live', { batchId }) : addressOf('staff', {}));
const aboveProfile = (values: Values): string => (values.batchId ? inBatch(values) : addressOf('me', {}));
const aboveRehearsal = ({ draftId, ...values }: Values): string =>
  draftId ? addressOf('draft', { draftId, step: 2 }) : inLive(values);

const aboveMenus = ({ draftId }: Values): string =>
  draftId ? addressOf('draft', { draftId }) : addressOf('wishDesk', {});

const LESSON = ['sectionId', 'lessonIndex'] as const;

/**
 * - `has`: the parameters that its address may have. `scene` and `q` are WeChat's, from a code that was scanned.
 * - `above`: the page above it, or what it is with these parameters. Only the home page has none.
 * - `group`: pages of one group stand beside each other. One replaces the other, so that they never pile up.
 */
const TABLE = {
  home: { path: 'pages/home/index', has: [], tab: true },
  mine: { path: 'pages/mine/index', has: [], tab: true, above: 'home' },
  me: { path: 'pages/me/index', has: [], tab: true, above: 'home' },
  batch: { path: 'pages/batch/index', has: ['batchId', 'scene'], above: 'home' },
  section: { path: 'pages/section/index', has: ['batchId', 'sectionId', 'scene'], above: inBatch, group: 'class' },
  answer: { path: 'pages/answer/index', has: ['batchId', 'sectionId'], above: inBatch, group: 'class' },
  checkin: { path: 'pages/checkin/index', has: ['code', 'sectionId', 'lessonIndex', 'scene', 'q'], above: 'mine' },
  myClass: { path: 'packages/me/class/index', has: ['sectionId'], above: 'mine' },
  certificate: { path: 'packages/me/certificate/index', has: ['sectionId'], above: 'mine' },
  certificates: { path: 'packages/me/certificates/index', has: [], above: 'me' },
  checkCertificate: { path: 'packages/me/check/index', has: ['code', 'scene'], above: 'certificates' },
  absences: { path: 'packages/me/absences/index', has: [], above: 'mine' },
  notices: { path: 'packages/me/notices/index', has: [], above: 'me' },
  wishes: { path: 'packages/me/wishes/index', has: [], above: 'home' },
  rate: { path: 'packages/me/rating/index', has: ['sectionId', 'stars'], above: 'mine' },
  profile: {
    path: 'packages/me/profile/index',
    has: ['batchId', 'sectionId'],
    above: aboveProfile,
  },
  declaration: {
    path: 'packages/me/declaration/index',
    has: ['batchId', 'sectionId'],
    above: aboveProfile,
  },
  privacy: { path: 'packages/me/privacy/index', has: [], above: 'me' },
  myData: { path: 'packages/me/data/index', has: [], above: 'privacy' },
  erase: { path: 'packages/me/erase/index', has: [], above: 'privacy' },
  help: { path: 'packages/me/help/index', has: ['at'], above: 'me' },
  invite: { path: 'packages/me/invite/index', has: ['code'], above: 'me' },
  teaching: { path: 'packages/instructor/sections/index', has: [], above: 'me' },
  menu: { path: 'packages/instructor/menu/index', has: ['at'], above: 'teaching' },
  roster: { path: 'packages/instructor/roster/index', has: ['sectionId'], above: 'teaching' },
  roll: { path: 'packages/instructor/roll/index', has: LESSON, above: 'teaching', group: 'lesson' },
  code: { path: 'packages/instructor/code/index', has: LESSON, above: 'teaching', group: 'lesson' },
  todo: { path: 'packages/staff/todo/index', has: [], above: 'me', group: 'desk' },
  week: { path: 'packages/staff/week/index', has: [], above: 'todo', group: 'desk' },
  staff: { path: 'packages/staff/batches/index', has: [], above: 'me', group: 'desk' },
  draft: { path: 'packages/staff/draft/index', has: ['draftId', 'step', 'made'], above: 'staff' },
  live: { path: 'packages/staff/batch/index', has: ['batchId', 'published'], above: 'staff' },
  attendance: { path: 'packages/staff/attendance/index', has: [], above: 'staff', group: 'desk' },
  people: { path: 'packages/staff/people/index', has: [], above: 'staff', group: 'desk' },
  record: { path: 'packages/staff/record/index', has: [], above: 'staff', group: 'desk' },
  staffSection: { path: 'packages/staff/section/index', has: ['batchId', 'sectionId'], above: inLive },
  staffLesson: { path: 'packages/staff/lesson/index', has: LESSON, above: 'attendance' },
  graduates: { path: 'packages/staff/graduates/index', has: ['batchId', 'sectionId'], above: inLive },
  rehearsal: {
    path: 'packages/staff/rehearsal/index',
    has: ['batchId', 'draftId'],
    above: aboveRehearsal,
  },
  poster: { path: 'packages/staff/poster/index', has: ['batchId'], above: inLive },
  codes: { path: 'packages/staff/codes/index', has: ['batchId'], above: inLive },
  ratingDesk: { path: 'packages/staff/ratings/index', has: [], above: 'staff', group: 'desk' },
  wishDesk: { path: 'packages/staff/wishes/index', has: ['wishId'], above: 'staff', group: 'desk' },
  report: { path: 'packages/staff/report/index', has: [], above: 'staff', group: 'desk' },
  menuDesk: { path: 'packages/staff/menu/index', has: ['wishId', 'draftId'], above: aboveMenus },
  loopDesk: { path: 'packages/staff/loop/index', has: [], above: 'staff', group: 'desk' },
  noShows: { path: 'packages/staff/no-shows/index', has: [], above: 'attendance' },
} as const;

export type RouteName = keyof typeof TABLE;
export type ParameterOf<Name extends RouteName> = (typeof TABLE)[Name]['has'][number];
export type ParametersOf<Name extends RouteName> = { [key in ParameterOf<Name>]?: string | number | undefined };

interface Route {
  path: string;
  has: readonly string[];
  tab?: true;
  above?: RouteName | ((values: Values) => string);
  group?: 'class' | 'lesson' | 'desk';
}
const ROUTES: { [Name in RouteName]: Route } = TABLE;

/** Parameters that a page may have in its address without being another page. */
const WITHIN = ['step', 'published', 'made'];

const encoded = (values: Values): string =>
  Object.entries(values)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`)
    .join('&');

/** The path of a page, as WeChat names it: without a slash before it. */
export const pathOf = (name: RouteName): string => ROUTES[name].path;

/** The parameters of a page, encoded. */
export const queryOf = <Name extends RouteName>(_name: Name, values: ParametersOf<Name>): string =>
  encoded(values as Values);

/** The link to a page, as WeChat takes it. */
export function linkTo<Name extends RouteName>(name: Name, values: ParametersOf<Name>): string {
  const query = queryOf(name, values);
  return query ? `${pathOf(name)}?${query}` : pathOf(name);
}

/** The address of a page, in the form that Taro requires. */
export const addressOf = <Name extends RouteName>(name: Name, values: ParametersOf<Name>): string =>
  `/${linkTo(name, values)}`;

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

const routeOf = (address: string): Route | undefined => {
  const { path } = read(address);
  return Object.values(ROUTES).find(route => route.path === path);
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
  const above = routeOf(address)?.above ?? 'home';
  return typeof above === 'string' ? addressOf(above, {}) : above({ ...read(address).values, ...known });
}

export const isTab = (address: string): boolean => routeOf(address)?.tab ?? false;
export const groupOf = (address: string): Route['group'] => routeOf(address)?.group;

const PATHS = Object.values(ROUTES).map(route => route.path);

/** The pages of the main package. A package of its own has the folder that its pages lie in, and is called by its last word. */
export const MAIN = PATHS.filter(path => path.startsWith('pages/') && path !== ROUTES.checkin.path);
export const pagesUnder = (root: string): string[] =>
  PATHS.filter(path => path.startsWith(`${root}/`)).map(path => path.slice(root.length + 1));
