import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import readXlsxFile from 'read-excel-file/node';
import { dayKey, DAY, MINUTE, timeText } from '../../domain/base/clock';
import { SAMPLE_DRAFT } from '../../sample/drafts';
import { BUILDS, byTest, openidOf, setStage, type Stage } from './browser';

/** Staff have a course sheet and a date: from the sheet to the exported roster, on a desk, without help. */
const DESK = { viewport: { width: 1280, height: 820 } };
let stage: Stage;
/** Those that are not of the sample. */
const newDrafts = () => stage.emulated.database.read('drafts').filter(one => one._id !== SAMPLE_DRAFT);

describe.each(BUILDS)('%s', build => {
  beforeAll(async () => {
    stage = await setStage(3_600_000);
  }, 90_000);
  afterAll(() => stage?.close());

  const folder = mkdtempSync(join(tmpdir(), 'staff-'));
  const momentOf = (at: number) => [dayKey(at), timeText(at)] as const;

  /** A sheet with one seat in the class that everybody wants, and what stands in the cell of the other's capacity. */
  function sheet(name: string, capacity: string): string {
    const first = dayKey(Date.now() + 30 * DAY);
    const path = join(folder, name);
    writeFileSync(
      path,
      [
        '课程名称,班次,上课时间,开课日期,课次,上课地点,授课老师,名额,候补名额',
        `琵琶,一班,每周三 19:00-20:30,${first},8,职工服务中心301室,周子墨,1,2`,
        `书法,一班,每周四 19:00-20:30,${first},8,职工服务中心302室,吴桂芳,${capacity},5`,
        '注：自带工具',
      ].join('\r\n'),
    );
    return path;
  }

  test('a sheet with a mistake, put right, previewed, published, grabbed, enlarged and exported', async () => {
    const staff = await stage.hand(build, openidOf(stage.sample, '王敏'), 'packages/staff/batches/index', {
      context: DESK,
    });
    await byTest(staff, 'new-draft').click();
    await byTest(staff, 'no-sections').waitFor();

    // The mistake is told in its cell, and nothing is stored.
    await staff.choose(byTest(staff, 'upload-sheet'), sheet('first.csv', '若干'));
    await byTest(staff, 'bad-row').waitFor();
    expect(await byTest(staff, 'bad-row').innerText()).toContain('若干');
    expect(await byTest(staff, 'import-sheet').count()).toBe(0);
    expect(newDrafts()).toMatchObject([{ sections: [] }]);

    // The right rows go first; the cell is mended on the page, in a browser by keyboard, and its class follows.
    await byTest(staff, 'import-right').click();
    await byTest(staff, 'draft-section').waitFor();
    await byTest(staff, 'resume-reading').click();
    const cell = byTest(staff, 'mend-3-capacity');
    await (build === 'h5' ? cell.press('Enter') : cell.click());
    await byTest(staff, 'type-3-H')
      .locator(build === 'h5' ? 'input:focus' : 'input')
      .fill('20');
    await staff.page.keyboard.press('Enter');
    await byTest(staff, 'undo-3-capacity').waitFor();
    await byTest(staff, 'import-sheet').click();
    await byTest(staff, 'draft-section').nth(1).waitFor();

    // Times and rules.
    const opensAt = Math.ceil((Date.now() + 20 * MINUTE) / MINUTE) * MINUTE;
    await byTest(staff, 'to-settings').click();
    await byTest(staff, 'set-title').locator('input').fill('春季加开');
    await staff.setMoment(byTest(staff, 'set-opensAt'), ...momentOf(opensAt));
    await staff.setMoment(byTest(staff, 'set-closesAt'), ...momentOf(opensAt + 10 * DAY));
    await byTest(staff, 'set-limit').locator('input').fill('2');
    await byTest(staff, 'save-settings').click();

    // The preview shows what workers will see. Then it is published.
    await byTest(staff, 'ready-to-publish').waitFor();
    expect(await byTest(staff, 'preview').innerText()).toContain('琵琶');
    // A double click opens the question and does not answer it.
    await byTest(staff, 'publish').dblclick();
    await byTest(staff, 'publish-facts').waitFor();
    expect(await byTest(staff, 'publish-facts').innerText()).toContain('21 个名额');
    await staff.page.waitForTimeout(900);
    expect(newDrafts()).toHaveLength(1);
    await byTest(staff, 'publish-now').click();
    await byTest(staff, 'published').waitFor();
    await byTest(staff, 'staff-row').first().waitFor();

    // The stroke comes by the clock. The first has the seat, the second waits.
    stage.emulated.setClock(opensAt - Date.now() + 2_000);
    const [lute] = stage.emulated.database.read('sections').filter(section => section.course === '琵琶');
    const path = `pages/section/index?batchId=${lute!.batchId as string}&sectionId=${lute!._id as string}`;
    const first = await stage.hand(build, openidOf(stage.sample, '周建强'), path);
    await byTest(first, 'claim-go').click();
    await byTest(first, 'answer-seated').waitFor();
    const second = await stage.hand(build, openidOf(stage.sample, '张桂兰'), path);
    await byTest(second, 'claim-line').click();
    await byTest(second, 'answer-waiting').waitFor();

    // One seat more: the dry run names who gets it, the act gives it.
    await byTest(staff, 'staff-row').filter({ hasText: '琵琶' }).click();
    await byTest(staff, 'waiting-list').waitFor();
    await byTest(staff, 'change-capacity').click();
    await byTest(staff, 'change-number').locator('input').fill('2');
    await byTest(staff, 'change-try').click();
    await byTest(staff, 'effect').waitFor();
    expect(await byTest(staff, 'effect').innerText()).toContain('张桂兰');
    expect(stage.emulated.database.read('sections').find(one => one._id === lute!._id)).toMatchObject({ capacity: 1 });
    await byTest(staff, 'change-now').click();
    await byTest(staff, 'seated-list').getByText('张桂兰').waitFor();

    await second.open('pages/mine/index');
    await byTest(second, 'promoted').waitFor();

    // The roster, read by another reader: whose seats they are, phones masked.
    await staff.open(`packages/staff/batch/index?batchId=${lute!.batchId as string}`);
    await byTest(staff, 'batch-export').click();
    const { bytes } = await staff.handed(() => byTest(staff, 'export-now').click());
    const book = await readXlsxFile(bytes);
    const cells = JSON.stringify(book);
    expect(cells).toContain('周建强');
    expect(cells).toContain('张桂兰');
    expect(cells).not.toContain('13883012716');

    // And all of it is on the record.
    await staff.closeSheet();
    await byTest(staff, 'room-record').click();
    await byTest(staff, 'record-entry').first().waitFor();
    const record = (await byTest(staff, 'record-entry').allInnerTexts()).join('\n');
    expect(record).toContain('名额从 1 改为 2');
    expect(stage.faults).toEqual([]);
  }, 300_000);

  test('an invitation: made by staff, accepted by an instructor, who then finds their class', async () => {
    const staff = await stage.hand(build, openidOf(stage.sample, '王敏'), 'packages/staff/people/index', {
      context: DESK,
    });
    await byTest(staff, 'new-invite').click();
    await byTest(staff, 'invite-name').locator('input').fill('唐雪');
    await byTest(staff, 'make-invite').click();
    const code = await byTest(staff, 'invite-code').innerText();

    const person = await stage.hand(build, openidOf(stage.sample, '何宇'), 'packages/me/invite/index');
    await byTest(person, 'invite-code-typed').locator('input').fill(code.toLowerCase());
    await byTest(person, 'invite-next').click();
    await byTest(person, 'invitation').getByText('唐雪').waitFor();
    await byTest(person, 'invite-next').click();
    await byTest(person, 'invitation').getByText('您已经是讲师了').waitFor();
    await byTest(person, 'invite-next').click();
    await byTest(person, 'door-instructor').click();

    await byTest(person, 'taught-row').getByText('瑜伽').waitFor();
    expect(stage.faults).toEqual([]);
  }, 180_000);
});
