import { memberIdOf } from '../../server/people/member-id';
import { dayKey, DAY, HOUR, instantOf, MINUTE, timeText } from '../../domain/base/clock';
import { newEntry } from '../../domain/line/entry';
import type { Section } from '../../domain/model';
import { emptyRoll, type Mark, type Roll } from '../../domain/roll/roll';
import type { Wish } from '../../domain/wish/wish';
import { BUILDS, byTest, openidOf, setStage, type Stage } from './browser';

/**
 * 职工提出 — 工会主导 — 社会力量承办 — 职工参与 — 职工评价: the whole circle on the screens of the three roles, from a wish
 * to what the class says of itself in the end.
 */
const DESK = { context: { viewport: { width: 1280, height: 820 } } };
let stage: Stage;
beforeEach(async () => {
  stage = await setStage(3_600_000);
}, 90_000);
afterEach(() => stage?.close());

const WISH = '古法茶点';
const all = <T extends object>(name: string) => stage.emulated.database.read<T>(name);
const wish = () => all<Wish>('wishes').find(one => one.title === WISH);
const section = () => all<Section>('sections').find(one => one.course === WISH)!;
const at = (instant: number) => stage.emulated.setClock(instant - Date.now());
const minute = () => stage.emulated.fireTimer('tell');

/** The others of the class: they were there, and rate it, too. */
const OTHERS = ['林晓芸', '张桂兰', '何宇', '新来的', '李文秀'];

test.each(BUILDS)(
  'from a wish to a rated class, on %s',
  async build => {
    const courier = openidOf(stage.sample, '周建强');
    const [clerk, teacher] = [openidOf(stage.sample, '王敏'), openidOf(stage.sample, '李文秀')];

    // 职工提出
    const worker = await stage.hand(build, courier, 'packages/me/wishes/index');
    await byTest(worker, 'propose').click();
    await byTest(worker, 'propose-title').locator('input').fill(WISH);
    await byTest(worker, 'hour-3e').click();
    await byTest(worker, 'propose-send').click();
    await byTest(worker, 'wish-said').waitFor();
    const { _id: wishId } = wish()!;

    // 工会主导: an answer, and a class in a new draft
    const staff = await stage.hand(build, clerk, 'packages/staff/wishes/index', DESK);
    await byTest(staff, `wish-${wishId}`).click();
    await byTest(staff, 'wish-answer').click();
    await staff.page.waitForTimeout(900);
    await byTest(staff, 'answer-now').click();
    await byTest(staff, 'answer-now').waitFor({ state: 'hidden' });
    expect(wish()?.answer?.kind).toBe('planned');
    await byTest(staff, `wish-${wishId}`).click();
    await byTest(staff, 'wish-take').click();
    await byTest(staff, 'take-new').click();
    await byTest(staff, 'take-now').click();
    await byTest(staff, 'draft-section').first().click();

    // 社会力量承办: the organisation is asked and says yes
    const begins = instantOf(dayKey(Date.now() + 30 * DAY), '19:00')!;
    const typed = {
      schedule: '19:00-20:30',
      firstDay: dayKey(begins),
      count: '1',
      place: '培训楼 205 茶艺室',
      instructor: '李文秀',
      organisation: '渝西茶艺培训学校',
    };
    for (const [field, text] of Object.entries(typed)) await byTest(staff, `cell-${field}`).locator('input').fill(text);
    await byTest(staff, 'save-section').click();
    await staff.screen.locator('[data-testid^=ask-]:not([data-testid^=ask-line])').first().click();
    const host = await stage.hand(build, teacher, 'packages/instructor/menu/index');
    await host.screen.getByText(WISH).first().waitFor();
    const card = host.screen.locator('.card', { hasText: WISH });
    await card.locator('[data-testid=ask-yes]').click();
    await byTest(host, 'answer-send').click();
    await byTest(host, 'menu-said').waitFor();

    // published, and the one who wished is told
    await staff.restart();
    await byTest(staff, 'to-settings').click();
    const opensAt = Math.ceil((Date.now() + 20 * MINUTE) / MINUTE) * MINUTE;
    await byTest(staff, 'set-title').locator('input').fill('春季加开');
    await staff.setMoment(byTest(staff, 'set-opensAt'), dayKey(opensAt), timeText(opensAt));
    await staff.setMoment(byTest(staff, 'set-closesAt'), dayKey(opensAt + 10 * DAY), timeText(opensAt));
    await byTest(staff, 'save-settings').click();
    await byTest(staff, 'publish').click();
    await staff.page.waitForTimeout(900);
    await byTest(staff, 'publish-now').click();
    await byTest(staff, 'published').waitFor();
    await minute();
    await worker.open('packages/me/notices/index');
    await worker.screen.getByText(WISH).first().waitFor();

    // 职工参与
    at(opensAt + 2_000);
    const { _id: sectionId, batchId } = section();
    await worker.open(`pages/section/index?batchId=${batchId}&sectionId=${sectionId}`);
    await byTest(worker, 'claim-go').click();
    await byTest(worker, 'answer-seated').waitFor();
    await afterTheLesson([courier, ...OTHERS.map(name => openidOf(stage.sample, name))]);

    // 职工评价
    await worker.open(`packages/me/rating/index?sectionId=${sectionId}`);
    await byTest(worker, 'star-5').click();
    await byTest(worker, 'chip-again').click();
    await byTest(worker, 'rating-send').click();
    await byTest(worker, 'rating-given').waitFor();

    // The circle is closed: where the course stands, and what its page says at the foot.
    at(section().lessons[0]!.endsAt + 15 * DAY);
    await staff.open('packages/staff/ratings/index');
    await staff.screen.getByText('春季加开').first().waitFor();
    await staff.open('packages/staff/loop/index');
    const row = staff.screen.locator(`[data-testid^=open-]`, { hasText: WISH });
    await row.click();
    const said = await staff.screen.locator('.sheet:visible').innerText();
    for (const word of ['1 人想学', '会办', '渝西茶艺培训学校', '满意 100%（6 人评）', '照往期再办'])
      expect(said).toContain(word);
    await worker.open(`pages/section/index?batchId=${batchId}&sectionId=${sectionId}`);
    await byTest(worker, 'loop-line').filter({ hasText: '满意' }).waitFor();
    expect(await byTest(worker, 'loop-line').innerText()).toMatch(/工会立项 → 渝西茶艺培训学校承办 → .*满意 100%/);
    expect(stage.faults).toEqual([]);
  },
  240_000,
);

/** Everybody was there; the roll is closed; all but the first rate the class. */
async function afterTheLesson(openids: readonly string[]): Promise<void> {
  const taught = section();
  const [lesson] = taught.lessons;
  const people = openids.map(memberIdOf);
  const line = people.map((id, index) => newEntry(id, taught.opensAt + index));
  await stage.emulated.database.import('sections', [{ ...taught, line, lineCount: line.length }]);
  const marks = people.map((memberId, index): Mark => ({
    nonce: `${index}`,
    memberId,
    state: 'present',
    source: 'instructor',
    at: lesson!.startsAt,
    receivedAt: lesson!.startsAt,
    by: 'm-teacher',
    device: 'd',
    seen: 0,
  }));
  const roll = {
    ...emptyRoll(taught, 0, lesson!),
    marks,
    markCount: marks.length,
    closedAt: lesson!.endsAt + HOUR,
    expected: people,
    people,
    appealOpen: false,
  } satisfies Roll;
  await stage.emulated.database.import('rolls', [roll]);
  at(lesson!.endsAt + DAY);
  for (const openid of openids.slice(1)) {
    const input = { sectionId: taught._id, stars: 5, chips: [], text: '' };
    await stage.emulated.post('app', { endpoint: 'rating.give', input }, openid);
  }
}
