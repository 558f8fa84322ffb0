import { useState } from 'react';
import { LENGTH } from '../../../../domain/bounds';
import type { RoleHolder } from '../../../../domain/api';
import type { Role } from '../../../../domain/model';
import { ROLE_WORDS } from '../../../../domain/people/role-words';
import { useAct } from '../../../app/act/use-act';
import { Field } from '../../../ui/field';
import { ActSheet } from '../../../ui/act-sheet';

interface DismissProps {
  person: RoleHolder;
  role: Role;
  onClose: () => void;
}

/** Takes a role back, with a reason for the record. */
export function DismissSheet({ person, role, onClose }: DismissProps) {
  const [reason, setReason] = useState('');
  const { state, act, say } = useAct('invite.dismiss');
  const dismiss = () => {
    if (!reason.trim()) return say('请写一句原因，会记在操作记录里');
    return void act({ memberId: person.memberId, role, reason: reason.trim() }, () => onClose());
  };
  return (
    <ActSheet
      title={`收回${person.isMe ? '您自己' : person.name}的${ROLE_WORDS[role]}权限`}
      text={<>马上生效，{person.isMe ? '您' : '对方'}下一次打开就看不到了。以后可以再邀请。</>}
      state={state}
      label="确定收回"
      takes
      insteadLabel="先不收回"
      onAct={dismiss}
      onClose={onClose}
      testId="dismiss-now"
    >
      <Field
        name="原因"
        value={reason}
        onInput={setReason}
        maxLength={LENGTH.reason}
        example="例如 本期不再任课"
        testId="dismiss-reason"
      />
    </ActSheet>
  );
}
