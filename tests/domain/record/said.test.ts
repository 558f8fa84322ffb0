import { listed, named, said, sentenceOf, sentenceOn } from '../../../domain/record/said';
import type { RecordEntry } from '../../../domain/model';

const li = named('m1', { name: '李文秀' });

test('a sentence is text and people; text that meets text is one text, and nothing empty stands in it', () => {
  expect(said`茶艺：把${li}移出队伍`).toEqual(['茶艺：把', { memberId: 'm1', name: '李文秀' }, '移出队伍']);
  expect(said`${li}第 ${3} 位${''}`).toEqual([li, '第 3 位']);
  expect(said`补签：${['a', li, '到']}`).toEqual(['补签：a', li, '到']);
  expect(said`${li}${li}`).toEqual([li, li]);
  expect(said``).toEqual([]);
});

test('sentences are joined by a mark between them', () => {
  expect(listed([])).toEqual([]);
  expect(listed([[li, ' 到'], ['无人']])).toEqual([li, ' 到', '、', '无人']);
});

test('it is read with the names in it', () => {
  expect(sentenceOf('归档')).toBe('归档');
  expect(sentenceOf(['把', li, '移出'])).toBe('把李文秀移出');
  expect(sentenceOn({ summary: '旧的一句' } as RecordEntry)).toBe('旧的一句');
  expect(sentenceOn({ parts: ['把', li] } as RecordEntry)).toBe('把李文秀');
  expect(sentenceOn({} as RecordEntry)).toBe('');
});
