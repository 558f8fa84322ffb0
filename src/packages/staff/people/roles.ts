import type { Role } from '../../../../domain/model';

export const GROUPS: { role: Role; title: string; empty: string }[] = [
  { role: 'staff', title: '工会工作人员', empty: '还没有工会同事' },
  { role: 'organisation', title: '承办单位', empty: '还没有承办单位' },
  { role: 'instructor', title: '讲师', empty: '还没有讲师' },
];

/** What somebody will be able to do, shown before the invitation is made. */
export const MAY: Record<Role, string> = {
  staff: '能准备和发布期次、看所有名单、邀请人员和收回权限。',
  organisation: '只能看自己承办的班和名单，手机号只显示一部分。',
  instructor: '只能看课表上写着自己名字的班和名单，手机号只显示一部分。',
};
