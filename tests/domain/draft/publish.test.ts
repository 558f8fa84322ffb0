import { DAY, HOUR, MINUTE } from '../../../domain/base/clock';
import { isShowable, published, type ShowableDraft } from '../../../domain/draft/publish';
import { draftOf } from '../../../domain/batch/unpublish';
import { draft, draftSection, NOW, OPENS, weekly } from './drafts';

const ready = (change: Parameters<typeof draft>[0] = {}) => draft(change) as ShowableDraft;

test('the batch sums its sections up; a section carries what a claim must know', () => {
  const { batch, sections } = published(
    ready({
      sections: [
        draftSection('0001'),
        draftSection('0003', { category: 'yoga', capacity: 20, lessons: weekly('2027-03-09', 12) }),
      ],
    }),
    NOW,
  );
  const first = weekly('2027-03-09', 12);

  expect(batch).toMatchObject({
    _id: 'b-1',
    state: 'scheduled',
    limit: 2,
    sectionCount: 2,
    capacity: 36,
    categories: ['tea', 'yoga'],
    firstLessonAt: first[0]!.startsAt,
    lastLessonAt: first[11]!.startsAt,
  });
  expect(sections.map(section => section._id)).toEqual(['b-1-0001', 'b-1-0003']);
  expect(sections[1]).toMatchObject({
    batchId: 'b-1',
    opensAt: OPENS,
    closesAt: OPENS + 5 * DAY,
    dropUntil: first[0]!.startsAt - 24 * HOUR,
    freezeAt: first[0]!.startsAt - 2 * HOUR,
    limit: 2,
    line: [],
    lineCount: 0,
    clashIds: [],
  });
  expect(batch).not.toHaveProperty('contact');
});

test('nothing is written that says nothing: no limit, no mode, no head start', () => {
  const { batch, sections } = published(ready({ limit: null }), NOW);

  expect(batch).not.toHaveProperty('limit');
  expect(batch).not.toHaveProperty('mode');
  expect(sections[0]).not.toHaveProperty('limit');
  expect(sections[0]).not.toHaveProperty('laterAt');
  expect(Object.values({ ...batch, ...sections[0] })).not.toContain(undefined);
});

test('a head start is an instant in each section', () => {
  const { sections } = published(ready({ audience: { headStartMinutes: 30 } }), NOW);

  expect(sections.map(section => section.laterAt)).toEqual([OPENS + 30 * MINUTE, OPENS + 30 * MINUTE]);
});

test.each([
  ['all is said', {}, true],
  ['no opening', { opensAt: null }, false],
  ['no closing', { closesAt: null }, false],
  ['no section', { sections: [] }, false],
  ['a draw', { mode: 'lottery' as const }, false],
  ['a section without lessons', { sections: [draftSection('0001', { lessons: [] })] }, false],
  [
    'a section without lessons beside another',
    { sections: [draftSection('0001'), draftSection('0002', { lessons: [] })] },
    false,
  ],
])('can it be shown? %s: %#', (_, change, showable) => {
  expect(isShowable(draft(change))).toBe(showable);
});

describe('a batch becomes a draft again', () => {
  test('the same draft, but of a later revision than any look at the old one', () => {
    const {
      createdAt: _c,
      updatedAt: _u,
      _id,
      ...said
    } = draft({
      audience: { employers: ['医院'], headStartMinutes: 10 },
      holidays: ['2027-04-05'],
      lastKey: 7,
    });
    const { batch, sections } = published(ready({ ...said }), NOW);

    const again = { ...said, revision: said.revision + 1 };
    expect(draftOf(batch, sections.slice().reverse())).toEqual(again);
    expect(draftOf(batch, sections)).toEqual(again);
    expect(draftOf(batch, sections)).not.toHaveProperty('contact');
    const [first, ...others] = sections;
    const wished = draftOf(batch, [{ ...first!, wishIds: ['w'] }, ...others]).sections;
    expect(wished.map(section => section.wishIds)).toEqual([['w'], undefined]);
    expect(wished[1]).not.toHaveProperty('wishIds');
    expect(draftOf({ ...batch, contact: '023-4988 1234' }, sections).contact).toBe('023-4988 1234');
  });

  test('changes since count; what was called off is left out', () => {
    const { batch, sections } = published(ready(), NOW);
    const [first, second] = sections;
    const lessons = first!.lessons.map((lesson, index) =>
      index === 1 ? { ...lesson, cancelled: true as const } : lesson,
    );

    const again = draftOf(batch, [
      { ...first!, capacity: 99, lessons },
      { ...second!, cancelledAt: NOW },
    ]);

    expect(again.sections.map(section => [section.key, section.capacity])).toEqual([['0001', 99]]);
    expect(again.sections[0]!.lessons).toEqual([lessons[0], lessons[2]]);
    expect(again.lastKey).toBe(2);
  });
});
