import fc from 'fast-check';
import type { Part, RecordEntry } from '../../../domain/model';
import { KEPT_MS } from '../../../domain/privacy/privacy';
import { GONE_NAME, isAnonymous } from '../../../domain/privacy/anonymous';
import { anonymousEntry, peopleIn } from '../../../domain/record/anonymous-entry';
import { said, sentenceOn } from '../../../domain/record/said';

const PEOPLE = ['m0', 'm1', 'm2'] as const;
const AT = 1_000_000_000_000;
const LATER = AT + KEPT_MS.office;
/** Names that are words of the record, as somebody may call themselves. */
const name = fc.constantFrom('缺课', '手机号完整', '到', '张桂兰', '把', '加入队伍', GONE_NAME);
const text = fc.constantFrom('补签：', '缺课、', ' 到', '手机号完整', '，把', '张桂兰');
const part: fc.Arbitrary<Part> = fc.oneof(text, fc.record({ memberId: fc.constantFrom(...PEOPLE), name }));
const entry: fc.Arbitrary<RecordEntry> = fc
  .record({
    act: fc.constantFrom('roll.correct', 'invite.dismiss', 'change.addPerson', 'export.roster', 'member.erase'),
    by: fc.constantFrom(...PEOPLE),
    byName: name,
    parts: fc.array(part, { maxLength: 6 }),
    reason: fc.option(fc.constant('张桂兰来电'), { nil: undefined }),
  })
  .map(({ reason, ...one }) => ({ _id: 'a', at: AT, ...one, ...(reason === undefined ? {} : { reason }) }));
const forget = (one: RecordEntry, id: string, now = AT) =>
  anonymousEntry(one, other => (other === id ? `x${id}` : undefined), now);
const retire = (one: RecordEntry, now: number) => anonymousEntry(one, id => (isAnonymous(id) ? id : undefined), now);
const words = (one: RecordEntry) => (one.parts ?? []).map(part => (typeof part === 'string' ? part : '*'));

test('an erasure touches no word, and nobody but the person, whatever they are called', () => {
  fc.assert(
    fc.property(entry, fc.constantFrom(...PEOPLE), (one, id) => {
      const after = forget(one, id);

      expect(words(after)).toEqual(words(one));
      for (const [index, before] of (one.parts ?? []).entries())
        if (typeof before !== 'string' && before.memberId !== id) expect(after.parts?.[index]).toEqual(before);
      if (one.by !== id) expect([after.by, after.byName]).toEqual([one.by, one.byName]);
      expect(JSON.stringify(after)).not.toContain(`"${id}"`);
    }),
  );
});

test('the order in which people go makes no difference', () => {
  fc.assert(
    fc.property(entry, fc.shuffledSubarray([...PEOPLE]), (one, order) => {
      const go = (ids: readonly string[]) => ids.reduce((rest, id) => forget(rest, id), one);

      expect(go(order)).toEqual(go([...order].reverse()));
    }),
  );
});

test('who was in office stays named for the stated time and no day longer; the others lose their names at once', () => {
  fc.assert(
    fc.property(entry, one => {
      const gone = PEOPLE.reduce((rest, id) => forget(rest, id), one);
      const office = /^(invite\.|member\.erase)/.test(one.act);

      expect(gone.byName).toBe(one.byName);
      for (const [index, after] of (gone.parts ?? []).entries()) {
        const before = one.parts?.[index];
        if (typeof after === 'string' || typeof before !== 'object') continue;
        expect(after.name).toBe(office ? before.name : GONE_NAME);
      }
      expect(retire(gone, LATER - 1)).toEqual(gone);

      const retired = retire(gone, LATER);
      expect(retired).not.toHaveProperty('namedUntil');
      expect(retired.byName).toBe(GONE_NAME);
      expect((retired.parts ?? []).every(part => typeof part === 'string' || part.name === GONE_NAME)).toBe(true);
      // Erased only then, it comes to the same.
      expect(PEOPLE.reduce((rest, id) => forget(rest, id, LATER), one)).toEqual(retired);
    }),
  );
});

test('a reason goes with the last of those whom it concerns; one that concerns nobody stays', () => {
  const both: RecordEntry = {
    _id: 'a',
    at: AT,
    by: 'm0',
    byName: '王敏',
    act: 'roll.correct',
    parts: said`补签：${{ memberId: 'm1', name: '缺课' }} 到、${{ memberId: 'm2', name: '何燕' }} 缺课`,
    reason: '两人的手机都没电',
  };
  const one = forget(both, 'm1');
  expect([sentenceOn(one), one.reason]).toEqual([`补签：${GONE_NAME} 到、何燕 缺课`, both.reason]);
  expect(forget(one, 'm2').reason).toBeUndefined();
  expect(forget({ ...both, parts: ['导出名单，手机号完整'] }, 'm0').reason).toBe(both.reason);
});

describe('an entry about somebody', () => {
  const li = { memberId: 'm1', name: '李文秀' };
  const about = (change: Partial<RecordEntry> = {}): RecordEntry => ({
    _id: 'a',
    at: AT,
    act: 'change.addPerson',
    by: 'm0',
    byName: '王敏',
    memberId: 'm1',
    parts: ['把', li, '加入队伍'],
    reason: '来电',
    ...change,
  });

  test('names in all ways who is in it, each once', () => {
    expect(peopleIn(about())).toEqual(['m1']);
    expect(peopleIn(about({ memberId: 'm2' }))).toEqual(['m1', 'm2']);
    const { memberId: _memberId, ...of } = about();
    expect(peopleIn({ ...of, parts: ['归档'] })).toEqual([]);
  });

  test('loses the id, the name and the reason, and keeps who did it', () => {
    const { reason: _reason, ...rest } = about();
    expect(forget(about(), 'm1')).toEqual({
      ...rest,
      memberId: 'xm1',
      parts: ['把', { memberId: 'xm1', name: GONE_NAME }, '加入队伍'],
    });
  });

  test('keeps its reason while one of its people is there, or where it is about nobody', () => {
    const two = about({ parts: [li, '和', { memberId: 'm2', name: '陈静' }] });
    expect(forget(two, 'm1').reason).toBe('来电');
    expect(forget(forget(two, 'm1'), 'm2')).not.toHaveProperty('reason');
    const { memberId: _memberId, ...nobody } = about({ parts: ['归档'] });
    expect(forget(nobody, 'm1')).toEqual(nobody);
    const { reason: _reason, ...without } = about();
    expect(forget(without, 'm2')).toEqual(without);
  });

  test('names who did it until three years later, under another id, and says until when', () => {
    const { by, byName, namedUntil } = forget(about(), 'm0');
    expect([by, byName, namedUntil]).toEqual(['xm0', '王敏', LATER]);
    const after = forget(about(), 'm0', LATER);
    expect([after.by, after.byName]).toEqual(['xm0', GONE_NAME]);
    expect(after).not.toHaveProperty('namedUntil');
  });

  test('of a role names the person as long, and keeps its reason so long', () => {
    const role = about({ act: 'invite.dismiss' });
    expect(forget(role, 'm1')).toMatchObject({
      parts: ['把', { memberId: 'xm1', name: '李文秀' }, '加入队伍'],
      reason: '来电',
      namedUntil: LATER,
    });
    expect(forget(role, 'm1', LATER)).not.toHaveProperty('reason');
  });
});

test('a reason stays while one of the people whom it concerns is there; an entry without one gets none', () => {
  const about: RecordEntry = {
    _id: 'a',
    at: AT,
    act: 'change.removePerson',
    by: 'm2',
    byName: '王敏',
    memberId: 'm1',
    parts: ['把', { memberId: 'm0', name: '何燕' }, '移出队伍'],
    reason: '张桂兰来电',
  };

  expect(forget(about, 'm0').reason).toBe('张桂兰来电');
  expect(forget(forget(about, 'm0'), 'm1')).not.toHaveProperty('reason');
  const { reason: _, ...silent } = about;
  expect(forget(silent, 'm0')).not.toHaveProperty('reason');
});
