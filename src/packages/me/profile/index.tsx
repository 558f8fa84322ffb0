import { View } from '@tarojs/components';
import { LENGTH } from '../../../../domain/bounds';
import type { Profile } from '../../../../domain/api';
import { MEMBERSHIP_WORDS } from '../../../../domain/line/membership';
import { go } from '../../../app/way/go';
import { Choice } from '../../../ui/choice';
import { Field } from '../../../ui/field';
import { Page } from '../../../app/page/page';
import { Loading } from '../../../app/page/states';
import { Button } from '../../../ui/button';
import { Fault } from '../../../ui/notice';
import { me } from '../../../app/known/member';
import { useAsked } from '../../../app/memory/use-asked';
import { sectionTitle } from '../../../app/words';
import { claimAfterForm, goesOn, useWanted, type Wanted } from './for-claim';
import { PhoneFromWechat } from './phone-from-wechat';
import { useProfile } from './use-profile';
import './index.scss';
import { Why, WhyNot } from './why';

/** The profile. It is asked for only when it is needed. */
export default function ProfilePage() {
  const asked = useAsked(me);
  const wanted = useWanted();
  // The form starts from what is known. It waits for the first answer so that nothing typed is overwritten.
  if (asked.data === undefined && !asked.failed)
    return (
      <Page title="我的资料">
        <Loading rows={3} />
      </Page>
    );
  return <Form kept={asked.data?.profile ?? null} wanted={wanted} />;
}

const MEMBERSHIPS = Object.entries(MEMBERSHIP_WORDS) as [keyof typeof MEMBERSHIP_WORDS, string][];

function Form({ kept, wanted }: { kept: Profile | null; wanted: Wanted | undefined }) {
  const { profile, faults, busy, message, change, save } = useProfile(kept, saved =>
    goesOn(saved, wanted) ? claimAfterForm(wanted) : go.back(),
  );
  const claims = goesOn(profile, wanted) ? sectionTitle(wanted.section) : undefined;
  const dock = (
    <Button
      kind="go"
      busy={busy}
      busyLabel={claims ? '正在保存和报名' : '正在保存'}
      main
      onTap={() => void save()}
      testId="save-profile"
    >
      {claims ? `保存并报名${claims}` : '保存'}
    </Button>
  );

  return (
    <Page title="我的资料" testId="profile" dock={dock}>
      {wanted && <Why wanted={wanted} kept={kept} />}
      <View className="t2">填一次，以后报名只要点一下。只有您的任课老师和工会工作人员会用到。</View>
      <Button kind="link" size="small" role="link" onTap={go.privacy} testId="to-privacy">
        我们记什么、留多久
      </Button>
      <Field
        name="姓名"
        value={profile.name}
        fault={faults.name}
        onInput={name => change({ name })}
        maxLength={LENGTH.profile}
        example="和身份证上一样"
        testId="field-name"
      />
      <Field
        name="手机"
        value={profile.phone}
        fault={faults.phone}
        onInput={phone => change({ phone })}
        example="11 位手机号"
        digits
        testId="field-phone"
      />
      {!kept && <PhoneFromWechat onPhone={phone => change({ phone })} />}
      <Field
        name="工作单位"
        value={profile.employer}
        fault={faults.employer}
        onInput={employer => change({ employer })}
        maxLength={LENGTH.profile}
        example="单位全称"
        hint="跑外卖、开网约车的，填所在街道或行业工会"
        testId="field-employer"
      />
      <Choice
        name="您是工会会员吗？"
        value={profile.membership ?? undefined}
        options={MEMBERSHIPS}
        hint="有的期次只面向会员，别的都能报"
        fault={faults.membership}
        onChoose={membership => change({ membership })}
        testId="field-member"
      />
      <Field
        name="所在镇街（选填）"
        value={profile.district ?? ''}
        fault={faults.district}
        onInput={district => change({ district })}
        maxLength={LENGTH.profile}
        example="有的期次只面向部分镇街"
        testId="field-district"
      />
      {wanted && <WhyNot profile={profile} wanted={wanted} />}
      <Fault says={message} className="stack-4" />
    </Page>
  );
}
