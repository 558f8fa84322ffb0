import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { InviteCard, MissingInstructor, RoleHolder } from '../../../../domain/api';
import type { Role } from '../../../../domain/model';
import { ROLE_WORDS } from '../../../../domain/people/role-words';
import { call } from '../../../app/call/call';
import { question } from '../../../app/memory/asked';
import { whenText } from '../../../app/words';
import { Button } from '../../../ui/button';
import { Fault } from '../../../ui/notice';
import { Row } from '../../../ui/row';
import { Chip } from '../../../ui/chip';
import { DismissSheet } from './dismiss-sheet';
import './index.scss';
import { InviteSheet } from './invite-sheet';
import { GROUPS } from './roles';
import { Answered } from '../../../app/page/answered';
import { Desk, DeskHead } from '../../../app/desk/desk';
import { ListGroup } from '../../../ui/list-group';
import { Who } from '../../../ui/who';

/** This many of the teachers who have not come yet are shown at first. */
const FEW = 6;

const people = question('invite.list', {});

/** 人员: who is staff, organisation or instructor; invitations that are open; inviting and taking a role back. */
export default function People() {
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
      <DeskHead title="人员">
        <Button kind="go" size="small" onTap={() => invite({})} testId="new-invite">
          邀请一个人
        </Button>
      </DeskHead>
      <Fault says={fault} />
      <Answered to={people}>
        {({ invites, people: holders, missing }, now) => (
          <>
            <ListGroup title="还没用的邀请" of={invites.filter(({ state }) => state === 'open')}>
              {one => <Invited key={one.inviteId} invite={one} now={now} onRevoke={() => void revoke(one.inviteId)} />}
            </ListGroup>
            <ListGroup title="还没进来的老师" of={missing} unit="人" first={FEW} testId="all-missing">
              {one => <Missing key={`${one.name} ${one.organisation}`} one={one} onInvite={() => invite(one)} />}
            </ListGroup>
            {GROUPS.map(({ role, title, empty }) => (
              <ListGroup
                key={role}
                title={title}
                of={holders.filter(({ roles }) => roles.includes(role))}
                unit="人"
                empty={`${empty}，点“邀请一个人”，把邀请码发给对方。`}
              >
                {person => (
                  <Holder
                    key={person.memberId}
                    person={person}
                    role={role}
                    onDismiss={() => dismiss({ person, role })}
                  />
                )}
              </ListGroup>
            ))}
          </>
        )}
      </Answered>
    </Desk>
  );
}

/** An invitation that somebody may still use. */
function Invited({ invite, now, onRevoke }: { invite: InviteCard; now: number; onRevoke: () => void }) {
  return (
    <Row
      testId="open-invite"
      end={
        <Button kind="quiet" size="row" label={`收回给${invite.name}的邀请`} onTap={onRevoke} testId="revoke">
          收回
        </Button>
      }
    >
      <Who name={invite.name} more={ROLE_WORDS[invite.role]} />
      <View className="sm t3">
        {invite.invitedBy}邀请，{whenText(invite.expiresAt, now)} 失效
      </View>
    </Row>
  );
}

/** Teaches a class of the course sheets but cannot see it, because they were not invited or have not come yet. */
function Missing({ one, onInvite }: { one: MissingInstructor; onInvite: () => void }) {
  return (
    <Row
      testId="missing-instructor"
      end={
        !one.invited && (
          <Button kind="line" size="row" label={`邀请${one.name}`} onTap={onInvite} testId="invite-missing">
            邀请
          </Button>
        )
      }
    >
      <Who name={one.name} more={one.organisation} />
      <View className="sm t3">
        {one.classes.join('、')}
        {one.invited ? '，已发邀请码，还没用' : '，还看不到自己的班'}
      </View>
    </Row>
  );
}

/** Has a role. Nobody takes their own role of staff back. */
function Holder({ person, role, onDismiss }: { person: RoleHolder; role: Role; onDismiss: () => void }) {
  return (
    <Row
      testId={`holder-${role}`}
      end={
        !(person.isMe && role === 'staff') && (
          <Button
            kind="quiet"
            size="row"
            label={`收回${person.name}的${ROLE_WORDS[role]}权限`}
            onTap={onDismiss}
            testId="dismiss"
          >
            收回权限
          </Button>
        )
      }
    >
      <View className="desk__line">
        <Text className="b">{person.name || '还没有填姓名'}</Text>
        {chipsOf(person, role).map(word => (
          <Chip key={word} kind="run">
            {word}
          </Chip>
        ))}
      </View>
      <View className="sm t3 num">{person.phone || '还没有填手机'}</View>
    </Row>
  );
}

function chipsOf(person: RoleHolder, role: Role): string[] {
  const { isMe, name, instructorName, instructorFor, organisation } = person;
  return [
    ...(isMe ? ['您自己'] : []),
    ...(role === 'instructor' && instructorName !== name ? [`课表上是 ${instructorName}`] : []),
    ...(role === 'instructor' && instructorFor ? [instructorFor.join('、')] : []),
    ...(role === 'organisation' && organisation ? [organisation] : []),
  ];
}
