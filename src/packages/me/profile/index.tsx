import { View } from '@tarojs/components';
import type { Profile } from '../../../../domain/contract';
import { go } from '../../../go';
import { told } from '../../../parts/a11y';
import { Field } from '../../../parts/field';
import { Note } from '../../../parts/marks';
import { Page } from '../../../parts/page';
import { Loading } from '../../../parts/states';
import { Switch } from '../../../parts/switch';
import { Tap } from '../../../parts/tap';
import { me } from '../../../state/member';
import { useAsked } from '../../../state/use-asked';
import { PhoneFromWechat } from './phone-from-wechat';
import { useProfile } from './use-profile';
import './index.scss';

/** The profile, asked for before it is needed and never to look around. */
export default function ProfilePage() {
  const asked = useAsked(me);
  // The form starts from what is known; it waits for the first answer so that nothing typed is overwritten.
  if (asked.data === undefined && !asked.failed)
    return (
      <Page title="我的资料">
        <Loading rows={3} />
      </Page>
    );
  return <Form kept={asked.data?.profile ?? null} />;
}

function Form({ kept }: { kept: Profile | null }) {
  const { profile, faults, saving, message, change, save } = useProfile(kept, go.back);
  const dock = (
    <Tap
      className={saving ? 'btn btn--busy' : 'btn btn--go'}
      disabled={saving}
      onTap={() => void save()}
      testId="save-profile"
    >
      {saving && <View className="btn__turn" />}
      {saving ? '正在保存' : '保存'}
    </Tap>
  );

  return (
    <Page title="我的资料" testId="profile" dock={dock}>
      <View className="t2">填一次，以后报名只要点一下。只有您的任课老师和工会工作人员会用到。</View>
      <Tap className="text-link sm" role="link" onTap={go.privacy} testId="to-privacy">
        我们记什么、留多久
      </Tap>
      <Field
        name="姓名"
        value={profile.name}
        fault={faults.name}
        onInput={name => change({ name })}
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
        example="单位全称，新就业群体填所在街道"
        testId="field-employer"
      />
      <Field
        name="所在镇街（选填）"
        value={profile.district ?? ''}
        fault={faults.district}
        onInput={district => change({ district })}
        example="有的期次只面向部分镇街"
        testId="field-district"
      />
      <Switch
        name="我是工会会员"
        text="有的期次只面向会员"
        on={profile.unionMember}
        onChange={unionMember => change({ unionMember })}
        className="card field-member"
        testId="field-member"
      />
      {message && (
        <View className="stack-4" {...told({ live: 'assertive' })}>
          <Note kind="danger">{message}</Note>
        </View>
      )}
    </Page>
  );
}
