import { hasLink, mayMessage, messageLesson } from '../../../domain/lesson/message';
import { section } from '../line/sections';

test.each([
  'http://a.example/x',
  '看 HTTPS://x',
  'ｗｗｗ．baidu．com',
  'baidu.com',
  '去 shop . com 买',
  'mp.example.com/s/abc',
  'app://dl/business',
  '#小程序://惠工课堂/abc',
  '点 suo.im',
  '点 dwz.win/a1b2',
  '点 u6.gg/k1',
  'a.b.example:8080/x',
  '到 198.51.100.7/down 下载',
  '198.51.100.7:8080',
])('has a link: %j', text => expect(hasLink(text)).toBe(true));

test.each([
  '明天 19:30 上课，带茶杯',
  '从 3.5 米的侧门进，材料费 12.50 元',
  '第3次课改在 205.请早点到',
  '请带 A4.纸',
  'PPT 在群里，联系 wechat: teacher_li',
  '2.5 小时/次，3.5m/人',
  '3.9/3.16 两次都在 2.3/2.4 教室',
  '版本 1.2.3.4 以上',
  '分组 9.1.3.2：地址看群',
])('has none: %j', text => expect(hasLink(text)).toBe(false));

describe('the lesson that a message is about', () => {
  const at = (startsAt: number, change: object = {}) => ({ startsAt, endsAt: startsAt + 10, ...change });
  // Moved and added lessons keep their index, wherever they are in time.
  const lessons = [at(100), at(300), at(200, { cancelled: true }), at(150)];

  test.each([
    ['before all of them', 0, 0],
    ['the last millisecond of a lesson', 109, 0],
    ['its end', 110, 3],
    ['a lesson that was called off is none', 160, 1],
    ['after all of them it is the last one', 310, 1],
  ])('%s', (_, now, index) => expect(messageLesson({ lessons }, now)).toBe(index));
});

test('two messages about a lesson, not three, and none to a class where nobody has a seat', () => {
  const full = section({}, 'a', 'b', 'c');

  expect([undefined, [1], [1, 2]].map(messagedAt => mayMessage(full, messagedAt ? { messagedAt } : {}))).toEqual([
    true,
    true,
    { refused: 'MESSAGES_USED_UP' },
  ]);
  expect(mayMessage(section({ capacity: 0 }, 'a'), {})).toEqual({ refused: 'NOBODY_SEATED' });
  expect(mayMessage(section(), {})).toEqual({ refused: 'NOBODY_SEATED' });
});
