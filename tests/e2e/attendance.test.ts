import readXlsxFile from 'read-excel-file/node';
import { memberIdOf } from '../../server/people/member-id';
import { DAY, dayText, HOUR, MINUTE } from '../../domain/base/clock';
import type { Batch, Section } from '../../domain/model';
import { emptyRoll, type Mark, type Roll } from '../../domain/roll/roll';
import { BUILDS, byTest, openidOf, setStage, type Stage } from './browser';

/** The evening after a class: what the instructor left open is put right, closed, appealed against and exported. */
const DESK = { viewport: { width: 1280, height: 900 } };
const NAMES = ['周建强', '张桂兰', '林晓芸', '何宇'];
let stage: Stage;

const now = Date.now();
const lesson = { startsAt: now - 4 * HOUR, endsAt: now - 2.5 * HOUR };
const openid = (name: string) => openidOf(stage.sample, name);
const memberId = (name: string) => memberIdOf(openid(name));

describe.each(BUILDS)('%s', build => {
  beforeAll(async () => {
    stage = await setStage(HOUR);
    const like = stage.sample.collections.sections[0]!;
    const line = NAMES.map((name, index) => ({ memberId: memberId(name), at: now - 9 * DAY + index }));
    const section: Section = {
      ...like,
      _id: 'evening',
      batchId: 'evenings',
      course: '葫芦丝',
      category: 'hulusi',
      name: '一班',
      opensAt: now - 10 * DAY,
      closesAt: now - 3 * DAY,
      dropUntil: now - 2 * DAY,
      capacity: 5,
      lessons: [lesson, { startsAt: now + 6 * DAY, endsAt: now + 6 * DAY + HOUR }],
      clashIds: [],
      line,
      lineCount: line.length,
    };
    const batch: Batch = {
      _id: 'evenings',
      title: '周末夜校',
      union: '永川区总工会',
      state: 'scheduled',
      opensAt: section.opensAt,
      closesAt: section.closesAt,
      audience: {},
      sectionCount: 1,
      capacity: 5,
      categories: ['hulusi'],
      firstLessonAt: lesson.startsAt,
      lastLessonAt: now + 6 * DAY,
      publishedAt: section.publishedAt,
      terms: { dropHours: 24, freezeHours: 2, holidays: [], lastKey: 1, revision: 1 },
    };
    const marks = [mark('周建强', 'present'), mark('张桂兰', 'late')];
    const roll: Roll = { ...emptyRoll(section, 0, lesson), marks, markCount: marks.length };
    await stage.emulated.database.import('sections', [section]);
    await stage.emulated.database.import('batches', [batch]);
    // Once, eight days ago, one of them did not come to another class.
    const missed = { ...emptyRoll(like, 0, { startsAt: now - 8 * DAY }), noShows: [memberId('张桂兰')] };
    await stage.emulated.database.import('rolls', [roll, { ...missed, _id: 'missed', closedAt: now - 7 * DAY }]);
  }, 90_000);
  afterAll(() => stage?.close());

  const mark = (name: string, state: Mark['state']): Mark => ({
    nonce: `nonce-${name}`,
    memberId: memberId(name),
    state,
    source: 'instructor',
    at: lesson.startsAt + 6 * MINUTE,
    receivedAt: lesson.startsAt + 6 * MINUTE,
    by: 'the instructor',
    device: 'a-phone',
    seen: 0,
  });
  const stored = () => stage.emulated.database.read<Roll>('rolls').find(roll => roll.sectionId === 'evening')!;

  test('a mark is corrected, the lesson closed, an absence appealed against and forgiven, and all of it exported', async () => {
    const staff = await stage.hand(build, openid('王敏'), 'packages/staff/attendance/index', { context: DESK });
    await byTest(staff, 'batch-tab').filter({ hasText: '周末夜校' }).click();
    await byTest(staff, 'to-close-row').filter({ hasText: '葫芦丝一班' }).click();

    // Two were marked; a correction wants a reason.
    await byTest(staff, 'roll-person').nth(3).waitFor();
    const row = (name: string) => byTest(staff, 'roll-person').filter({ hasText: name });
    await row('林晓芸').getByTestId('correct').click();
    await byTest(staff, 'correct-present').click();
    await byTest(staff, 'correct-now').click();
    await byTest(staff, 'correct-now-fault').waitFor();
    expect(stored().marks).toHaveLength(2);
    await byTest(staff, 'correct-reason').locator('input').fill('老师说当晚到了');
    await byTest(staff, 'correct-now').click();
    await row('林晓芸').getByText('工会更正').waitFor();

    // The meaning of the closing is said first.
    await byTest(staff, 'close-lesson').click();
    expect(await byTest(staff, 'closing-count').innerText()).toBe('1 人会记缺课');
    expect(await byTest(staff, 'closing-people').innerText()).toContain('何宇');
    expect(stored().closedAt).toBeNull();
    await byTest(staff, 'close-now').click();
    await byTest(staff, 'closed').waitFor();
    expect(await row('何宇').innerText()).toContain('缺课');
    expect(await byTest(staff, 'lesson-sums').innerText()).toMatch(/缺课\s*1/);
    expect(stored().noShows).toEqual([memberId('何宇')]);

    // Three of four came.
    await byTest(staff, 'desk-back').click();
    await byTest(staff, 'sums').getByText('75%').waitFor();
    expect(await byTest(staff, 'to-close').innerText()).toContain('考勤都确认了');

    // The person who missed it says why, and is forgiven.
    const worker = stage.emulated.as(openid('何宇'));
    const ofLesson = { sectionId: 'evening', lessonIndex: 0 };
    expect(await worker('lesson.appeal', { ...ofLesson, text: '当晚在医院陪护' })).toMatchObject({ ok: true });
    await byTest(staff, 'to-no-shows').click();
    await byTest(staff, 'appeal').getByText('当晚在医院陪护').waitFor();
    await byTest(staff, 'forgive').click();
    await byTest(staff, 'answer-reason').locator('input').fill('已核实，这次不算');
    await byTest(staff, 'answer-now').click();
    await staff.screen.getByText('没有等答复的申诉').waitFor();
    expect(stored().noShows).toEqual([]);
    const told = stage.emulated.database.read('notices').find(notice => notice.kind === 'APPEAL_ANSWERED');
    expect(told).toMatchObject({ memberId: memberId('何宇'), text: expect.stringContaining('已核实，这次不算') });

    // The workbook, read by another reader; phones masked.
    await byTest(staff, 'desk-back').click();
    await byTest(staff, 'export-attendance').click();
    const { bytes } = await staff.handed(() => byTest(staff, 'export-now').click());
    const [sums, evening] = await readXlsxFile(bytes);
    expect(sums!.data[1]!.slice(2)).toEqual([1, 4, 2, 1, 0, 1, 0, 75]);
    expect(evening!.data[0]![4]).toBe(dayText(lesson.startsAt));
    expect(evening!.data.slice(1, 5).map(cells => [cells[1], cells[4]])).toEqual([
      [expect.stringContaining('周建强'), '到'],
      [expect.stringContaining('张桂兰'), '迟到'],
      [expect.stringContaining('林晓芸'), '到'],
      [expect.stringContaining('何宇'), '缺课'],
    ]);
    expect(JSON.stringify(evening!.data)).not.toMatch(/1\d{10}/);

    await staff.closeSheet();
    await byTest(staff, 'room-record').click();
    await byTest(staff, 'record-entry').first().waitFor();
    const record = (await byTest(staff, 'record-entry').allInnerTexts()).join('\n');
    for (const said of ['导出考勤', '不算缺课', '确认考勤：葫芦丝一班', '改考勤：葫芦丝一班', '老师说当晚到了'])
      expect(record).toContain(said);
    expect(stage.faults).toEqual([]);
  }, 240_000);

  test('whom a no-show policy concerns is seen before the draft has it', async () => {
    const made = await stage.emulated.as(openid('王敏'))('draft.create', { actId: 'a-draft-with-a-policy' });
    const { draftId } = (made as { data: { draftId: string } }).data;
    const staff = await stage.hand(build, openid('王敏'), `packages/staff/draft/index?draftId=${draftId}`, {
      context: DESK,
    });
    const audience = () => stage.emulated.database.read('drafts').find(one => one._id === draftId)?.audience;

    await byTest(staff, 'step-1').click();
    await byTest(staff, 'set-noShow').click();
    await byTest(staff, 'set-noShowStrikes').locator('input').fill('1');
    await byTest(staff, 'save-settings').click();
    const person = byTest(staff, 'no-show-person').filter({ hasText: '张桂兰' });
    await person.waitFor();
    expect(await person.innerText()).toContain(dayText(now - 8 * DAY));
    expect(audience()).toEqual({});
    await byTest(staff, 'no-show-seen').click();
    // The settings stay at what is still to be filled in.
    for (let tries = 0; tries < 150 && !('noShow' in (audience() as object)); tries++)
      await staff.page.waitForTimeout(200);

    expect(audience()).toEqual({ noShow: { strikes: 1, days: 90 } });
    expect(stage.faults).toEqual([]);
  }, 120_000);

  test('before the first lesson there is nothing to count, and it says when there will be', async () => {
    const staff = await stage.hand(build, openid('王敏'), 'packages/staff/attendance/index', { context: DESK });

    const { title } = stage.sample.collections.batches.find(one => one._id === 'yc-spring-1')!;
    await byTest(staff, 'batch-tab').filter({ hasText: title }).click();
    await byTest(staff, 'no-lessons-yet').waitFor();

    expect(await byTest(staff, 'no-lessons-yet').innerText()).toContain('第一次课');
    expect(stage.faults).toEqual([]);
  }, 120_000);

  test('a worker is turned away', async () => {
    const stranger = await stage.hand(build, openid('周建强'), 'packages/staff/attendance/index');

    await stranger.screen.getByText('这里不对您开放').first().waitFor();
  }, 60_000);
});
