import type { RoleHolder } from '../../../../domain/api';
import type { Role } from '../../../../domain/model';
import { ROLE_WORDS } from '../../../../domain/people/role-words';
import { ActWithReason } from '../../../app/act/act-with-reason';
import { useAct } from '../../../app/act/use-act';

interface DismissProps {
  person: RoleHolder;
  role: Role;
  onClose: () => void;
}

/** Takes a role back, with a reason for the record. */
export function DismissSheet({ person: { memberId, name, isMe }, role, onClose }: DismissProps) {
  const { act, ...of } = useAct('invite.dismiss');
  return (
    <ActWithReason
      of={of}
      title={`收回${isMe ? '您自己' : name}的${ROLE_WORDS[role]}权限`}
      text={`马上生效，${isMe ? '您' : '对方'}下一次打开就看不到了。以后可以再邀请。`}
      label="确定收回"
      takes
      insteadLabel="先不收回"
      example="例如 本期不再任课"
      onAct={reason => void act({ memberId, role, reason }, () => onClose())}
      onClose={onClose}
      testId="dismiss"
    />
  );
}
