import { join as path } from 'node:path';
import readXlsxFile from 'read-excel-file/node';
import { RATING_MS } from '../../domain/rating/window';
import type { CheckReport, RecordEntry } from '../../domain/model';
import { RISKY_SAMPLE, REVIEW_SAMPLE } from '../../emulator/openapi/apis';
import { COLLECTIONS } from '../collections';
import { startEmulated } from '../emulated';
import { good } from './classroom';
import { ERASE, minutesLater } from './forgotten';
import { book, chipsOf, DAY, indexOf, rankCorrelation, rate, sheet, startRated, type Rated } from './rated';
import { range, type Person } from './scene';

/** 评价: those who came say how a class was. Nobody can tell who said what, and small classes say nothing. */
const HOUR = 3_600_000;
const YEAR = 365 * DAY;
let scene: Rated;
afterEach(() => scene.stop());

const give = (index: number, sectionId = 'tea', change: object = {}) => rate(scene.worker(index), sectionId, change);
const ids = (count: number) => range(count).map(index => scene.worker(index).memberId);
const mine = async (person: Person) => (await good(person.call('rating.mine', {}))).ratings;
const results = (by: 'batch' | 'course' | 'organisation', key: string) =>
  good(scene.staff.call('rating.results', { by, key }));
const importing = (...books: object[]) => scene.emulator.database.import('ratings', books);
const closed = () => scene.at(RATING_MS + HOUR);

describe('rating', () => {
  beforeEach(async () => {
    scene = await startRated({ came: { tea: 30, more: 0 } });
  });

  test('who came rates once; who came to nothing is asked for nothing', async () => {
    expect(await mine(scene.worker(0))).toMatchObject([{ sectionId: 'tea', course: '茶艺', given: false }]);
    expect(await mine(scene.worker(35))).toEqual([]);

    expect(await good(give(0, 'tea', { stars: 4, chips: ['clear', 'clear'], text: ' 老师很耐心 ' }))).toEqual({
      already: false,
    });
    expect(scene.book('tea')).toMatchObject({
      raters: ids(1),
      raterCount: 1,
      sheets: [{ key: expect.stringMatching(/^[0-9a-f]{32}$/), stars: 4, chips: ['clear'], text: '老师很耐心' }],
      came: null,
    });
    expect(await mine(scene.worker(0))).toMatchObject([{ sectionId: 'tea', given: true }]);
  });

  test('sent again after a lost answer it adds nothing, whatever the words are now', async () => {
    await good(give(0));
    expect(await good(give(0, 'tea', { stars: 1 }))).toEqual({ already: true });
    expect(scene.book('tea')).toMatchObject({ raterCount: 1, sheets: [{ stars: 5 }] });
  });

  test('thirty at once are thirty raters and thirty sheets, each once', async () => {
    await Promise.all(range(30).map(index => good(give(index, 'tea', { chips: chipsOf(index) }))));

    const { raters, raterCount, sheets } = scene.book('tea')!;
    expect([...raters].sort()).toEqual(ids(30).sort());
    expect(raterCount).toBe(30);
    expect(sheets.map(one => indexOf(one.chips)).sort((a, b) => a - b)).toEqual(range(30));
    expect(sheets.map(one => one.key)).toEqual(sheets.map(one => one.key).sort());
  });

  test('one write, and two reads before it that say whether the person may', async () => {
    await good(give(0));
    scene.emulator.database.resetOperations();
    await good(give(1));
    const operations = scene.emulator.database.operations();
    expect(operations['database.modifyDocument:ratings']).toBe(1);
    expect(Object.values(operations).reduce((sum, count) => sum + count, 0)).toBe(3);
  });

  test('bad input is refused and not kept', async () => {
    for (const change of [
      { stars: 0 },
      { stars: 6 },
      { stars: 2.5 },
      { chips: ['cheap'] },
      { chips: Array.from({ length: 7 }, () => 'clear') },
      { text: '好'.repeat(201) },
    ])
      expect([change, await give(0, 'tea', change)]).toMatchObject([change, { code: 'BAD_INPUT' }]);
    expect(scene.book('tea')).toBeUndefined();
  });

  test('refused: a class that is not there, somebody who never came, was on leave or absent; risky words', async () => {
    await scene.marks('more', [1, 'leave'], [2, 'absent'], [3, 'late']);
    expect(await give(0, 'none')).toMatchObject({ code: 'SECTION_NOT_FOUND' });
    for (const index of [0, 1, 2]) expect(await give(index, 'more')).toMatchObject({ code: 'NOT_ATTENDED' });
    expect(await give(3, 'more', { text: RISKY_SAMPLE })).toMatchObject({ code: 'TEXT_RISKY' });
    expect(scene.book('more')).toBeUndefined();
    await good(give(3, 'more'));
  });

  test('a rating is not lost where WeChat would have a human look at it, says nothing, or has no calls left', async () => {
    await good(give(0, 'tea', { text: `很好${REVIEW_SAMPLE}` }));
    scene.emulator.setAnswers({ 'security.msgSecCheck': 'silence' });
    await good(give(1, 'tea', { text: '很好' }));
    scene.emulator.setAnswers({ 'security.msgSecCheck': 45009 });
    await good(give(2, 'tea', { text: '不错' }));
    const texts = scene.book('tea')!.sheets.map(one => one.text);
    expect(texts.sort()).toEqual(['不错', '很好', `很好${REVIEW_SAMPLE}`].sort());
  });

  test('from the end of the last lesson until the millisecond in which the window closes', async () => {
    const { endsAt } = scene.section('tea').lessons[0]!;
    scene.at(-60_000);
    expect(await give(0)).toMatchObject({ code: 'RATING_NOT_YET', details: { from: endsAt } });
    expect(await mine(scene.worker(0))).toEqual([]);
    scene.at(RATING_MS - 60_000);
    await good(give(0));
    scene.at(RATING_MS);
    expect(await give(1)).toMatchObject({ code: 'RATING_OVER', details: { until: endsAt + RATING_MS } });
    expect(await mine(scene.worker(0))).toEqual([]);
  });

  test('a book that has been closed takes nothing, even if the class could be rated again', async () => {
    await importing(book('tea', ids(5)));
    await scene.emulator.fireTimer('nightly');
    expect(scene.book('tea')!.came).toBeNull();
    closed();
    await scene.emulator.fireTimer('nightly');
    expect(scene.book('tea')!.came).toBe(30);

    const lesson = { startsAt: scene.emulator.now() - HOUR, endsAt: scene.emulator.now() - 1 };
    await scene.set('sections', { ...scene.section('tea'), lessons: [lesson] });
    expect(await give(9)).toMatchObject({ code: 'RATING_OVER' });
    expect(scene.book('tea')!.raterCount).toBe(5);
  });

  test('a lesson that is added later moves the end of a book that has opened, and does not shut it meanwhile', async () => {
    await good(give(0));
    const section = scene.section('tea');
    const later = { startsAt: section.lessons[0]!.startsAt + 10 * DAY, endsAt: section.lessons[0]!.endsAt + 10 * DAY };
    await scene.set('sections', { ...section, lessons: [...section.lessons, later] });
    await good(give(1));
    expect(await mine(scene.worker(2))).toMatchObject([{ until: later.endsAt + RATING_MS }]);
    expect(scene.book('tea')!.closesAt).toBe(later.endsAt + RATING_MS);

    closed();
    await scene.emulator.fireTimer('nightly');
    await good(give(2));
    expect(scene.book('tea')).toMatchObject({ raterCount: 3, came: null });
  });

  test('a lesson that is added after the results are out: nobody is told to rate, and the results keep their window', async () => {
    await importing(book('tea', ids(5)), book('more', ids(4)));
    closed();
    await scene.emulator.fireTimer('nightly');
    const open = async () => (await results('batch', 'b')).classes.map(one => [one.sectionId, one.window?.until]);
    const [[, until] = []] = (await open()).filter(([id]) => id === 'tea');

    const section = scene.section('tea');
    const startsAt = scene.emulator.now() + DAY;
    await scene.set('sections', { ...section, lessons: [...section.lessons, { startsAt, endsAt: startsAt + HOUR }] });
    scene.at(RATING_MS + 3 * DAY);
    await scene.emulator.fireTimer('nightly');

    expect(scene.notices().filter(one => one.kind === 'RATING_OPENS' && one.sectionId === 'tea')).toEqual([]);
    expect(await open()).toContainEqual(['tea', until]);
    expect(await good(scene.teacher.call('rating.own', { sectionId: 'tea' }))).toMatchObject({
      window: { until },
      shown: { people: 5 },
    });
  });

  test('those who came are told once, the night after, and nobody’s phone rings', async () => {
    await scene.marks('more', [1, 'leave'], [3, 'late']);
    for (let nights = 0; nights < 2; nights += 1) await scene.emulator.fireTimer('nightly');

    const told = scene.notices().filter(one => one.kind === 'RATING_OPENS');
    const of = (id: string) => told.filter(one => one.sectionId === id).map(one => one.memberId);
    expect(of('tea').sort()).toEqual(ids(30).sort());
    expect(of('more')).toEqual([scene.worker(3).memberId]);
    expect(told.filter(one => one.push !== undefined)).toEqual([]);
  });
});

describe('nobody can tell who said what', () => {
  const PEOPLE = 6;
  const RUNS = 200;
  /** Nobody rates more than ten classes, as the pace of a call allows. */
  const WORKERS = 180;

  test('over 200 classes the order of sheets says nothing of the order of raters', async () => {
    const classes = range(RUNS).map(index => `c${index}`);
    scene = await startRated({ came: Object.fromEntries(classes.map(id => [id, 0])), workers: WORKERS });
    const peopleOf = (id: string) => range(PEOPLE).map(place => (Number(id.slice(1)) * PEOPLE + place) % WORKERS);
    for (const id of classes) await scene.marks(id, ...peopleOf(id).map((index): [number, 'late'] => [index, 'late']));
    for (let begin = 0; begin < RUNS; begin += 20)
      await Promise.all(
        classes.slice(begin, begin + 20).map(async id => {
          for (const [place, index] of peopleOf(id).entries()) await good(give(index, id, { chips: chipsOf(place) }));
        }),
      );

    const correlations = classes.map(id => {
      const people = peopleOf(id).map(index => scene.worker(index).memberId);
      const { raters, sheets } = scene.book(id)!;
      return rankCorrelation(
        raters.map(rater => people.indexOf(rater)),
        sheets.map(one => indexOf(one.chips)),
      );
    });
    // One run has a standard deviation of 0.45, the mean of 200 runs one of 0.03.
    expect(Math.abs(correlations.reduce((sum, one) => sum + one, 0) / RUNS)).toBeLessThan(0.16);
    expect(new Set(correlations).size).toBeGreaterThan(10);
  });

  test('the control: where the sheet is pushed as the rater is, the two orders are one', async () => {
    scene = await startRated({ came: { tea: 0 }, workers: PEOPLE });
    const naive = await startEmulated({ functions: path(__dirname, 'naive-functions'), instances: { min: 0, max: 2 } });
    await naive.database.import('ratings', [book('tea', [])]);
    for (const index of range(PEOPLE))
      await naive.post('rate', { sectionId: 'tea', memberId: `m${index}`, sheet: sheet(5, { chips: chipsOf(index) }) });
    const [found] = naive.database.read<ReturnType<typeof book>>('ratings');
    await naive.stop();

    const raters = found!.raters.map(rater => Number(rater.slice(1)));
    expect(
      rankCorrelation(
        raters,
        found!.sheets.map(one => indexOf(one.chips)),
      ),
    ).toBe(1);
  });

  test('no document, no line of a log has a person and a sheet together, also where the write failed', async () => {
    scene = await startRated({ came: { tea: 8 } });
    const texts = range(8).map(index => `这是第${index}句话`);
    for (const index of range(4)) await good(give(index, 'tea', { text: texts[index] }));
    scene.emulator.setFaults({
      rules: [
        { on: 'database', function: 'app', kind: 'timeout', action: 'modifyDocument', collection: 'ratings', times: 8 },
      ],
    });
    await give(4, 'tea', { text: texts[4] });
    scene.emulator.setFaults({});
    for (const index of [4, 5, 6, 7]) await good(give(index, 'tea', { text: texts[index] }));

    const { raters, sheets } = scene.book('tea')!;
    const said = [...texts, ...sheets.map(one => one.key)];
    for (const one of sheets) expect(Object.keys(one).sort()).toEqual(['chips', 'key', 'stars', 'text']);
    for (const rater of raters) expect(JSON.stringify(sheets)).not.toContain(rater);
    for (const name of COLLECTIONS.filter(collection => collection !== 'ratings'))
      for (const text of said) expect(JSON.stringify(scene.emulator.database.read(name))).not.toContain(text);
    for (const text of said) expect(JSON.stringify(scene.emulator.lines)).not.toContain(text);
    expect(raters).toHaveLength(8);
  });

  test('after an erasure an unknown person has rated, and the sheet stays; before it, my data says what is known', async () => {
    scene = await startRated({ came: { tea: 8 } });
    for (const index of range(5)) await good(give(index, 'tea', { text: `第${index}句` }));
    const [me] = ids(1);
    const before = scene.book('tea')!;
    const { groups } = await good(scene.worker(0).call('member.data', {}));
    expect(groups.find(group => group.key === 'ratings')?.rows).toEqual([
      [
        { name: '评过', value: '茶艺tea' },
        { name: '评了什么', value: '不记名，查不到哪一份是您的' },
      ],
    ]);

    await good(scene.worker(0).call('member.erase', ERASE));
    await minutesLater(scene);
    const after = scene.book('tea')!;
    expect(after.sheets).toEqual(before.sheets);
    expect(after.raters).toHaveLength(5);
    expect(after.raters.filter(id => id.startsWith('x'))).toHaveLength(1);
    expect(after.raters).not.toContain(me);
  });

  test('three years later nobody has rated, what was said is still there, and the nightly check finds it in order', async () => {
    scene = await startRated({ came: { tea: 8 } });
    await importing(book('tea', ids(8)), book('odd', ids(2), { sheets: [sheet()], course: '古琴' }));
    scene.at(RATING_MS + 3 * YEAR + DAY);
    await scene.emulator.fireTimer('nightly');
    expect(scene.book('tea')).toMatchObject({ raters: [], raterCount: 8, emptiedAt: expect.any(Number) });
    expect(scene.book('tea')!.sheets).toHaveLength(8);

    const { data } = (await scene.emulator.fireTimer('nightly')) as { data: CheckReport };
    expect(data.alarms).toEqual([{ sectionId: 'odd', text: '“古琴”的评价：计数是 2，却有 2 人、1 份' }]);
  });
});

describe('what is shown', () => {
  const own = (id = 'tea') => good(scene.teacher.call('rating.own', { sectionId: id }));
  const exported = async () => {
    const { file } = await good(
      scene.staff.call('export.make', { kind: 'ratings', batchId: 'b', phones: 'masked', reason: '' }),
    );
    return readXlsxFile(Buffer.from(file, 'base64'));
  };
  /** Every answer that could say something of these books. */
  const everything = async () =>
    JSON.stringify([
      await own(),
      await results('batch', 'b'),
      await results('course', '茶艺'),
      await results('organisation', '渝西茶艺培训学校'),
      await good(scene.staff.call('rating.overview', {})),
      await good(scene.staff.call('rating.next', { batchId: 'b' })),
      await exported(),
    ]);
  beforeEach(async () => {
    scene = await startRated({ came: { tea: 12, small: 5, other: 4 } });
  });

  test('nothing to anybody before the window is over, however many have rated', async () => {
    const silent = await everything();
    await importing(book('tea', ids(12), { sheets: range(12).map(() => sheet(1, { text: '差' })) }));
    expect(await everything()).toBe(silent);
    expect(await own()).toMatchObject({ shown: null, texts: [] });
  });

  test('of four sheets nothing in any answer, export or sum: the same as if nobody had rated', async () => {
    closed();
    const silent = await everything();
    await importing(book('tea', ids(4), { sheets: range(4).map(() => sheet(1, { text: '差' })) }));
    expect(await everything()).toBe(silent);
    expect((await results('batch', 'b')).classes.map(one => one.shown)).toEqual([null, null, null]);
  });

  test('of five the numbers and the texts; an organisation with 5 and 2 shows 5; all of it in the workbook', async () => {
    const sheets = [sheet(5, { text: '好' }), sheet(5), sheet(4), sheet(4, { chips: ['harder'] }), sheet(2)];
    await importing(book('tea', ids(5), { sheets }), book('other', ids(2)));
    closed();

    expect(await own()).toMatchObject({
      shown: { people: 5, came: 12, mean: 4, satisfied: 0.8, chips: { clear: 0.8, harder: 0.2 }, histogram: null },
      texts: [{ text: '好', hidden: false }],
    });
    const organisation = await results('organisation', '渝西茶艺培训学校');
    expect(organisation.sum).toMatchObject({ people: 5, came: 12 });
    expect(organisation.classes.map(one => one.sectionId)).toEqual(['tea']);
    expect(await good(scene.staff.call('rating.overview', {}))).toMatchObject({
      batches: [{ key: 'b', sum: { people: 5 } }],
      courses: [{ key: '茶艺', sum: { people: 5 } }],
    });
    expect((await good(scene.staff.call('rating.next', { batchId: 'b' }))).courses).toEqual([
      { course: '茶艺', step: 'again', text: '照办：名额 120，满意 80%（5 人评）' },
    ]);
    const [numbers, texts] = await exported();
    const row = numbers!.data.find(cells => cells[0] === '茶艺tea')!;
    expect(row.slice(3, 8)).toEqual([5, 12, 4, 80, 80]);
    expect(numbers!.data.find(cells => cells[0] === '茶艺other')!.slice(3, 7)).toEqual([null, null, null, null]);
    expect(texts!.data.slice(1)).toEqual([['茶艺tea', '好', null]]);
  });

  test('in the workbook less than all is never 100, and more than nothing never 0', async () => {
    const people = range(201).map(index => `m${index}`);
    const sheets = people.map((_, index) => (index === 0 ? sheet(1, { chips: ['harder'] }) : sheet(5)));
    await importing(book('tea', people, { sheets }));
    closed();
    const [numbers] = await exported();
    const [titles] = numbers!.data;
    const row = numbers!.data.find(cells => cells[0] === '茶艺tea')!;
    const of = (title: string) => row[titles!.indexOf(title)];
    expect([of('满意（%）'), of('讲得清楚（%）'), of('想学更难的（%）'), of('场地好（%）')]).toEqual([99, 99, 1, 0]);
  });

  test('a text that staff hide is gone for the instructor; the record has the reason and not the text', async () => {
    const [first, ...more] = range(5).map(() => sheet(4));
    await importing(book('tea', ids(5), { sheets: [{ ...first!, text: '老师某某迟到' }, ...more] }));
    const hiding = { actId: 'hide-00000001', sectionId: 'tea', key: first!.key, reason: '写了人名' };
    expect(await scene.staff.call('rating.hide', hiding)).toMatchObject({ code: 'CHANGE_NOT_NOW' });
    closed();
    await own();
    for (let times = 0; times < 2; times += 1) await good(scene.staff.call('rating.hide', hiding));

    expect(await own()).toMatchObject({ shown: { people: 5, mean: 4 }, texts: [] });
    expect((await results('batch', 'b')).classes.find(one => one.sectionId === 'tea')?.texts).toMatchObject([
      { text: '老师某某迟到', hidden: true },
    ]);
    const entries = scene.emulator.database.read<RecordEntry>('record').filter(one => one.act === 'rating.hide');
    expect(entries).toMatchObject([{ reason: '写了人名', sectionId: 'tea' }]);
    expect(JSON.stringify(entries)).not.toContain('某某');
    const again = { ...hiding, actId: 'hide-00000002' };
    expect(await scene.staff.call('rating.hide', again)).toMatchObject({ code: 'CHANGE_NOT_NOW' });
  });

  test('an instructor reads the ratings of their own classes only', async () => {
    const stranger = await scene.holder('instructor', '周明', { instructorName: '周明' });
    expect(await stranger.call('rating.own', { sectionId: 'tea' })).toMatchObject({ code: 'SECTION_NOT_FOUND' });
    expect(await own()).toMatchObject({ window: { until: expect.any(Number) }, shown: null });
  });
});
