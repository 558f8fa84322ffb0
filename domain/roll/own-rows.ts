import { facts, type OwnFact, type Told } from '../base/own-fact';
import type { Mark, Roll } from './roll';
import { MARK_WORDS } from './mark-words';

const SOURCE_WORDS = { self: '自己签到', instructor: '讲师点名', staff: '工会改' };

/** The rows about one person on one lesson's roll. */
export function rollRows(roll: Roll, told: Told): OwnFact[][] {
  const { memberId } = told;
  const lesson = { 班: told.classOf(roll.sectionId) ?? roll.sectionId, 上课: roll.startsAt };
  const mine = <T extends { memberId: string }>(list: readonly T[]) => list.filter(one => one.memberId === memberId);
  const called = roll.marks.filter(mark => mark.by === memberId && mark.memberId !== memberId).length;
  const keys = Object.values(roll.codeKeys).filter(key => key.by === memberId);
  return [
    ...mine(roll.marks).map(mark => facts({ ...lesson, ...markFacts(mark) })),
    ...mine(roll.leaves).map(one => facts({ ...lesson, 请假: one.at, 理由: one.reason })),
    ...mine(roll.comings ?? []).map(one => facts({ ...lesson, 取消请假: one.at })),
    ...mine(roll.guests).map(one =>
      facts({ ...lesson, 补位: one.as === 'lent' ? '借给我的座位' : '到门口补位', 时间: one.at }),
    ),
    ...roll.guests
      .filter(one => one.seatOf === memberId)
      .map(one => facts({ ...lesson, 借出: '我的座位借给了候补', 时间: one.at })),
    ...(roll.declined.includes(memberId) ? [facts({ ...lesson, 借座: '让给了下一位' })] : []),
    ...(roll.expected.includes(memberId)
      ? [facts({ ...lesson, 确认考勤: roll.noShows.includes(memberId) ? '记缺课' : '在名单上' })]
      : roll.noShows.includes(memberId)
        ? [facts({ ...lesson, 确认考勤: '晚退没有人接，记缺课' })]
        : []),
    ...mine(roll.appeals).map(one =>
      facts({
        ...lesson,
        申诉: one.text,
        时间: one.at,
        答复: one.answer?.text,
        结果: one.answer && (one.answer.forgiven ? '不算缺课' : '维持缺课'),
      }),
    ),
    ...(called > 0 ? [facts({ ...lesson, 我点的名: `${called} 条` })] : []),
    ...keys.map(key =>
      facts({
        ...lesson,
        我出示的签到码: key.place ? `位置 ${key.place.latitude}, ${key.place.longitude}` : '没有位置',
      }),
    ),
  ];
}

const markFacts = (mark: Mark) => ({
  考勤: mark.state ? MARK_WORDS[mark.state] : '撤回',
  怎么来的: SOURCE_WORDS[mark.source],
  时间: mark.at,
  原因: mark.reason,
  离教室: mark.metres === undefined ? undefined : `约 ${mark.metres} 米`,
});
