import fc from 'fast-check';
import type { Part, RecordEntry } from '../../../domain/model';
import { KEPT_MS } from '../../../domain/privacy/privacy';
import { GONE_NAME, isAnonymous } from '../../../domain/privacy/anonymous';
import { anonymousEntry } from '../../../domain/record/anonymous-entry';
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
