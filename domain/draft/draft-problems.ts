import { lastOf } from '../base/last-of';
import { dateText, dayKey, dayText, instantOf, MINUTE, timeText } from '../base/clock';
import { holidayNear, holidayOn, holidaysKnown } from '../batch/holidays';
import { askOf, nameOfAsked } from '../menu/asked';
import type { BatchDraft, DraftSection } from '../model';
import { audienceDisagreement } from './audience-words';
import { takenProblems, type TakenBy } from './taken';
import { titleOf } from '../batch/title';
import { lectureProblems } from '../lesson/lecture';
import type { DraftProblem } from './problem';
import { checkDrafts } from '../sheet/check';

/** A batch is published at least this long before it opens, because people must hear of it and phones must line up. */
export const LEAST_LEAD_MS = 5 * MINUTE;
export const MOST_SECTIONS = 200;

/**
 * The missing or wrong points of a draft: settings first, then section by section in their order. Only warnings allow
 * publishing.
 *
 * @param taken the classes of published batches that meet during the time of the draft
 */
export function draftProblems(draft: BatchDraft, now: number, taken: readonly TakenBy[] = []): DraftProblem[] {
  return [
    ...settings(draft, now),
    ...sectionsAsAWhole(draft),
    ...audienceAsRead(draft),
    ...draft.sections.flatMap(oneSection(draft)),
    ...between(draft),
    ...takenProblems(draft, taken),
    ...draft.sections.flatMap(onHolidays(draft)),
  ];
}

export const mayPublish = (problems: readonly DraftProblem[]): boolean => problems.every(problem => problem.warning);

function settings(draft: BatchDraft, now: number): DraftProblem[] {
  const { title, opensAt, closesAt, dropHours, freezeHours, mode, audience } = draft;
  const problems: DraftProblem[] = [];
  const say = (where: DraftProblem['where'], text: string) => problems.push({ where, text });
  if (title === '') say('title', '请填写期次名称，例如 2027 春季第一期');
  if (opensAt === null) say('opensAt', '请选择开放报名的时间');
  else if (opensAt <= now) say('opensAt', `开放时间 ${instantText(opensAt)} 已经过去，请改成以后的时间`);
  else if (opensAt < now + LEAST_LEAD_MS) say('opensAt', '离开放不到 5 分钟，请留出时间让大家知道');
  if (closesAt === null) say('closesAt', '请选择报名截止的时间');
  else if (opensAt !== null && closesAt <= opensAt) say('closesAt', `截止时间要晚于开放时间 ${instantText(opensAt)}`);
  else if (opensAt !== null && audience.headStartMinutes && opensAt + audience.headStartMinutes * MINUTE >= closesAt)
    say('audience', '首次报名者先报的时间比整个报名时间还长，请缩短');
  if (freezeHours > dropHours) say('freezeHours', `冻结不能早于退课截止，请填不大于 ${dropHours} 的小时数`);
  if (mode === 'lottery') say('mode', '抽签放号还没有上线，在“时间和规则”点一次保存就改成先到先得');
  return problems;
}

function sectionsAsAWhole({ sections }: BatchDraft): DraftProblem[] {
  if (sections.length === 0) return [{ where: 'sections', text: '还没有班，请导入课程表或逐个添加' }];
  if (sections.length > MOST_SECTIONS)
    return [{ where: 'sections', text: `一期最多 ${MOST_SECTIONS} 个班，现在有 ${sections.length} 个，请分成两期` }];
  return [];
}

const MOST_NAMED = 3;

/**
 * Compares what people read in 对象 with the people whom the system admits. Classes with the same text share one hint.
 */
function audienceAsRead({ sections, audience }: BatchDraft): DraftProblem[] {
  const disagreeing = new Map<string, DraftSection[]>();
  for (const section of sections) {
    const says = audienceDisagreement(section.audienceText, { ...audience, ...section.invited });
    const key = `${section.audienceText}\n${says}`;
    if (says) disagreeing.set(key, [...(disagreeing.get(key) ?? []), section]);
  }
  return [...disagreeing].map(([key, some]) => {
    const [text = '', says = ''] = key.split('\n');
    const names = some.slice(0, MOST_NAMED).map(titleOf).join('、');
    const whose = some.length > MOST_NAMED ? `${names}等 ${some.length} 个班` : names;
    return { where: 'audience', text: `${whose}的对象写着“${text}”，可“谁可以报”里${says}，请核对`, warning: true };
  });
}

const oneSection =
  ({ opensAt }: BatchDraft) =>
  (section: DraftSection): DraftProblem[] => {
    const { key, capacity, lessons, hints = [] } = section;
    const problems: DraftProblem[] = [];
    if (capacity < 1) problems.push({ where: { key }, text: '名额是 0，请填写名额' });
    const [first] = lessons;
    const last = lastOf(lessons);
    if (!first || !last) problems.push({ where: { key }, text: '没有一次课，请填写上课时间' });
    else if (opensAt !== null && last.startsAt <= opensAt)
      problems.push({ where: { key }, text: `最后一课 ${dateText(last.startsAt)}，在开放报名以前就上完了` });
    else if (opensAt !== null && first.startsAt <= opensAt)
      problems.push({ where: { key }, text: `第一课 ${dateText(first.startsAt)}，在开放报名以前`, warning: true });
    for (const text of lectureProblems(section)) problems.push({ where: { key }, text });
    problems.push(...unanswered(section));
    for (const { text } of hints) problems.push({ where: { key }, text, warning: true, hint: true });
    return problems;
  };

/** Those who were asked may not have answered yet. If they refused, the class has nobody to run it. */
function unanswered(section: DraftSection): DraftProblem[] {
  const asked = askOf(section);
  if (!asked || asked.answer === 'yes') return [];
  const about = { where: { key: section.key }, ask: true } as const;
  const name = nameOfAsked(section);
  return asked.answer === 'no'
    ? [{ ...about, text: `${name}答复承办不了，请换人、改时间，或者商量好了再问一声` }]
    : [{ ...about, text: `问了${name}能不能承办，还没有答复`, warning: true }];
}

/** The number of hints that nobody has dealt with. */
export const openHints = ({ sections }: Pick<BatchDraft, 'sections'>): number =>
  sections.reduce((sum, { hints = [] }) => sum + hints.length, 0);

/**
 * Problems between sections: one instructor or one room in two sections at a time, one name twice, a lesson on a
 * holiday.
 */
const between = ({ sections, holidays }: BatchDraft): DraftProblem[] =>
  checkDrafts(sections, holidays).flatMap(({ index, severity, text }) => {
    const key = sections[index]?.key;
    return key === undefined ? [] : [{ where: { key }, text, ...(severity === 'warning' ? { warning: true } : {}) }];
  });

/**
 * Lessons on or close to a public holiday that staff have not made a day off. Each class gets one hint, which names the
 * first such lesson.
 */
const onHolidays =
  ({ holidays }: BatchDraft) =>
  ({ key, lessons }: DraftSection): DraftProblem[] => {
    const days = lessons.map(({ startsAt }) => dayKey(startsAt)).filter(day => !holidays.includes(day));
    const found = days.flatMap(day => {
      const holiday = holidayOn(day) ?? holidayNear(day);
      return holiday ? [{ day, name: holiday.name, on: holidayOn(day) !== undefined }] : [];
    });
    const first = found.find(({ on }) => on) ?? found[0];
    if (!first) return [];
    const year = first.day.slice(0, 4);
    const date = dateText(instantOf(first.day, '00:00')!);
    const what = first.on ? `${date}是${first.name}` : `${date}离${first.name}只有几天`;
    const unknown = holidaysKnown(Number(year)) === 'known' ? '' : `，${year} 年怎样放假调休这里还没有录入`;
    const others = found.length > 1 ? `，这样的课一共 ${found.length} 次` : '';
    return [{ where: { key }, text: `${what}${unknown}${others}，请核对要不要上课`, warning: true }];
  };

/** `3月1日 20:00` */
const instantText = (at: number): string => `${dayText(at)} ${timeText(at)}`;
