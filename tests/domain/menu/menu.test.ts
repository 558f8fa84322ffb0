import { DAY } from '../../../domain/base/clock';
import { draftOf } from '../../../domain/batch/unpublish';
import { draftProblems, mayPublish } from '../../../domain/draft/draft-problems';
import { published, type ShowableDraft } from '../../../domain/draft/publish';
import { copyOf } from '../../../domain/draft/shift';
import { askFor, askNow, askOf, withAsk } from '../../../domain/menu/asked';
import { fitsFirst } from '../../../domain/menu/fits';
import type { Asked } from '../../../domain/menu/ask';
import type { Offer } from '../../../domain/menu/menu';
import { badFields, costWords, sizeWords } from '../../../domain/menu/words';
import type { DraftSection } from '../../../domain/model';
import type { Runner } from '../../../domain/people/own';
import { draft, draftSection, NOW, weekly } from '../draft/drafts';

const section = (change: Partial<DraftSection> = {}) => draftSection('0001', change);
const asked = (answer: Asked['answer'], at = NOW - DAY): Asked => ({ ...askNow(section(), at), answer });
const organiser: Runner = { roles: ['organisation'], organisation: '渝西茶艺培训学校' };

describe('what is offered', () => {
  const offer: Offer = {
    organisation: '渝西茶艺培训学校',
    instructor: '',
    course: '茶艺',
    about: '',
    least: 10,
    most: 20,
    when: ['3e'],
    minutes: 90,
    lessons: 10,
    needs: '',
    cost: null,
  };

  test.each<[string, Partial<Offer>, string[]]>([
    ['all is well', {}, []],
    ['exactly one size', { least: 20 }, []],
    ['more at least than at most', { least: 21 }, ['least', 'most']],
    ['a course without a letter', { course: '🙂2' }, ['course']],
    ['no time', { when: [] }, ['when']],
    ['a time twice', { when: ['3e', '3e'] }, ['when']],
    ['another organisation than mine', { organisation: '别人' }, ['organisation', 'instructor']],
    ['mine, written a little otherwise', { organisation: '渝西茶艺 培训学校' }, []],
  ])('%s', (_, change, fields) => {
    expect(badFields({ ...offer, ...change }, organiser)).toEqual(fields);
  });

  test('an instructor offers under the own name, and for the organisations of the invitation', () => {
    const instructor: Runner = { roles: ['instructor'], instructorName: '李文秀', instructorFor: ['渝西茶艺培训学校'] };

    expect(badFields({ ...offer, instructor: '李文秀老师' }, instructor)).toEqual([]);
    expect(badFields({ ...offer, instructor: '陈静' }, instructor)).toEqual(['organisation', 'instructor']);
    expect(badFields({ ...offer, instructor: '李文秀', organisation: '别人' }, instructor)).not.toEqual([]);
  });

  test('words for its size and its cost', () => {
    expect(sizeWords(offer)).toBe('10–20 人，10 次，每次 90 分钟');
    expect(sizeWords({ ...offer, least: 20 })).toBe('20 人，10 次，每次 90 分钟');
    expect([null, 0, 3000].map(costWords)).toEqual(['费用没有写', '不收费', '一个班 3000 元']);
  });

  test('for a wish, the same course comes first and then its category', () => {
    const items = [
      { course: '合唱', category: 'choir' as const },
      { course: '古筝', category: 'guqin' as const },
      { course: '古琴 入门班', category: 'guqin' as const },
    ];

    expect(fitsFirst(items, { plain: '古琴', category: 'guqin' }).map(one => one.course)).toEqual([
      '古琴 入门班',
      '古筝',
      '合唱',
    ]);
  });
});

describe('whose ask it is, and whether it holds', () => {
  test('it is for whoever runs the class, and for nobody once the class names others', () => {
    const one = section({ asked: asked(null) });

    expect(askFor(organiser, one)).toEqual(asked(null));
    expect(askFor({ roles: ['instructor'], instructorName: '老师0001' }, one)).toEqual(asked(null));
    expect(askFor({ roles: ['instructor'], instructorName: '别人' }, one)).toBeUndefined();
    expect(askFor({ ...organiser, roles: [] }, one)).toBeUndefined();
    expect(askOf({ ...one, instructor: '别人' })).toBeUndefined();
    expect(askFor(organiser, { ...one, instructor: '别人' })).toBeUndefined();
  });

  test('an edit that changes neither people nor time leaves the answer', () => {
    const before = section({ asked: asked('yes') });

    expect(withAsk(section({ place: '205', organisation: '渝西茶艺 培训学校' }), before, NOW).asked).toEqual(
      asked('yes'),
    );
  });

  test('another time asks anew, and other people were not asked', () => {
    const before = section({ asked: asked('yes') });

    expect(withAsk(section({ lessons: weekly('2027-03-10', 4) }), before, NOW).asked).toEqual(askNow(section(), NOW));
    expect(withAsk(section({ lessons: weekly('2027-03-11', 3) }), before, NOW).asked).toEqual(askNow(section(), NOW));
    expect(withAsk(section({ instructor: '陈静' }), before, NOW)).not.toHaveProperty('asked');
    expect(withAsk(section(), undefined, NOW)).not.toHaveProperty('asked');
  });
});

describe('publishing', () => {
  const of = (answer: Asked['answer'] | undefined, change: Partial<DraftSection> = {}) =>
    draftProblems(
      draft({ sections: [section({ ...(answer === undefined ? {} : { asked: asked(answer) }), ...change })] }),
      NOW,
    );

  test.each([
    ['nobody was asked', undefined, [], true],
    ['yes', 'yes' as const, [], true],
    ['no answer yet: a warning', null, ['问了渝西茶艺培训学校能不能承办，还没有答复'], true],
    [
      'no: it cannot be published',
      'no' as const,
      ['渝西茶艺培训学校答复承办不了，请换人、改时间，或者商量好了再问一声'],
      false,
    ],
  ])('%s', (_, answer, texts, may) => {
    const problems = of(answer);

    expect(problems.map(one => one.text)).toEqual(texts);
    expect(mayPublish(problems)).toBe(may);
  });

  test('a refusal of somebody whom the class names no longer does not count', () => {
    expect(of('no', { instructor: '陈静' })).toEqual([]);
  });

  test('the answer stays with the class; a withdrawal keeps it unless a lesson was moved since; a copy has none', () => {
    const { batch, sections } = published(
      draft({ sections: [section({ asked: asked('yes') })] }) as ShowableDraft,
      NOW,
    );
    const [kept] = sections;
    const movedAt = NOW + DAY;

    expect(kept!.asked).toEqual(asked('yes'));
    expect(draftOf(batch, sections).sections[0]!.asked).toEqual(asked('yes'));
    expect(draftOf(batch, [{ ...kept!, movedAt }]).sections[0]!.asked).toEqual(askNow(section(), movedAt));
    expect(draftOf(batch, [{ ...kept!, instructor: '陈静' }]).sections[0]).not.toHaveProperty('asked');
    expect(copyOf(batch, sections, NOW).sections[0]).not.toHaveProperty('asked');
  });
});
