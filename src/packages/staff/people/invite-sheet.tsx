import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { LENGTH } from '../../../../domain/bounds';
import { ROLES, type Role } from '../../../../domain/model';
import { dateText, timeText } from '../../../../domain/base/clock';
import { ROLE_WORDS } from '../../../../domain/people/role-words';
import { told } from '../../../ui/a11y';
import { Field } from '../../../ui/field';
import { Sheet } from '../../../ui/sheet';
import { Choice } from '../../../ui/choice';
import { Button } from '../../../ui/button';
import { Heading } from '../../../ui/heading';
import { Notice } from '../../../ui/notice';
import { ActSheet } from '../../../ui/act-sheet';
import { useAct } from '../../../app/act/use-act';
import { MAY } from './roles';

interface InviteProps {
  /** The name as in the course sheet, if somebody is invited from the list of those who are missing. */
  name?: string | undefined;
  organisation?: string | undefined;
  onClose: () => void;
}

/** Invites one person: first the role and the name, then the code, which is shown once. */
export function InviteSheet({ name: whom = '', organisation: whose = '', onClose }: InviteProps) {
  const [role, setRole] = useState<Role>('instructor');
  const [name, setName] = useState(whom);
  const [organisation, setOrganisation] = useState(whose);
  const [made, setMade] = useState<{ code: string; expiresAt: number; hints: string[] }>();
  const { state, act, say } = useAct('invite.create');

  const create = () => {
    if (!name.trim()) return say('请先写姓名');
    const said = role === 'staff' ? '' : organisation.trim();
    return void act({ role, name: name.trim(), ...(said ? { organisation: said } : {}) }, setMade);
  };

  if (made) return <Made {...made} name={name} role={role} onClose={onClose} />;
  return (
    <ActSheet
      title="邀请一个人"
      state={state}
      label="生成邀请码"
      busyLabel="正在生成"
      insteadLabel="取消"
      onAct={create}
      onClose={onClose}
      testId="make-invite"
    >
      <Choice
        name="身份"
        value={role}
        options={ROLES.map(one => [one, ROLE_WORDS[one]])}
        hint={MAY[role]}
        onChoose={setRole}
        testId="role"
      />
      <Field
        name="姓名"
        value={name}
        onInput={setName}
        maxLength={LENGTH.personName}
        example={role === 'instructor' ? '和课程表上一样，例如 李文秀' : '例如 王敏'}
        testId="invite-name"
      />
      {role !== 'staff' && (
        <Field
          name={role === 'instructor' ? '承办单位（选填）' : '单位名称'}
          value={organisation}
          onInput={setOrganisation}
          maxLength={LENGTH.organisation}
          example={role === 'instructor' ? '和课程表上一样，写了只看得到这个单位的班' : '和课程表上一样'}
          testId="invite-organisation"
        />
      )}
    </ActSheet>
  );
}

interface MadeProps {
  code: string;
  expiresAt: number;
  hints: string[];
  name: string;
  role: Role;
  onClose: () => void;
}

/** The code: ten letters in two groups, to copy or to read out. It is shown here and never again. */
function Made({ code, expiresAt, hints, name, role, onClose }: MadeProps) {
  const spelled = `${code.slice(0, 5)} ${code.slice(5)}`;
  const words = `${name}您好，请打开“惠工课堂”小程序，在“我的”里点“我有邀请码”，输入 ${spelled}，就能成为${ROLE_WORDS[role]}。`;
  const [copied, setCopied] = useState(false);
  const copy = () => void Taro.setClipboardData({ data: words }).then(() => setCopied(true));
  return (
    <Sheet label="邀请码" onClose={onClose}>
      <Heading level={2}>给{name}的邀请码</Heading>
      <View
        className="people__code num"
        data-testid="invite-code"
        {...told({ live: 'polite', label: [...code].join(' ') })}
      >
        {spelled}
      </View>
      <View className="t2">
        只能用一次，<Text className="b">{`${dateText(expiresAt)} ${timeText(expiresAt)}`}</Text>{' '}
        前有效。关掉后不再显示，丢了就收回再发一个。
      </View>
      {hints.map(hint => (
        <Notice key={hint} kind="soon" className="stack-2" testId="invite-hint">
          {hint}
        </Notice>
      ))}
      <Button kind="go" className="stack-4" onTap={copy} testId="copy-invite">
        {copied ? '已复制，去微信里粘贴给对方' : '复制邀请'}
      </Button>
      <Button kind="plain" className="stack-2" onTap={onClose} testId="invite-done">
        好了
      </Button>
    </Sheet>
  );
}
