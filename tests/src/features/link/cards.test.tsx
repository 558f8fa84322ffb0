import { batchCardOf, homeCard, seatCardOf, sectionCardOf } from '../../../../src/features/link/cards';
import { cardPicture } from '../../../../src/features/link/card-picture';
import { batch, STROKE, tea } from '../../sample';

test('home and batch say when it opens, by the day and not by "tonight"; an open batch says how many classes it has', () => {
  expect(homeCard(batch).title).toBe('惠工课堂：春季第一期，2月1日 20:00 开放报名');
  expect(homeCard()).toMatchObject({ page: 'pages/home/index', query: '' });
  expect(batchCardOf(batch, STROKE - 1).title).toBe('春季第一期，2月1日 20:00 开放报名');
  expect(batchCardOf(batch, STROKE).title).toBe('春季第一期，3 个班');
  expect(batchCardOf(batch, STROKE)).toMatchObject({ page: 'pages/batch/index', query: 'batchId=b1' });
});

test('a section says course, class and hours, and opens by its ids', () => {
  expect(sectionCardOf(tea)).toEqual({
    title: '茶艺一班，周三 19:00–20:30',
    page: 'pages/section/index',
    query: 'batchId=b1&sectionId=tea',
    categories: ['tea'],
  });
});

test('a seat of mine says that I have one, and nobody’s name or place in the line', () => {
  expect(seatCardOf(tea).title).toBe('我报上了茶艺一班，周三 19:00–20:30');
  expect(JSON.stringify(seatCardOf(tea))).not.toMatch(/第 ?\d|李文秀|memberId/);
});

test.each([1, 2, 3, 4])('the picture with %d windows is 5 to 4, and every window lies on it', count => {
  const { width, height, strokes } = cardPicture((['tea', 'guqin', 'papercut', 'choir'] as const).slice(0, count));

  expect(width / height).toBe(5 / 4);
  expect(strokes.filter(one => one.draw === 'svg')).toHaveLength(1 + 2 * count);
  for (const one of strokes) {
    if (one.draw === 'text') continue;
    expect(one.x).toBeGreaterThanOrEqual(0);
    expect(one.y).toBeGreaterThanOrEqual(0);
    expect(one.x + one.width).toBeLessThanOrEqual(width);
    expect(one.y + one.height).toBeLessThanOrEqual(height);
  }
});

test('an unknown category of a later version is drawn as another', () => {
  expect(sectionCardOf({ ...tea, category: 'juggling' as never }).categories).toEqual(['other']);
});
