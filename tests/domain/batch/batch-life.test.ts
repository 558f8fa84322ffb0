import { change } from '../../../domain/api/change';
import { DAY, HOUR, instantOf } from '../../../domain/base/clock';
import { BATCH_LIVES, lifeOf, mayChange, type BatchAct, type BatchLife } from '../../../domain/batch/batch-life';

/** The whole table, written a second time: o = may, x = may not. Columns as in BATCH_LIVES. */
const EXPECTED: Record<BatchAct, string> = {
  //              scheduled lastMinute open closed over archived
  withdraw: /*      */ 'o x x x x x',
  capacity: /*      */ 'o o o o x x',
  waitlist: /*      */ 'o o o o x x',
  place: /*         */ 'o o o o x x',
  instructor: /*    */ 'o o o o x x',
  bring: /*         */ 'o o o o x x',
  openDoor: /*      */ 'o o o o x x',
  topic: /*         */ 'o o o o o x',
  moveLesson: /*    */ 'o o o o x x',
  cancelLesson: /*  */ 'o o o o x x',
  addLesson: /*     */ 'o o o o o x',
  substitute: /*    */ 'o o o o x x',
  cancelSection: /* */ 'o o o o x x',
  addPerson: /*     */ 'x x o o x x',
  movePerson: /*    */ 'x x o o x x',
  removePerson: /*  */ 'x x o o x x',
  closesAt: /*      */ 'o o o x x x',
  archive: /*       */ 'x x x x o x',
};
const acts = Object.keys(EXPECTED) as BatchAct[];
const cells = acts.flatMap(act => EXPECTED[act].split(' ').map((may, i) => [act, BATCH_LIVES[i]!, may] as const));

test.each(cells)('%s in %s: %s', (act, life, may) => {
  const answer = mayChange(act, life);

  if (may === 'o') expect(answer).toBe(true);
  else
    expect(answer).toEqual({ refused: 'CHANGE_NOT_NOW', details: { text: expect.stringMatching(/^.{6,40}[^。！]$/) } });
});

test('every kind of change of the contract has its row, and every row its six columns', () => {
  const kinds = change.options.map(option => option.shape.kind.value);

  expect(acts.slice().sort()).toEqual(['withdraw', ...kinds].sort());
  expect(cells).toHaveLength(acts.length * BATCH_LIVES.length);
});

describe('the state follows from the clock', () => {
  const opensAt = instantOf('2027-03-01', '20:00')!;
  const closesAt = opensAt + 2 * DAY;
  const lastLessonAt = instantOf('2027-05-25', '19:00')!;
  const batch = { state: 'scheduled' as const, opensAt, closesAt, lastLessonAt };

  test.each<[string, number, BatchLife]>([
    ['the millisecond before the last minute', opensAt - 60_001, 'scheduled'],
    ['the last minute begins', opensAt - 60_000, 'lastMinute'],
    ['the millisecond before the stroke', opensAt - 1, 'lastMinute'],
    ['the stroke', opensAt, 'open'],
    ['the millisecond before the closing', closesAt - 1, 'open'],
    ['the closing', closesAt, 'closed'],
    ['after the last lesson, the same day', lastLessonAt + 4 * HOUR, 'closed'],
    ['the millisecond before the next day', instantOf('2027-05-26', '00:00')! - 1, 'closed'],
    ['the next day', instantOf('2027-05-26', '00:00')!, 'over'],
  ])('%s', (_, now, life) => {
    expect(lifeOf(batch, now)).toBe(life);
  });

  test('archived is archived at any time; a batch that still takes claims after its last lesson is open', () => {
    expect(lifeOf({ ...batch, state: 'archived' }, opensAt)).toBe('archived');
    expect(lifeOf({ ...batch, lastLessonAt: opensAt - 9 * DAY }, opensAt)).toBe('open');
  });
});
