import { View } from '@tarojs/components';
import { useState } from 'react';
import { LENGTH } from '../../../../domain/bounds';
import type { Output } from '../../../../domain/api';
import { ROLE_WORDS } from '../../../../domain/people/role-words';
import { useDoing } from '../../../app/act/use-doing';
import { call } from '../../../app/call/call';
import { go } from '../../../app/way/go';
import { told } from '../../../ui/a11y';
import { Field } from '../../../ui/field';
import { Page } from '../../../app/page/page';
import { Heading } from '../../../ui/heading';
import { Fault } from '../../../ui/notice';
import { Fact } from '../../../ui/fact';
import { Button } from '../../../ui/button';
import { me } from '../../../app/known/member';
import { useParameters } from '../../../app/way/use-parameters';

type Invitation = Output<'invite.look'>;

/** For a code from the union: shows what the invitation is for, then accepts it. */
export default function InvitePage() {
  const params = useParameters('invite');
  const [code, setCode] = useState(params.code ?? '');
  const [invitation, setInvitation] = useState<Invitation>();
  const [accepted, setAccepted] = useState(false);
  const { state, run, say } = useDoing();

  const look = async () => {
    const answer = await call('invite.look', { code });
    return answer.ok ? setInvitation(answer.data) : answer.message;
  };
  const accept = async () => {
    const answer = await call('invite.accept', { code });
    if (!answer.ok) return answer.message;
    me.put(known => ({ profile: known?.profile ?? null, roles: answer.data.roles }));
    return setAccepted(true);
  };

  const step = accepted
    ? { label: '去“我的”看看', onTap: go.me }
    : invitation
      ? { label: '接受邀请', onTap: () => void run(accept) }
      : { label: '下一步', onTap: () => (code.trim() ? void run(look) : say('请先输入邀请码')) };
  const dock = (
    <Button kind="go" busy={state.busy} onTap={step.onTap} testId="invite-next">
      {step.label}
    </Button>
  );
  return (
    <Page title="接受邀请" testId="invite" dock={dock}>
      {!invitation && (
        <>
          <View className="t2">工会工作人员发给您的 10 位邀请码，大小写和空格都不要紧。</View>
          <Field
            name="邀请码"
            value={code}
            onInput={setCode}
            maxLength={LENGTH.inviteCode}
            example="例如 7K3MP QX9TA"
            testId="invite-code-typed"
          />
        </>
      )}
      {invitation && (
        <View className="card pad" {...told({ live: 'polite' })} data-testid="invitation">
          <Heading level={2} className="stack-2">
            {accepted ? `您已经是${ROLE_WORDS[invitation.role]}了` : `邀请您成为${ROLE_WORDS[invitation.role]}`}
          </Heading>
          <View className="stack-4">
            <Fact name="姓名">{invitation.name}</Fact>
            {invitation.organisation && <Fact name="单位">{invitation.organisation}</Fact>}
            <Fact name="邀请人">{invitation.invitedBy}</Fact>
          </View>
          {accepted && <View className="t2 stack-4">“我的”里多了“我的工作”，从那里进去。</View>}
        </View>
      )}
      <Fault says={state.message} className="stack-4" />
    </Page>
  );
}
