import { createHash } from 'node:crypto';
import { memberIdOf } from '../server/people/member-id';
import type { Member } from '../domain/model';
import { Random } from '../scripts/crowd/random';

const SURNAMES = [
  ...'王李张刘陈杨黄赵周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
];
const FIRST = [...'小晓志建国文丽秀桂玉春美雅思佳永明海淑宏家世雨天子德光俊红金'];
const SECOND = [...'燕芳娟强军平华林梅英霞敏静磊洋勇艳杰涛超兰峰辉玲鹏丹慧婷琴波斌莉云宁'];
const EMPLOYERS = [
  '永川区人民医院',
  '永川区中医院',
  '永川区萱花小学',
  '永川区兴龙湖中学',
  '永川区公共交通有限公司',
  '重庆顺达物流有限公司',
  '永川区环境卫生管理所',
  '重庆渝西汽车配件制造有限公司',
  '永川区中山路街道办事处',
  '永川区胜利路街道社区卫生服务中心',
  '重庆茶山竹海旅游开发有限公司',
  '永川区自来水公司',
  '永川区农村商业银行',
  '永川区邮政局',
  '重庆永津建筑工程有限公司',
  '永川区大数据产业园管委会',
];
const PREFIXES = [
  '133',
  '135',
  '136',
  '138',
  '139',
  '150',
  '151',
  '158',
  '159',
  '177',
  '183',
  '185',
  '187',
  '189',
  '199',
];

/** 28 characters that begin like a mini-program's OPENIDs; the same words give the same one. */
export const openidOf = (...words: (string | number)[]): string =>
  `oHG${createHash('sha256').update(words.join(' ')).digest('base64url').replace(/[-_]/g, 'x').slice(0, 25)}`;

function personOf(random: Random): Pick<Member, 'name' | 'phone' | 'employer'> {
  const given = random.int(4) === 0 ? random.pick(SECOND) : random.pick(FIRST) + random.pick(SECOND);
  const digits = String(random.int(10 ** 8)).padStart(8, '0');
  return {
    name: random.pick(SURNAMES) + given,
    phone: random.pick(PREFIXES) + digits,
    employer: random.pick(EMPLOYERS),
  };
}

/** Workers who are not real: `count` members with a profile, the same for the same seed. */
export function syntheticMembers(count: number, seed: number, createdAt: number): Member[] {
  const random = new Random(seed);
  return Array.from({ length: count }, (_, index) => {
    const openid = openidOf('synthetic', seed, index);
    const profile = { ...personOf(random), unionMember: true };
    return { _id: memberIdOf(openid), openid, ...profile, roles: [], createdAt, updatedAt: createdAt };
  });
}
