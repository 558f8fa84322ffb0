import { Text, View } from '@tarojs/components';
import type { Profile } from '../../../domain/api';
import { maskPhone } from '../../../domain/base/mask';
import { membershipOf } from '../../../domain/line/membership';
import { go } from '../../app/way/go';
import { Door } from '../../ui/door';
import { Page } from '../../app/page/page';
import { Shown } from '../../app/page/states';
import { Switch } from '../../ui/switch';
import { setLarge, useAppearance } from '../../ui/appearance/appearance';
import { Button } from '../../ui/button';
import { Heading, GroupHead } from '../../ui/heading';
import { Fact } from '../../ui/fact';
import { me } from '../../app/known/member';
import { useAsked } from '../../app/memory/use-asked';
import { CALM_MS, useServerNow } from '../../app/clock/use-now';
import { useShown } from '../../app/page/use-shown';
import './index.scss';
import { Today } from './today';

/** 我的: my profile, larger letters, the rules, and links for people who have a role. */
export default function Me() {
  const shown = useShown();
  const now = useServerNow(shown, CALM_MS);
  const asked = useAsked(me);
  const { large } = useAppearance();
  const roles = asked.data?.roles ?? [];
  return (
    <Page title="我的" tab testId="me">
      <Shown asked={asked} now={now} again={() => void me.ask()}>
        {({ profile }) => (
          <View className="card pad">
            {profile ? (
              <>
                <View className="split me__name">
                  <Heading level={1} testId="my-name">
                    {profile.name}
                  </Heading>
                  <Button kind="ink" size="small" onTap={() => go.profile()} testId="edit-profile">
                    修改
                  </Button>
                </View>
                <Fact name="手机">
                  <Text className="num">{maskPhone(profile.phone)}</Text>
                </Fact>
                <Fact name="单位">{profile.employer}</Fact>
                <Fact name="会员">{membershipText(profile)}</Fact>
              </>
            ) : (
              <>
                <Heading level={2}>还没有填资料</Heading>
                <View className="t2 stack-2">报名前填一次，开放时只要点一下。随便看看不用填。</View>
                <Button kind="go" className="stack-4" onTap={() => go.profile()} testId="edit-profile">
                  填写资料
                </Button>
              </>
            )}
          </View>
        )}
      </Shown>
      {roles.length > 0 && (
        <>
          <GroupHead>我的工作</GroupHead>
          <View className="card">
            {(roles.includes('instructor') || roles.includes('organisation')) && (
              <>
                {roles.includes('instructor') && <Today now={now} />}
                <Door
                  label={roles.includes('instructor') ? '我教的班' : '我们承办的班'}
                  text="课表和名单"
                  onTap={go.sectionsITeach}
                  testId="door-instructor"
                />
              </>
            )}
            {roles.includes('staff') && (
              <Door label="工会工作台" text="待办、期次、考勤、人员和记录" onTap={go.desk} testId="door-staff" />
            )}
          </View>
        </>
      )}
      <GroupHead>其他</GroupHead>
      <View className="card">
        <Switch
          name="大字模式"
          text="字更大，按钮更宽"
          on={large}
          onChange={setLarge}
          className=""
          testId="large-letters"
        />
        <Door label="通知" text="轮到您、课有变动，说过的都在这里" onTap={go.notices} testId="door-notices" />
        <Door label="结课证明" text="领到的证明、学时，核对真假" onTap={go.certificates} testId="door-certificates" />
        <Door label="报名规则" text="怎样报名、候补和退课" onTap={go.help} testId="door-help" />
        <Door label="我的数据" text="看、导出、删除" onTap={go.myData} testId="door-data" />
        <Door label="隐私说明" text="记什么、留多久、谁看得到" onTap={go.privacy} testId="door-privacy" />
        <Door label="我有邀请码" text="讲师、承办单位和工会工作人员用" onTap={() => go.invite()} testId="door-invite" />
      </View>
    </Page>
  );
}

const MEMBER_WORDS = { yes: '工会会员', no: '还不是会员', unsure: '不清楚是不是会员' };

function membershipText(profile: Profile): string {
  const said = membershipOf(profile);
  return said ? MEMBER_WORDS[said] : '还没有说，点“修改”选一下';
}
