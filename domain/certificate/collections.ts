import { collection } from '../base/collection';
import { facts } from '../base/own-fact';
import type { Certificate } from './certificate';

export const CERTIFICATE_COLLECTIONS = {
  certificates: collection<Certificate>()({
    indexes: [
      { name: 'code', on: { code: 1 } },
      { name: 'memberId', on: { memberId: 1 } },
      { name: 'sectionId', on: { sectionId: 1 } },
    ],
    holds: {
      title: '结课证明',
      what: '您领取的结课证明：姓名、课程、学时、来了几次、编号',
      why: '您要用时能拿出来，别人能核对真假',
      seenBy: '本人、工会工作人员；知道编号的人能核对，姓名只显示头尾',
      kept: '一直保存，直到您的资料删除',
      erased: '删除，编号从此查不到',
    },
    about: ['memberId'],
    removedByErasure: true,
    rows: one => [
      facts({
        课程: one.title,
        学时: `${one.hours}`,
        编号: one.code,
        领取: one.issuedAt,
        撤销: one.revoked?.at,
      }),
    ],
  }),
};
