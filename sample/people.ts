import { memberIdOf } from '../server/people/member-id';
import type { Member, Role } from '../domain/model';
import { openidOf } from './synthetic';

/** Somebody whose part a user of the local build can take. */
export interface SamplePerson {
  openid: string;
  name: string;
  role: 'worker' | Role;
}

interface Named {
  key: string;
  /** The text that the switcher shows for them. */
  label: string;
  profile?: Pick<Member, 'name' | 'phone' | 'employer' | 'unionMember' | 'membership'>;
  role?: Role;
  /** An instructor's name in the course sheets. */
  instructorName?: string;
  organisation?: string;
}

const NAMED: readonly Named[] = [
  {
    key: 'courier',
    label: '周建强 · 快递员',
    profile: { name: '周建强', phone: '13883012716', employer: '重庆顺达物流有限公司', unionMember: true },
  },
  {
    key: 'nurse',
    label: '林晓芸 · 护士，已在上课',
    profile: { name: '林晓芸', phone: '15823364408', employer: '永川区人民医院', unionMember: true },
  },
  {
    key: 'retiree',
    label: '张桂兰 · 退休职工',
    profile: { name: '张桂兰', phone: '13637790521', employer: '永川区萱花小学', unionMember: true },
  },
  {
    key: 'programmer',
    label: '何宇 · 还没入会',
    profile: {
      name: '何宇',
      phone: '18580143967',
      employer: '永川区大数据产业园管委会',
      unionMember: false,
      membership: 'no',
    },
  },
  { key: 'newcomer', label: '新来的 · 还没填信息' },
  {
    key: 'instructor',
    label: '李文秀 · 茶艺讲师',
    role: 'instructor',
    instructorName: '李文秀',
    profile: {
      name: '李文秀',
      phone: '13908360277',
      employer: '渝西茶艺培训学校',
      unionMember: false,
      membership: 'no',
    },
  },
  {
    key: 'organiser',
    label: '陈芳 · 承办单位',
    role: 'organisation',
    organisation: '重庆益才教育中心',
    profile: {
      name: '陈芳',
      phone: '13983551206',
      employer: '重庆益才教育中心',
      unionMember: false,
      membership: 'no',
    },
  },
  {
    key: 'staff',
    label: '王敏 · 区总工会',
    role: 'staff',
    profile: { name: '王敏', phone: '13594218830', employer: '永川区总工会', unionMember: true },
  },
];

const openid = (key: string) => openidOf('named', key);

export type NamedKey =
  'courier' | 'nurse' | 'retiree' | 'programmer' | 'newcomer' | 'instructor' | 'organiser' | 'staff';

export const namedId = (key: NamedKey): string => memberIdOf(openid(key));

/** In the order of the switcher. Somebody who has not chosen is the first. */
export const people = (): SamplePerson[] =>
  NAMED.map(({ key, label, role }) => ({ openid: openid(key), name: label, role: role ?? 'worker' }));

/** The members among them. One has not filled in a profile and so is no member yet. */
export const namedMembers = (createdAt: number): Member[] =>
  NAMED.flatMap(({ key, profile, role, instructorName, organisation }) => {
    if (!profile) return [];
    const ids = { _id: memberIdOf(openid(key)), openid: openid(key) };
    const runs = { ...(instructorName ? { instructorName } : {}), ...(organisation ? { organisation } : {}) };
    return [{ ...ids, ...profile, ...runs, roles: role ? [role] : [], createdAt, updatedAt: createdAt }];
  });
