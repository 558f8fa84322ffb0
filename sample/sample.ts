import { DAY, HOUR, startOfDay } from '../domain/base/clock';
import type { Batch, BatchDraft, CheckReport, Member, Notice, Section, Standing, Tally } from '../domain/model';
import type { Roll } from '../domain/roll/roll';
import type { MenuItem } from '../domain/menu/menu';
import type { RatingBook } from '../domain/rating/rating';
import type { Wish } from '../domain/wish/wish';
import type { GroupCode } from '../domain/lesson/group-code';
import { qrPng } from '../emulator/openapi/qr-png';
import { roomNotices } from '../domain/telling/class-follow';
import { clashIdsOf } from '../domain/line/clash';
import { makeBatch } from './batch';
import { comingBatch } from './coming';
import { archivedBatch, pastBatch, runningBatch } from './earlier';
import { sampleDraft } from './drafts';
import { LineUp } from './line-up';
import { sampleMenus } from './menus';
import { namedId, namedMembers, people, type SamplePerson } from './people';
import { Random } from '../scripts/crowd/random';
import { sampleRatings, withWalkIn } from './ratings';
import { pastRolls } from './rolls';
import { syntheticMembers } from './synthetic';
import { turnedAway } from './turned-away';
import { sampleWishes } from './wishes';

export interface Sample {
  collections: {
    members: Member[];
    batches: Batch[];
    sections: Section[];
    standings: Standing[];
    notices: Notice[];
    checks: CheckReport[];
    rolls: Roll[];
    wishes: Wish[];
    menus: MenuItem[];
    drafts: BatchDraft[];
    ratings: RatingBook[];
    tallies: Tally[];
    groupCodes: GroupCode[];
  };
  /** For the switcher. */
  people: SamplePerson[];
}

const SEED = 2027;
const POOL = 160;

/**
 * The sample data of `npm start`: 永川's first batch about to open, one that is running, one that is over, and one of the
 * year before. The same `now` gives the same sample.
 *
 * @param opensInMs how long until the coming batch opens.
 */
export function buildSample(now: number, opensInMs = 75_000): Sample {
  const plans = [comingBatch(now + opensInMs), runningBatch(now), pastBatch(now), archivedBatch(now)];
  const made = plans.map(makeBatch);
  const sections = made.flatMap(({ sections }) => sections);
  const clashes = clashIdsOf(sections);
  for (const section of sections) section.clashIds = clashes.get(section._id) ?? [];

  const joinedAt = now - 300 * DAY;
  const pool = syntheticMembers(POOL, SEED, joinedAt);
  const lines = new LineUp(
    pool.map(member => member._id),
    new Random(SEED),
  );
  const of = (course: string, batchId: string) => {
    const found = sections.find(section => section.course === course && section.batchId === batchId);
    if (!found) throw new Error(`No ${course} in ${batchId}`);
    return found;
  };
  const nurse = namedId('nurse');
  const retiree = namedId('retiree');
  const running = (course: string) => of(course, 'yc-running');
  lines.fill(running('瑜伽'), 29, { 6: nurse });
  lines.fill(running('乒乓球'), 11);
  lines.fill(running('书法'), 30);
  // Her tea lesson is today. If 太极 is at the same time, she has no 太极.
  lines.fill(running('太极'), 33, running('太极').clashIds.includes(running('茶艺')._id) ? {} : { 20: retiree });
  lines.fill(running('舞蹈'), 22);
  lines.fill(running('摄影'), 23, { 19: nurse });
  lines.fill(running('茶艺'), 18, { 3: retiree });
  lines.fill(of('合唱', 'yc-past'), 40, { 11: retiree });
  lines.fill(of('书法', 'yc-past'), 29, { 4: nurse });
  lines.fill(of('家常川菜', 'yc-past'), 18);

  // Its four lessons are over, so it can be rated. The nurse was let in to the last one.
  lines.fill(running('剪纸'), 18);
  lines.fill(of('合唱', 'yc-archived'), 34);
  lines.fill(of('瑜伽', 'yc-archived'), 26);
  lines.fill(running('笔墨里的家风'), 64);
  const rolls = withWalkIn(pastRolls(sections, new Random(SEED + 1), now), running('剪纸'), nurse);
  const rated = [
    {
      section: of('合唱', 'yc-past'),
      raters: 28,
      stars: [0, 1, 2, 9, 22],
      often: ['clear', 'again', 'hours'] as const,
      texts: ['陈老师很耐心，一句一句带', '排练厅回声大，坐后面听不清', '希望再开，想学多声部', '周二正好不加班'],
    },
    {
      section: of('书法', 'yc-past'),
      raters: 12,
      stars: [0, 1, 3, 5, 3],
      often: ['clear', 'harder'] as const,
      texts: ['想接着学行书', '笔墨都备好了，省心'],
    },
    { section: of('家常川菜', 'yc-past'), raters: 4, stars: [0, 0, 1, 2, 1], often: ['again'] as const, texts: [] },
    { section: running('剪纸'), raters: 6, stars: [0, 0, 1, 3, 4], often: ['clear', 'again'] as const, texts: [] },
  ];

  const standings = [...lines.standings.values()];
  return {
    collections: {
      members: [...namedMembers(joinedAt), ...pool],
      batches: made.map(({ batch }) => (batch._id === 'yc-archived' ? { ...batch, state: 'archived' } : batch)),
      sections,
      standings,
      notices: [promotion(running('瑜伽'), nurse), roomAgain(running('书法'), retiree)],
      rolls,
      ratings: sampleRatings(rated, rolls, new Random(SEED + 3)),
      wishes: sampleWishes([nurse, retiree, ...pool.map(member => member._id)], now, new Random(SEED + 2)),
      menus: sampleMenus({ instructor: namedId('instructor'), organiser: namedId('organiser') }, now),
      drafts: [sampleDraft(now)],
      tallies: turnedAway(
        sections.filter(section => section.batchId === 'yc-past'),
        pool.map(member => member._id),
      ),
      groupCodes: [putGroupCode(running('茶艺'), now - 8 * DAY), putGroupCode(running('瑜伽'), now - 2 * DAY)],
      checks: [lastNight(now, sections.length, standings.length)],
    },
    people: people(),
  };
}

/** A code of no real group. The class says since when it has one. */
function putGroupCode(section: Section, at: number): GroupCode {
  const { _id, batchId } = section;
  section.groupCodeAt = at;
  return {
    _id,
    sectionId: _id,
    batchId,
    picture: qrPng(`https://example.com/group/${_id}`, 430).toString('base64'),
    contentType: 'image/png',
    at,
  };
}

/** She followed a full class, and was told when somebody dropped. */
function roomAgain(section: Section, memberId: string): Notice {
  const at = section.opensAt + DAY;
  const [notice] = roomNotices({ people: [{ memberId, at: section.opensAt }] }, section, at);
  if (!notice) throw new Error(`${memberId} stands in ${section._id}`);
  return { ...notice, readAt: at + HOUR };
}

/** She waited, and moved up when somebody dropped two days after the release. */
function promotion(section: Section, memberId: string): Notice {
  const at = section.line.find(entry => entry.memberId === memberId)?.at ?? section.opensAt;
  return {
    _id: `promoted-${section._id}-${memberId}-${at}`,
    memberId,
    kind: 'PROMOTED',
    sectionId: section._id,
    batchId: section.batchId,
    title: `${section.course}${section.name}`,
    createdAt: section.opensAt + 2 * DAY,
    readAt: null,
  };
}

function lastNight(now: number, sections: number, standings: number): CheckReport {
  const today = startOfDay(now) + 3 * HOUR + 10 * 60_000;
  const startedAt = today < now ? today : today - DAY;
  return {
    _id: `check-${startedAt}`,
    startedAt,
    endedAt: startedAt + 1_380,
    sections,
    standings,
    healed: { unusedHolds: 0, missingHolds: 0 },
    alarms: [],
  };
}
