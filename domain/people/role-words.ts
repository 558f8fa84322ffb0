import type { Role } from '../model';

export const ROLE_WORDS: Record<Role, string> = { staff: '工会工作人员', organisation: '承办单位', instructor: '讲师' };
