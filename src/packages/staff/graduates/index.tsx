import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ClassGraduate, Output } from '../../../../domain/api';
import { dateText } from '../../../../domain/base/clock';
import { spacedCode } from '../../../../domain/certificate/code';
import { ActWithReason } from '../../../app/act/act-with-reason';
import { useAct } from '../../../app/act/use-act';
import { Desk } from '../../../app/desk/desk';
import { questions } from '../../../app/memory/asked';
import { Empty } from '../../../app/page/states';
import { useParameters } from '../../../app/way/use-parameters';
import { Button } from '../../../ui/button';
import { Chip } from '../../../ui/chip';
import { Heading } from '../../../ui/heading';
import { Notice } from '../../../ui/notice';
import './index.scss';
import { Answered } from '../../../app/page/answered';
import { Who } from '../../../ui/who';

const graduatesOf = questions('certificate.section', sectionId => ({ sectionId }));
type Graduates = Output<'certificate.section'>;

/** 结业 of one class: who has a certificate, who may take one, and what the others lack. */
export default function GraduatesPage() {
  const { sectionId = '' } = useParameters('graduates');
  const question = graduatesOf(sectionId);
  const [revoking, revoke] = useState<ClassGraduate>();
  return (
    <Desk
      title="结业"
      at="batch"
      within
      testId="staff-graduates"
      over={
        revoking && (
          <RevokeSheet
            sectionId={sectionId}
            person={revoking}
            onClose={done => {
              revoke(undefined);
              if (done) void question.ask();
            }}
          />
        )
      }
    >
      <Answered to={question}>{graduates => <Content graduates={graduates} onRevoke={revoke} />}</Answered>
    </Desk>
  );
}

function Content({ graduates, onRevoke }: { graduates: Graduates; onRevoke: (person: ClassGraduate) => void }) {
  const { state, held, closed, people } = graduates;
  if (state === 'off')
    return <Empty title="这一期不发结课证明" text="要发，在下一期草稿的“时间和规则”里打开" testId="graduates-off" />;
  if (people.length === 0) return <Empty title="还没有人来上过课" text="考勤确认以后，这里看得到谁够了" />;
  const taken = people.filter(one => one.certificate && !one.certificate.revoked);
  const reached = people.filter(one => one.state === 'reached');
  return (
    <>
      <Heading level={1} className="num">
        {state === 'running'
          ? `${closed} / ${held} 次课确认了考勤`
          : `${reached.length} 人结业，${taken.length} 人已领证明`}
      </Heading>
      <View className="t2 stack-2">
        {state === 'running'
          ? '全部确认以后，够次数的人自己在“我的课”里领。'
          : state === 'calledOff'
            ? '这个班取消了，不再发证明。'
            : `至少来 ${people[0]?.needed} 次。证明由本人领取，点名有改动时，已领的在这里核对。`}
      </View>
      <View className="card graduates">
        {people.map(person => (
          <Graduate key={person.memberId} person={person} onRevoke={() => onRevoke(person)} />
        ))}
      </View>
    </>
  );
}

function Graduate({ person, onRevoke }: { person: ClassGraduate; onRevoke: () => void }) {
  const { certificate, came, held, hours, needed, state, doubtful } = person;
  return (
    <View className="graduates__one" data-testid="graduate">
      <View className="grow graduates__said">
        <Who name={person.name} more={person.phone} small className="graduates__name" />
        <View className="num">
          来了 {came} / {held} 次，{hours} 学时
          {certificate && <View className="sm t3">编号 {spacedCode(certificate.code)}</View>}
          {certificate?.revoked && (
            <View className="sm t3">
              {dateText(certificate.revoked.at)} {certificate.revoked.byName}撤销：{certificate.revoked.reason}
            </View>
          )}
          {doubtful && (
            <Notice kind="soon" className="stack-2">
              要看一下：考勤改过，现在不够 {needed} 次
            </Notice>
          )}
        </View>
      </View>
      <View className="graduates__state">
        {certificate?.revoked ? (
          <Chip kind="full">已撤销</Chip>
        ) : certificate ? (
          <Chip kind="open">已领</Chip>
        ) : state === 'reached' ? (
          <Chip kind="soon">可以领</Chip>
        ) : (
          <Chip kind="run">{state === 'short' ? `差 ${needed - came} 次` : '还没结'}</Chip>
        )}
        {certificate && !certificate.revoked && (
          <Button kind="ink" size="small" onTap={onRevoke} testId="revoke">
            撤销
          </Button>
        )}
      </View>
    </View>
  );
}

interface RevokeProps {
  sectionId: string;
  person: ClassGraduate;
  onClose: (done: boolean) => void;
}

function RevokeSheet({ sectionId, person: { memberId, name }, onClose }: RevokeProps) {
  const { act, ...of } = useAct('certificate.revoke');
  return (
    <ActWithReason
      of={of}
      title={`撤销${name}的结课证明`}
      text="撤销以后，谁核对都会看到“已经撤销”，本人也看得到原因。不能恢复。"
      takes
      label="撤销"
      insteadLabel="留着"
      name="原因（本人看得到）"
      missing="请写一句原因，本人看得到"
      example="例如：3月9日的点名记错了"
      onAct={reason => void act({ sectionId, memberId, reason }, () => onClose(true))}
      onClose={() => onClose(false)}
      testId="revoke"
    />
  );
}
