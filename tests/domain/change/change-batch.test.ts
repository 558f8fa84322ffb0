import { decideBatchChange, wantsReason } from '../../../domain/change/decide-change';
import type { ChangeKind } from '../../../domain/api';
import { instantOf } from '../../../domain/base/clock';
import { batch, HOUR, now } from './change-views';

const close = (closesAt: number, change = {}) =>
  decideBatchChange(now, batch(change), { kind: 'closesAt', batchId: 'b', closesAt });

test('another closing, with a warning where it is after the first lesson', () => {
  expect(close(now + 1)).toMatchObject({ batch: { closesAt: now + 1 }, tell: [], affected: [], warnings: [] });
  expect(close(batch().firstLessonAt)).toMatchObject({ warnings: [] });
  expect(close(batch().firstLessonAt + 1)).toMatchObject({ warnings: [expect.stringContaining('第一次课')] });
});

test('a closing at midnight stands on the record as the end of the day before', () => {
  const opensAt = instantOf('2027-02-01', '20:00')!;
  const lastLessonAt = instantOf('2027-05-01', '19:00')!;
  const closesAt = instantOf('2027-02-21', '00:00')!;
  const of = batch({ opensAt, closesAt: opensAt + HOUR, firstLessonAt: lastLessonAt, lastLessonAt });

  expect(decideBatchChange(opensAt, of, { kind: 'closesAt', batchId: 'b', closesAt })).toMatchObject({
    summary: '报名截止从 2月1日 周一 21:00 改为 2月20日 周六 24:00',
  });
});

test('claims may end in the instant in which the last lesson begins', () => {
  expect(close(batch().lastLessonAt)).toMatchObject({ batch: { closesAt: batch().lastLessonAt } });
});

test.each([
  ['now', now, '已经过去'],
  ['before the opening', batch().opensAt, '晚于开放时间'],
  ['after the last lesson', batch().lastLessonAt + 1, '最后一次课'],
])('a closing %s is refused in words', (_, closesAt, text) => {
  expect(close(closesAt)).toMatchObject({
    refused: 'CLOSING_TIME_WRONG',
    details: { text: expect.stringContaining(text) },
  });
});

test('the same closing changes nothing; a closed batch is not opened again', () => {
  expect(close(batch().closesAt)).toMatchObject({ refused: 'NOTHING_CHANGES' });
  expect(close(now + HOUR, { closesAt: now })).toMatchObject({ refused: 'CHANGE_NOT_NOW' });
});

test('archived only when it is over', () => {
  const archive = (at: number) => decideBatchChange(at, batch(), { kind: 'archive', batchId: 'b' });
  expect(archive(now)).toMatchObject({ refused: 'CHANGE_NOT_NOW' });
  expect(archive(batch().lastLessonAt + 24 * HOUR)).toMatchObject({
    batch: { state: 'archived' },
    tell: [],
    affected: [],
    warnings: [],
  });
});

test.each<[ChangeKind, boolean]>([
  ['capacity', false],
  ['waitlist', false],
  ['place', false],
  ['instructor', false],
  ['moveLesson', false],
  ['cancelLesson', true],
  ['cancelSection', true],
  ['addPerson', true],
  ['movePerson', true],
  ['removePerson', true],
  ['closesAt', false],
  ['archive', false],
])('%s wants a reason: %s', (kind, wanted) => {
  expect(wantsReason(kind)).toBe(wanted);
});
