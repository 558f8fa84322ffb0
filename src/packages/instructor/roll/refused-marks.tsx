import { View } from '@tarojs/components';
import { useState } from 'react';
import { MARK_WORDS } from '../../../../domain/roll/mark-words';
import { Tap } from '../../../ui/tap';
import { Notice } from '../../../ui/notice';
import type { Aside } from '../../../features/roll/box';
import { discard, sendAgain, type Outgoing } from '../../../features/roll/outbox';
import { send } from '../../../features/roll/send';
import { ReasonSheet } from './reason-sheet';

/** 王桂芳 到、刘建国 缺课 */
const whoseText = ({ marks }: Aside): string =>
  [...new Set(marks.map(({ name, state }) => `${name} ${state ? MARK_WORDS[state] : '取消'}`))].join('、');

/** Another reason must be written before it can be sent. */
const wantsReason = ({ code }: Aside): boolean => code === 'REASON_MISSING' || code === 'TEXT_RISKY';

/** Marks that the server does not accept: whose they are, why, and what to do with them. Nothing is lost silently. */
export function RefusedMarks({ box, boxKey }: { box: Outgoing | undefined; boxKey: string }) {
  const [reasonFor, setReasonFor] = useState<Aside>();
  const again = (aside: Aside, reason?: string) => {
    sendAgain(boxKey, aside.code, reason);
    void send(boxKey);
  };
  return (
    <>
      {box?.aside.map(aside => (
        <Notice key={aside.code} className="stack-3" live="assertive" kind="danger" testId="refused-marks">
          <View>{aside.message}。</View>
          <View className="stack-2">没有存的：{whoseText(aside)}</View>
          <View className="refused__ways">
            <Tap
              className="refused__way b"
              onTap={() => (wantsReason(aside) ? setReasonFor(aside) : again(aside))}
              testId="refused-again"
            >
              {wantsReason(aside) ? '写原因再传' : '再传一次'}
            </Tap>
            <Tap className="refused__way b" onTap={() => discard(boxKey, aside.code)} testId="refused-discard">
              不要了
            </Tap>
          </View>
        </Notice>
      ))}
      {reasonFor && (
        <ReasonSheet
          title="为什么现在改"
          text={`没有存的：${whoseText(reasonFor)}`}
          needsReason
          label="写好了，再传"
          onClose={() => setReasonFor(undefined)}
          onDone={reason => {
            setReasonFor(undefined);
            again(reasonFor, reason);
          }}
        />
      )}
    </>
  );
}
