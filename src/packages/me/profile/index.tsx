import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Profile } from '../../../../domain/contract';
import { checkProfile } from '../../../../domain/rules/profile';
import { call } from '../../../api/call';
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
import { leaveWaitingRooms } from '../../../state/waiting-room';
import { PhoneFromWechat } from './phone-from-wechat';
import './index.scss';

type Faults = Partial<Record<keyof Profile, string>>;

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

const BLANK: Profile = { name: '', phone: '', employer: '', unionMember: false };

function Form({ kept }: { kept: Profile | null }) {
  const [profile, setProfile] = useState<Profile>(kept ?? BLANK);
  const [faults, setFaults] = useState<Faults>({});
  const [state, setState] = useState<{ saving: boolean; message?: string }>({ saving: false });
  const change = (part: Partial<Profile>) => {
    setProfile({ ...profile, ...part });
    setFaults(Object.fromEntries(Object.entries(faults).filter(([name]) => !(name in part))));
  };

  const save = async () => {
    const checked = checkProfile(profile);
    if (!('profile' in checked)) {
      setFaults(checked.details.fields);
      return;
    }
    setState({ saving: true });
    const answer = await call('member.save', checked.profile);
    if (answer.ok) {
      me.put(known => ({ roles: known?.roles ?? [], profile: answer.data.profile }));
      leaveWaitingRooms();
      go.back();
      return;
    }
    if (answer.code === 'BAD_PROFILE') setFaults(answer.details.fields);
    setState({ saving: false, message: answer.message });
  };

  const dock = (
    <Tap
      className={state.saving ? 'btn btn--busy' : 'btn btn--go'}
      disabled={state.saving}
      onTap={() => void save()}
      testId="save-profile"
    >
      {state.saving && <View className="btn__turn" />}
      {state.saving ? '正在保存' : '保存'}
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
      {state.message && (
        <View className="stack-4" {...told({ live: 'assertive' })}>
          <Note kind="danger">{state.message}</Note>
        </View>
      )}
    </Page>
  );
}
