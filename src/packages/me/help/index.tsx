import { View } from '@tarojs/components';
import { MINUTE } from '../../../../domain/base/clock';
import { Contact } from '../../../features/batch/contact';
import { Page } from '../../../app/page/page';
import { batches } from '../../../app/known/catalog';
import { useAsked } from '../../../app/memory/use-asked';
import { useParameters } from '../../../app/way/use-parameters';
import { GroupHead } from '../../../ui/heading';
import './index.scss';

/** The rules in short, with the numbers that `domain` has. */
const RULES: { title: string; lines: string[] }[] = [
  {
    title: '报名',
    lines: [
      '到点开放，先到先得，看的是服务器的时间，和手机快慢无关。',
      '开放前可以先候场：填好资料，核对资格。到点按钮自动亮起，点一下就行。',
      '多点几次也只有一个座位。没收到答复时，小程序会替您查清楚，再告诉您。',
      '每期每人能报几个班，写在那一期的页面上，候补也算在内。',
      '上课时间有重叠的班，只能报一个，不同期次也一样。一节 20:00 下、一节 20:00 上，不算撞。',
    ],
  },
  {
    title: '候补',
    lines: [
      '名额满了可以排候补，排第几位当场告诉您。',
      '有人退课，后面的人按先后往前走，轮到的人直接入座，“我的课”里会有通知。',
      '报上一个班，和它撞时间的候补会自动退出，位置让给后面的人。',
      '候补也满了，会给您一张回执，写明最后一个座位几点给出、您几点到达。',
      '退出以后空出的位置，5 到 10 秒里的某一刻对所有人同时重新开放。',
    ],
  },
  {
    title: '退课',
    lines: [
      '退课有截止时间，写在每个班的页面上。截止前随时能退，座位马上给候补第 1 位。',
      '过了截止还想退，要再确认一次：座位有人接上没有影响，没人接会记一次缺课。',
      '候补随时可以退出。',
      '退了再想报，要重新排队。',
    ],
  },
  {
    title: '签到和请假',
    lines: [
      '上课前 30 分钟起，扫老师手机上的码，或输入码下面的四位数字。开课 5 分钟以后算迟到。',
      '码 10 秒换一次，截图很快失效。没有信号就请老师点名。',
      '哪一次来不了，开课前 2 小时可以请假。那一次的座位借给候补第 1 位，您的名额不变。',
      '开课前一天内才改时间的课，开课前都可以请假，没来也不记缺课。',
      '开课 15 分钟后还有空位，候补的人可以进来补位；20 分钟后谁都可以。',
      '有座位、没请假又没来，记一次缺课，90 天后消掉。只有期次写明了，缺课多的人才晚几分钟报名。',
      '记错了可以申诉，工会会答复。',
    ],
  },
  {
    title: '您的资料',
    lines: [
      '随便看看不用填资料，候场和报名才需要姓名、手机和单位。',
      '老师看到的手机号中间四位是隐去的，别的学员看不到您的资料。',
      '“我的数据”里看得到记着的全部，可以导出，也可以删除。删除前会先告诉您座位会怎样。',
      '删除后 90 天内再来，以前的缺课和“来过”照样算，别的都是新的。',
    ],
  },
];

/** For somebody who has just read that a batch is only for members. */
const JOIN = {
  title: '怎样入会',
  lines: [
    '单位有工会的，向单位工会交一份入会申请书，批准后就是会员。',
    '单位还没有工会的，向所在镇街总工会或行业工会申请。跑外卖、送快递、开网约车的也一样。',
    '不清楚自己是不是会员的，问一下单位工会；工资里按月扣会费的，一般就是。',
    '入会以后，到“我的”里把会员一项改成“是”，只面向会员的期次就能报。',
  ],
};

export default function Help() {
  const { at } = useParameters('help');
  const asked = useAsked(batches, { freshForMs: 10 * MINUTE });
  const contacts = new Map((asked.data?.batches ?? []).map(one => [one.contact, one]));
  const rules = at === 'join' ? [JOIN, ...RULES] : [...RULES, JOIN];
  return (
    <Page title="报名规则" testId="help">
      {rules.map(({ title, lines }) => (
        <View key={title}>
          <GroupHead>{title}</GroupHead>
          <View className="card pad">
            {lines.map((line, i) => (
              <View key={line} className="rule">
                <View className="rule__number t3 num">{i + 1}</View>
                <View className="grow">{line}</View>
              </View>
            ))}
          </View>
        </View>
      ))}
      {[...contacts].map(([number, batch]) => (
        <Contact key={number ?? ''} of={batch} />
      ))}
    </Page>
  );
}
