/** npm run deploy: names what is missing in an environment, and then makes it. */
import { createInterface } from 'node:readline/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { apply } from './apply';
import { NOTHING } from './found';
import { missingIn } from './missing';
import { planOf } from './plan';
import { command, NO_KEYS, prepare } from './prepare';
import { remarks } from './remarks';
import { sayPlan } from './say';
import { Told } from './told';
import { trouble } from './trouble';

command(async () => {
  const prepared = await prepare();
  if (!prepared) return 0;
  const { options, wanted, values, measured, there } = prepared;
  if (!there && !options.dryRun) throw new Told(NO_KEYS, 2);

  console.log(`环境 ${options.env}${there ? '' : '（没有密钥，没有连上去看：下面按一个空环境来算）'}`);
  const found = there ? await there.cloud.read(wanted) : NOTHING;
  const plan = planOf(wanted, found, values);
  console.log(`\n${sayPlan(plan, wanted.functions)}\n`);
  for (const remark of remarks(wanted, found, values, measured)) console.log(`顺便说一声：${remark}`);
  if (options.dryRun || !there) {
    console.log('\n这是演练（--dry-run）：什么也没有做。');
    return 0;
  }
  if (plan.steps.length === 0) return plan.needs.length > 0 ? 1 : 0;
  if (!options.yes && !(await agreed(options.env))) return 1;

  const { left, failed } = await apply(plan, {
    wanted,
    values,
    ...there,
    tell: sentence => console.log(`· ${sentence}`),
    sleep,
  });
  for (const one of failed) console.log(`\n函数 ${one.function} 没有部署成：${trouble(one.error, options.env)}`);
  const missing = missingIn(left);
  console.log(
    missing.length > 0
      ? `\n做完了，还有这些不对：\n${missing.map(one => `  · ${one}`).join('\n')}`
      : '\n做完了，都对了。',
  );
  return missing.length > 0 ? 1 : 0;
});

async function agreed(env: string): Promise<boolean> {
  if (!process.stdin.isTTY) throw new Told('这里没有人可以问：请加 --yes。', 2);
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await asking.question(`\n在环境 ${env} 里这样做吗？输入 y 继续：`);
  asking.close();
  return answer.trim().toLowerCase() === 'y';
}
