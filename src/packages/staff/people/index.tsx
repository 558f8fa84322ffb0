import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { InviteCard, MissingInstructor, RoleHolder } from '../../../../domain/api';
import type { Role } from '../../../../domain/model';
import { ROLE_WORDS } from '../../../../domain/people/role-words';
import { call } from '../../../app/call/call';
import { Shown } from '../../../app/page/states';
import { question } from '../../../app/memory/asked';
import { useAsked } from '../../../app/memory/use-asked';
import { CALM_MS, useServerNow } from '../../../app/clock/use-now';
import { useShown } from '../../../app/page/use-shown';
import { whenText } from '../../../app/words';
import { Desk } from '../../../app/desk/desk';
import { Button } from '../../../ui/button';
import { Heading, GroupHead } from '../../../ui/heading';
import { Fault } from '../../../ui/notice';
import { Row } from '../../../ui/row';
import { Nothing } from '../../../ui/nothing';
import { Chip } from '../../../ui/chip';
import { FirstFew } from '../../../ui/first-few';
import { DismissSheet } from './dismiss-sheet';
import './index.scss';
import { InviteSheet } from './invite-sheet';
import { GROUPS } from './roles';

/** This many of the teachers who have not come yet are shown at first. */
const FEW = 6;

const people = question('invite.list', {});

/** 人员: who is staff, organisation or instructor; invitations that are open; inviting and taking a role back. */
export default function People() {
  const shown = useShown();
  const now = useServerNow(shown, CALM_MS);
  const asked = useAsked(people);
  const [inviting, invite] = useState<Partial<MissingInstructor>>();
  const [going, dismiss] = useState<{ person: RoleHolder; role: Role }>();
  const [fault, setFault] = useState<string>();

  const revoke = async (inviteId: string) => {
    const answer = await call('invite.revoke', { inviteId });
    setFault(answer.ok ? undefined : answer.message);
    await people.ask();
  };
  const close = () => {
    invite(undefined);
    dismiss(undefined);
    void people.ask();
  };

  const over = inviting ? (
    <InviteSheet {...inviting} onClose={close} />
  ) : going ? (
    <DismissSheet {...going} onClose={close} />
  ) : null;
  return (
    <Desk title="人员" at="people" testId="staff-people" over={over}>
      <View className="desk__head">
        <Heading level={1} className="desk__title">
          人员
        </Heading>
        <Button kind="go" size="small" onTap={() => invite({})} testId="new-invite">
          邀请一个人
        </Button>
      </View>
      <Fault says={fault} />
      <Shown asked={asked} now={now} again={() => void people.ask()}>
        {({ invites, people: holders, missing }) => (
          <>
            <OpenInvites invites={invites} now={now} onRevoke={id => void revoke(id)} />
            <Missing missing={missing} onInvite={invite} />
            {GROUPS.map(({ role, title, empty }) => (
              <Holders
                key={role}
                role={role}
                title={title}
                empty={empty}
                people={holders.filter(person => person.roles.includes(role))}
                onDismiss={person => dismiss({ person, role })}
              />
            ))}
          </>
        )}
      </Shown>
    </Desk>
  );
}

interface OpenInvitesProps {
  invites: InviteCard[];
  now: number;
  onRevoke: (inviteId: string) => void;
}

/** Invitations that somebody may still use. */
function OpenInvites({ invites, now, onRevoke }: OpenInvitesProps) {
  const open = invites.filter(invite => invite.state === 'open');
  if (open.length === 0) return null;
  return (
    <>
      <GroupHead>还没用的邀请</GroupHead>
      <View className="card">
        {open.map(invite => (
          <Row
            key={invite.inviteId}
            testId="open-invite"
            end={
              <Button
                kind="quiet"
                size="row"
                className="people__act"
                label={`收回给${invite.name}的邀请`}
                onTap={() => onRevoke(invite.inviteId)}
                testId="revoke"
              >
                收回
              </Button>
            }
          >
            <View>
              <Text className="b">{invite.name}</Text>
              <Text className="t2"> {ROLE_WORDS[invite.role]}</Text>
            </View>
            <View className="sm t3">
              {invite.invitedBy}邀请，{whenText(invite.expiresAt, now)} 失效
            </View>
          </Row>
        ))}
      </View>
    </>
  );
}

interface MissingProps {
  missing: MissingInstructor[];
  onInvite: (whom: MissingInstructor) => void;
}

/**
 * People who teach a class of the course sheets but cannot see it, because they were not invited or have not come
 * yet.
 */
function Missing({ missing, onInvite }: MissingProps) {
  if (missing.length === 0) return null;
  return (
    <>
      <GroupHead aside={<>{missing.length} 人</>}>还没进来的老师</GroupHead>
      <View className="card">
        <FirstFew of={missing} first={FEW} unit="人" testId="all-missing">
          {one => (
            <Row
              key={`${one.name} ${one.organisation}`}
              testId="missing-instructor"
              end={
                !one.invited && (
                  <Button
                    kind="line"
                    size="row"
                    className="people__act"
                    label={`邀请${one.name}`}
                    onTap={() => onInvite(one)}
                    testId="invite-missing"
                  >
                    邀请
                  </Button>
                )
              }
            >
              <View>
                <Text className="b">{one.name}</Text>
                {one.organisation !== '' && <Text className="t2"> {one.organisation}</Text>}
              </View>
              <View className="sm t3">
                {one.classes.join('、')}
                {one.invited ? '，已发邀请码，还没用' : '，还看不到自己的班'}
              </View>
            </Row>
          )}
        </FirstFew>
      </View>
    </>
  );
}

interface HoldersProps {
  role: Role;
  title: string;
  empty: string;
  people: RoleHolder[];
  onDismiss: (person: RoleHolder) => void;
}

function Holders({ role, title, empty, people: holders, onDismiss }: HoldersProps) {
  return (
    <>
      <GroupHead aside={<>{holders.length} 人</>}>{title}</GroupHead>
      {holders.length === 0 ? (
        <Nothing>{empty}，点“邀请一个人”，把邀请码发给对方。</Nothing>
      ) : (
        <View className="card">
          {holders.map(person => (
            <Row
              key={person.memberId}
              testId={`holder-${role}`}
              end={
                !(person.isMe && role === 'staff') && (
                  <Button
                    kind="quiet"
                    size="row"
                    className="people__act"
                    label={`收回${person.name}的${ROLE_WORDS[role]}权限`}
                    onTap={() => onDismiss(person)}
                    testId="dismiss"
                  >
                    收回权限
                  </Button>
                )
              }
            >
              <View className="people__name">
                <Text className="b">{person.name || '还没有填姓名'}</Text>
                {person.isMe && (
                  <Chip kind="run" className="people__chip">
                    您自己
                  </Chip>
                )}
                {role === 'instructor' && person.instructorName !== person.name && (
                  <Chip kind="run" className="people__chip">
                    课表上是 {person.instructorName}
                  </Chip>
                )}
                {role === 'instructor' && person.instructorFor && (
                  <Chip kind="run" className="people__chip">
                    {person.instructorFor.join('、')}
                  </Chip>
                )}
                {role === 'organisation' && person.organisation && (
                  <Chip kind="run" className="people__chip">
                    {person.organisation}
                  </Chip>
                )}
              </View>
              <View className="sm t3 num">{person.phone || '还没有填手机'}</View>
            </Row>
          ))}
        </View>
      )}
    </>
  );
}
