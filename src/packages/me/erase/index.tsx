import { View } from '@tarojs/components';
import { useState } from 'react';
import type { EraseOutlook } from '../../../../domain/api';
import { dayText } from '../../../../domain/base/clock';
import { wordsOf } from '../../../../domain/line/place-words';
import { call } from '../../../app/call/call';
import { tapped } from '../../../app/clock/server-clock';
import { go } from '../../../app/way/go';
import { told } from '../../../ui/a11y';
import { Button } from '../../../ui/button';
import { Heading, GroupHead } from '../../../ui/heading';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../app/page/page';
import { forgetPerson } from '../../../app/memory/forget';
import { eraseOutlook, ownData } from '../../../features/privacy/own-data';
import { useAsked } from '../../../app/memory/use-asked';
import { EraseSheet } from './erase-sheet';
import './index.scss';
import { Answered } from '../../../app/page/answered';

/** 删除我的资料: first says in full what will happen, then asks for two confirmations. */
export default function Erase() {
  const { data } = useAsked(eraseOutlook, { when: false });
  const [sheet, setSheet] = useState(false);
  const [begun, setBegun] = useState(false);

  const erase = async () => {
    const answer = await call('member.erase', { confirmed: '删除我的资料', ...tapped() });
    if (!answer.ok) return answer.message;
    setSheet(false);
    setBegun(true);
    forgetPerson();
    ownData.put(() => ({ groups: [], erasingSince: answer.data.startedAt }));
    return undefined;
  };
  if (begun) return <Begun />;
  const may = data?.staff === 'no';
  return (
    <Page
      title="删除我的资料"
      testId="erase"
      dock={
        may && (
          <Button kind="ink" onTap={() => setSheet(true)} testId="erase-next">
            我看完了，下一步
          </Button>
        )
      }
      over={
        sheet && (
          <EraseSheet
            hasPlace={(data?.leaves.length ?? 0) + (data?.away.length ?? 0) > 0}
            erase={erase}
            onClose={() => setSheet(false)}
          />
        )
      }
    >
      <Answered to={eraseOutlook}>{outlook => <Outlook of={outlook} />}</Answered>
    </Page>
  );
}

function Outlook({ of }: { of: EraseOutlook }) {
  const { leaves, away, past, roles, staff, missed, rememberedUntil } = of;
  return (
    <>
      {staff === 'no' ? (
        <View className="t2">您可以随时删除资料。先看看删了会怎样。</View>
      ) : (
        <Notice kind="danger" testId="still-staff">
          {staff === 'last' && '您是最后一位工会工作人员，先在“工会工作台”的“人员”里邀请另一位。'}
          您现在是工会工作人员，自己不能直接删除：请另一位工作人员在“人员”里收回您的权限，再来删除。
        </Notice>
      )}
      <GroupHead>马上会怎样</GroupHead>
      <View className="card pad" data-testid="erase-now">
        <View className="erase__line">姓名、手机、单位、通知、消息同意，全部删除，找不回来。</View>
        {leaves.map(({ title, number, ...place }) => (
          <View key={title} className="erase__line">
            {wordsOf(place).erased(title, number)}
          </View>
        ))}
        {away.map(({ title, lessons }) => (
          <View key={title} className="erase__line">
            {lessons > 0
              ? `${title}已经不再递补：后面 ${lessons} 次课按请假办，座位借给候补的人。`
              : `${title}已经不再递补，座位空着。`}
          </View>
        ))}
        {roles.length > 0 && (
          <View className="erase__line">{roles.join('、')}的权限随之收回，要人再邀请才能回来。</View>
        )}
      </View>
      <GroupHead>会留下什么</GroupHead>
      <View className="card pad" data-testid="erase-kept">
        <View className="erase__line">
          {past > 0 ? `上完的 ${past} 个班只留人数：` : '上过的课只留人数：'}座位和到课还在，看不出是谁。
        </View>
        <View className="erase__line">工会的操作记录还在，您的名字换成“已注销”，只写给您一个人的原因也删掉。</View>
        {roles.length > 0 && (
          <View className="erase__line">
            您担任{roles.join('、')}时做过的事，名字从做的那天起留 3 年，到期也换成“已注销”。
          </View>
        )}
        {rememberedUntil !== null && (
          <View className="erase__line">
            到 {dayText(rememberedUntil)} 为止，系统记着一个代号：{missed > 0 ? `还在计的 ${missed} 次缺课，和` : ''}
            您来过。上过课、考勤还没确认的，确认时没到的照样记。这样谁也不能靠删除抹掉缺课、冒充第一次来。到期自动删。
          </View>
        )}
      </View>
      <View className="t3 sm stack-4">删完大约要三分钟。以后再来，就和新来的人一样，从头填资料。</View>
      <Button kind="link" size="small" className="stack-2" role="link" onTap={go.myData} testId="erase-see-first">
        先看看、导出我的数据
      </Button>
    </>
  );
}

function Begun() {
  return (
    <Page title="删除我的资料" testId="erase-begun">
      <View className="card pad" {...told({ live: 'polite' })}>
        <Heading level={1}>已经开始删除</Heading>
        <View className="stack-3">资料和座位已经没有了。其余的大约三分钟删完，您不用等在这里。</View>
        <View className="t2 stack-2">谢谢您来过。什么时候想再学点什么，欢迎回来。</View>
        <Button kind="ink" className="stack-6" onTap={go.home} testId="erase-home">
          回首页
        </Button>
      </View>
    </Page>
  );
}
