/**
 * npm run doctor: says in sentences what is missing in an environment. Changes nothing; its exit code is 1 if
 * anything is missing.
 */
import { missingIn } from './missing';
import { planOf } from './plan';
import { command, NO_KEYS, prepare } from './prepare';
import { remarks } from './remarks';
import { Told } from './told';

command(async () => {
  const prepared = await prepare();
  if (!prepared) return 0;
  const { options, wanted, values, measured, there } = prepared;
  if (!there) throw new Told(NO_KEYS, 2);

  const found = await there.cloud.read(wanted);
  const plan = planOf(wanted, found, values);
  const missing = missingIn(plan);
  for (const remark of remarks(wanted, found, values, measured)) console.log(`顺便说一声：${remark}`);
  if (missing.length === 0) {
    const { functions, collections } = wanted;
    console.log(
      `环境 ${options.env} 都对：${functions.length} 个函数，${collections.length} 个集合，索引、权限、定时器和变量。`,
    );
    return 0;
  }
  console.log(`环境 ${options.env} 有 ${missing.length} 处不对：\n${missing.map(one => `  · ${one}`).join('\n')}`);
  if (plan.steps.length > 0) console.log(`\n能自动补的，这条命令补：npm run deploy -- --env ${options.env}`);
  return 1;
});
