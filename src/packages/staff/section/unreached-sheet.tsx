import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { UnreachedPerson } from '../../../../domain/api';
import { LENGTH } from '../../../../domain/bounds';
import { noticeWords } from '../../../../domain/telling/notice-words';
import { useDoing } from '../../../app/act/use-doing';
import { call } from '../../../app/call/call';
import { questions } from '../../../app/memory/asked';
import { useAsked } from '../../../app/memory/use-asked';
import { agoText } from '../../../app/words';
import { ActSheet } from '../../../ui/act-sheet';
import { Button } from '../../../ui/button';
import { Field } from '../../../ui/field';
import { Notice } from '../../../ui/notice';
import { Answered } from '../../../app/page/answered';

interface UnreachedProps {
  sectionId: string;
  onClose: () => void;
}

const unreachedIn = questions('staff.unreached', sectionId => ({ sectionId, phones: 'masked' as const, reason: '' }));

/** 没通知到的人: whom to telephone about a change. Whole numbers require a reason, which is put on the record. */
export function UnreachedSheet({ sectionId, onClose }: UnreachedProps) {
  const question = unreachedIn(sectionId);
  const { data } = useAsked(question, { when: false });
  // Whole numbers are not remembered on this device.
  const [whole, setWhole] = useState<UnreachedPerson[]>();
  const [reason, setReason] = useState('');
  const { state, run, say } = useDoing();
  const showWhole = async () => {
    const answer = await call('staff.unreached', { sectionId, phones: 'whole', reason: reason.trim() });
    return answer.ok ? setWhole(answer.data.people) : answer.message;
  };
  const some = (data?.people.length ?? 0) > 0;
  const done = !some || whole !== undefined;
  return (
    <ActSheet
      title="没通知到的人"
      text="两周内的变动，消息没有看、微信也没有发到的人。请打电话告诉他们。"
      state={state}
      label={done ? '好' : '看完整手机号'}
      busyLabel="请稍候"
      insteadLabel="关闭"
      onAct={() => {
        if (done) onClose();
        else if (reason.trim()) void run(showWhole);
        else say('请写一句用途，会记在操作记录里');
      }}
      onClose={onClose}
      testId="unreached-now"
    >
      <Answered to={question}>
        {({ people }, now) =>
          people.length === 0 ? (
            <Notice className="stack-3" kind="quiet" testId="all-reached">
              都通知到了，不用打电话。
            </Notice>
          ) : (
            <>
              {(whole ?? people).map(person => (
                <Unreached key={person.memberId} person={person} whole={whole !== undefined} now={now} />
              ))}
              {!whole && (
                <Field
                  name="看完整手机号的用途"
                  value={reason}
                  onInput={setReason}
                  example="例如：电话通知停课"
                  maxLength={LENGTH.reason}
                  testId="unreached-reason"
                />
              )}
            </>
          )
        }
      </Answered>
    </ActSheet>
  );
}

function Unreached({ person, whole, now }: { person: UnreachedPerson; whole: boolean; now: number }) {
  return (
    <View className="row unreached" data-testid="unreached">
      <View className="grow">
        <View className="b">{person.name}</View>
        <Phone number={person.phone} whole={whole} />
        <View className="sm t2">
          {noticeWords(person)}
          {person.text && `：${person.text}`}
        </View>
        <View className="sm t3 num">
          {agoText(now - person.at)}
          {person.count > 1 && `，一共 ${person.count} 条没看`}
        </View>
      </View>
    </View>
  );
}

const Phone = ({ number, whole }: { number: string; whole: boolean }) =>
  whole && number ? (
    <Button
      kind="link"
      size="small"
      className="num"
      onTap={() => void Taro.makePhoneCall({ phoneNumber: number })}
      testId="dial"
    >
      拨 {number}
    </Button>
  ) : (
    <View className="num t2">{number}</View>
  );
