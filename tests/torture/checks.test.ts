import { checkHealed } from '../../torture/checks/record';
import { checkLife } from '../../torture/checks/life';
import type { Answered, Life, Operation, Snapshot, ViolationKind } from '../../torture/history';
import { Random } from '../../scripts/crowd/random';
import { makeWorld } from '../../torture/world';

/** `line-0` has 3 seats and 2 waiting places, clashes with `line-1`; two places a person in the batch. */
const world = makeWorld('checks', 0, new Random(1));

type Lines = Record<string, string[]>;

/** `a@3` in a line: a came at 3; the holds are those that belong to the lines. */
function recordOf(lines: Lines): Snapshot {
  const sections = world.sections.map(section => {
    const line = (lines[section._id] ?? []).map(entry => {
      const [memberId = '', at] = entry.split('@');
      return { memberId, at: Number(at) };
    });
    return { ...section, line, lineCount: line.length };
  });
  const people = [...new Set(sections.flatMap(section => section.line.map(entry => entry.memberId)))];
  const standings = people.map(memberId => {
    const holds = sections.flatMap(({ _id: sectionId, batchId, line }) =>
      line.filter(entry => entry.memberId === memberId).map(({ at }) => ({ sectionId, batchId, at })),
    );
    const batches = Object.fromEntries(
      world.batches.map(({ _id }) => [_id, { settledAt: 1, count: holds.filter(hold => hold.batchId === _id).length }]),
    );
    return { _id: memberId, holds, batches };
  });
  return { sections, standings };
}

let number = 0;
const act = (
  memberId: string,
  kind: Operation['kind'],
  sectionId: string,
  [begin, end]: [number, number],
  answer: Answered,
): Operation => ({ number: ++number, memberId, kind, sectionId, begin, end, beginMs: begin, endMs: end, answer });

const yours = (sectionId: string, state: 'SEATED' | 'WAITING', place: number, at: number, cleared: string[] = []) => ({
  kind: 'claimed' as const,
  claimed: {
    place: { sectionId, state, number: place, behind: 0, at },
    already: false,
    clearedSectionIds: cleared,
  },
});
const refused = (code: string, details = {}): Answered => ({ kind: 'refused', code, details });
const unknown: Answered = { kind: 'unknown', why: 'killed' };

const kindsOf = (before: Lines, operations: Operation[], after: Lines | Snapshot): ViolationKind[] => {
  const record = 'sections' in after ? (after as Snapshot) : recordOf(after as Lines);
  const life: Life = { before: recordOf(before), operations, after: record };
  return [...new Set(checkLife(life).map(violation => violation.kind))];
};

describe('a sound life shows no violation', () => {
  test('claims, a drop, a swap, a lost answer that did and one that did not happen', () => {
    const operations = [
      act('a', 'claim', 'line-0', [1, 4], yours('line-0', 'WAITING', 2, 2)),
      act('x', 'drop', 'line-0', [5, 6], { kind: 'left', state: 'SEATED' }),
      act('c', 'claim', 'line-0', [7, Infinity], unknown),
      act('d', 'claim', 'line-0', [8, Infinity], unknown),
      act('w', 'claim', 'line-1', [10, 12], yours('line-1', 'SEATED', 1, 11, ['line-0'])),
    ];
    const before = { 'line-0': ['x@0', 'y@0', 'z@0', 'w@0'] };
    const after = { 'line-0': ['y@0', 'z@0', 'a@2', 'c@8'], 'line-1': ['w@11'] };
    expect(kindsOf(before, operations, after)).toEqual([]);
  });
});

describe('each violation is seen', () => {
  const told = act('a', 'claim', 'line-0', [1, 4], yours('line-0', 'SEATED', 1, 2));

  test('a place that was told and is gone', () => {
    expect(kindsOf({}, [told], {})).toEqual(['seat lost']);
    expect(kindsOf({ 'line-0': ['a@0'] }, [], {})).toEqual(['seat lost']);
  });

  test('a seat is not excused by a claim elsewhere: that clears waits only', () => {
    const elsewhere = act('a', 'claim', 'line-1', [5, Infinity], unknown);
    expect(kindsOf({}, [told, elsewhere], {})).toEqual(['seat lost']);
    const waited = act('a', 'claim', 'line-0', [1, 4], yours('line-0', 'WAITING', 1, 2));
    expect(kindsOf({}, [waited, elsewhere], {})).toEqual([]);
  });

  test('a drop that was answered before the claim does not excuse a loss', () => {
    const drop = act('a', 'drop', 'line-0', [0, 0.5], { kind: 'left', state: 'SEATED' });
    expect(kindsOf({}, [drop, told], {})).toEqual(['seat lost']);
  });

  test('who left and still stands there', () => {
    const drop = act('a', 'drop', 'line-0', [1, 2], { kind: 'left', state: 'SEATED' });
    expect(kindsOf({ 'line-0': ['a@0'] }, [drop], { 'line-0': ['a@0'] })).toEqual(['drop undone']);
  });

  test('too many in a line, and a number that does not exist', () => {
    const many = ['a@0', 'b@0', 'c@0', 'd@0', 'e@0', 'f@0'];
    expect(kindsOf({ 'line-0': many }, [], { 'line-0': many })).toEqual(['oversold']);
    const fourth = act('a', 'claim', 'line-0', [1, 4], yours('line-0', 'SEATED', 4, 2));
    expect(kindsOf({}, [fourth], { 'line-0': ['a@2'] })).toEqual(['oversold']);
  });

  test('somebody twice', () => {
    expect(kindsOf({ 'line-0': ['a@0', 'a@1'] }, [], { 'line-0': ['a@0', 'a@1'] })).toContain('duplicate');
  });

  test('two who changed places, somebody put in between, and who was answered first standing behind', () => {
    expect(kindsOf({ 'line-0': ['a@0', 'b@0'] }, [], { 'line-0': ['b@0', 'a@0'] })).toEqual(['order']);
    const between = act('c', 'claim', 'line-0', [1, Infinity], unknown);
    expect(kindsOf({ 'line-0': ['a@0', 'b@0'] }, [between], { 'line-0': ['a@0', 'c@1', 'b@0'] })).toEqual(['order']);
    const later = act('b', 'claim', 'line-0', [5, Infinity], unknown);
    expect(kindsOf({}, [told, later], { 'line-0': ['b@6', 'a@2'] })).toContain('order');
  });

  test('further back than was told', () => {
    const before = { 'line-0': ['x@0'] };
    expect(kindsOf(before, [told], { 'line-0': ['x@0', 'a@2'] })).toEqual(['order']);
  });

  test('over the limit, and in two lines that clash', () => {
    const three = { 'line-0': ['a@0'], 'line-2': ['a@0'], 'line-3': ['a@0'] };
    expect(kindsOf(three, [], three)).toEqual(['over limit']);
    const both = { 'line-0': ['a@0'], 'line-1': ['a@0'] };
    expect(kindsOf(both, [], both)).toEqual(['clash']);
  });

  test('a counter that is wrong, and an entry without its hold', () => {
    const record = recordOf({ 'line-0': ['a@0'] });
    const counted = { ...record, sections: record.sections.map(s => ({ ...s, lineCount: s.lineCount * 2 })) };
    expect(kindsOf({ 'line-0': ['a@0'] }, [], counted)).toEqual(['counter']);
    expect(kindsOf({ 'line-0': ['a@0'] }, [], { ...record, standings: [] })).toEqual(['counter']);
  });

  test('somebody in a line who never claimed', () => {
    expect(kindsOf({}, [], { 'line-0': ['a@0'] })).toEqual(['ghost']);
  });

  test('FULL while a place was free, and FULL to somebody who stands in the line', () => {
    const full = (memberId: string) => act(memberId, 'claim', 'line-0', [3, 4], refused('FULL'));
    const four = ['a@0', 'b@0', 'c@0', 'd@0'];
    const five = [...four, 'e@0'];
    expect(kindsOf({ 'line-0': four }, [full('x')], { 'line-0': four })).toEqual(['told untruly']);
    expect(kindsOf({ 'line-0': five }, [full('x')], { 'line-0': five })).toEqual([]);
    expect(kindsOf({ 'line-0': five }, [full('a')], { 'line-0': five })).toEqual(['told untruly']);
  });

  test('FULL is fair for 3 s after somebody left, and no longer', () => {
    const five = ['a@0', 'b@0', 'c@0', 'd@0', 'e@0'];
    const drop = act('a', 'drop', 'line-0', [1, 2], { kind: 'left', state: 'SEATED' });
    const full = (at: number) => act('x', 'claim', 'line-0', [at, at + 1], refused('FULL'));
    const look = act('y', 'place', 'line-0', [3, 4], { kind: 'place', place: null });
    const after = { 'line-0': five.slice(1) };
    expect(kindsOf({ 'line-0': five }, [drop, look, full(2_000)], after)).toEqual([]);
    expect(kindsOf({ 'line-0': five }, [drop, look, full(4_000)], after)).toEqual(['told untruly']);
  });

  test('CLASH and LIMIT_REACHED without a reason', () => {
    const clash = act('a', 'claim', 'line-0', [1, 2], refused('CLASH', { sectionId: 'line-1', state: 'SEATED' }));
    expect(kindsOf({}, [clash], {})).toEqual(['told untruly']);
    expect(kindsOf({ 'line-1': ['a@0'] }, [clash], { 'line-1': ['a@0'] })).toEqual([]);
    const limit = act('a', 'claim', 'line-0', [1, 2], refused('LIMIT_REACHED', { limit: 2 }));
    expect(kindsOf({ 'line-2': ['a@0'] }, [limit], { 'line-2': ['a@0'] })).toEqual(['told untruly']);
  });

  test('what healing left behind, and what it must not touch', () => {
    const before = recordOf({ 'line-0': ['a@0', 'b@0'] });
    const [first, second] = before.standings;
    const unused = { ...second!, holds: [...second!.holds, { sectionId: 'line-2', batchId: 'batch-0', at: 9 }] };
    const kinds = (after: Snapshot) => [...new Set(checkHealed(before, after).map(({ kind }) => kind))];
    expect(kinds(before)).toEqual([]);
    expect(kinds({ ...before, standings: [first!, unused] })).toEqual(['not healed']);
    expect(kinds({ ...before, standings: [first!] })).toEqual(['not healed']);
    expect(kinds({ ...before, sections: recordOf({ 'line-0': ['b@0', 'a@0'] }).sections })).toEqual(['not healed']);
  });
});
