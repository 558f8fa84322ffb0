import { collection } from '../base/collection';
import { DAY } from '../base/clock';
import { facts } from '../base/own-fact';
import type { Invite, Member } from '../model';
import { MEMBERSHIP_WORDS, membershipOf } from '../line/membership';
import { ROLE_WORDS } from './role-words';

const YEAR = 365 * DAY;

function membershipText(member: Member): string {
  const said = membershipOf(member);
  return said ? MEMBERSHIP_WORDS[said] : '没有问过';
}

export const PEOPLE_COLLECTIONS = {
  members: collection<Member>()({
    indexes: [
      { name: 'phone', on: { phone: 1 } },
      { name: 'name', on: { name: 1 } },
      { name: 'roles', on: { roles: 1 } },
    ],
    holds: {
      title: '我的资料',
      what: '姓名、手机号、工作单位、所在镇街（选填）、是不是工会会员；工作人员和讲师另有身份；微信给的用户编号（OPENID）',
      why: '核对报名资格，签到点名，开课前联系您',
      seenBy: '本人、工会工作人员；您的讲师和承办单位看到姓名、单位和隐去中间四位的手机号',
      kept: '到您删除为止；三年没有报名也没有改过资料的，先通知，30 天后删除',
      erased: '当场删除',
    },
    about: ['_id'],
    removedByErasure: true,
    rows: one => [
      facts({
        姓名: one.name,
        手机号: one.phone,
        单位: one.employer,
        镇街: one.district,
        工会会员: membershipText(one),
        身份: one.roles.map(role => ROLE_WORDS[role]).join('、'),
        讲师姓名: one.instructorName,
        讲师所属单位: one.instructorFor?.join('、'),
        承办单位: one.organisation,
        微信用户编号: one.openid,
        上课前一天提醒: one.noReminders ? '不要' : undefined,
        填写时间: one.createdAt,
        最近修改: one.updatedAt,
      }),
    ],
  }),
  invites: collection<Invite>()({
    indexes: [{ name: 'createdAt', on: { createdAt: -1 } }],
    holds: {
      title: '身份邀请',
      what: '邀请谁做讲师、承办单位或工作人员，谁用了',
      why: '身份从哪里来',
      seenBy: '工会工作人员',
      kept: '过期之后 1 年',
      erased: '去掉名字和编号',
    },
    about: ['usedBy', 'createdBy'],
    kept: { ms: YEAR, since: 'expiresAt' },
    rows: (one, { memberId }) => [
      one.usedBy === memberId
        ? facts({
            邀请我做: ROLE_WORDS[one.role],
            名字: one.name,
            单位: one.organisation,
            开出: one.createdAt,
            接受: one.usedAt,
          })
        : facts({ 我开出的邀请: ROLE_WORDS[one.role], 开出: one.createdAt, 过期: one.expiresAt }),
    ],
  }),
};
