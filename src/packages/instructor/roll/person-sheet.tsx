import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { LENGTH } from '../../../../domain/bounds';
import { timeText } from '../../../../domain/base/clock';
import { MARK_STATES, type MarkState } from '../../../../domain/roll/roll';
import { MARK_WORDS } from '../../../../domain/roll/mark-words';
import { told } from '../../../ui/a11y';
import { Field } from '../../../ui/field';
import { Sheet } from '../../../ui/sheet';
import { Tap } from '../../../ui/tap';
import { Button } from '../../../ui/button';
import { Heading } from '../../../ui/heading';
import { Fact } from '../../../ui/fact';
import type { RollRow } from '../../../features/roll/rows';
import { disputeText, GUEST_WORDS } from '../../../features/roll/roll-words';

interface PersonSheetProps {
  row: RollRow;
  open: boolean;
  /** A reason must be given. */
  correction: boolean;
  reason: string;
  onMark: (state: MarkState | null, reason: string | undefined) => void;
  onClose: () => void;
}

/** Everything about one person in this lesson, and the states that have no key of their own. */
export function PersonSheet({ row, open, correction, reason: last, onMark, onClose }: PersonSheetProps) {
  const { person, state, locked } = row;
  const [reason, setReason] = useState(correction ? last : '');
  const [fault, setFault] = useState<string>();
  const mark = (next: MarkState | null) => {
    if (correction && !reason.trim()) setFault('请写一句原因，会记在操作记录里');
    else onMark(next, reason.trim() || undefined);
  };
  return (
    <Sheet label={person.name} onClose={onClose}>
      <Heading level={2}>{person.name}</Heading>
      <View className="stack-3" data-testid="person-facts">
        <PersonFacts row={row} />
      </View>
      {open && !locked && (
        <>
          <Field
            name={correction ? '原因' : '备注（选填）'}
            value={reason}
            onInput={setReason}
            fault={fault}
            example={correction ? '会记在操作记录里' : '例如：家里有事'}
            maxLength={LENGTH.reason}
            testId="person-note"
          />
          <View className="states" {...told({ role: 'group', label: `${person.name} 记为` })}>
            {MARK_STATES.map(one => (
              <Tap
                key={one}
                className={`key states__one ${state === one ? `key--${one}` : ''}`}
                pressed={state === one}
                onTap={() => mark(one)}
                testId={`state-${one}`}
              >
                {MARK_WORDS[one]}
              </Tap>
            ))}
          </View>
        </>
      )}
      {open && !locked && (person.mark || row.unsent) && (
        <Button kind="ink" className="stack-3" onTap={() => mark(null)} testId="state-none">
          取消记录
        </Button>
      )}
      {locked && <View className="t2 stack-3">工会已经更正，要改请联系工会。</View>}
      <Button kind="plain" className="stack-2" onTap={onClose}>
        关闭
      </Button>
    </Sheet>
  );
}

function PersonFacts({ row }: { row: RollRow }) {
  const { person, unsent } = row;
  const { mark, leave } = person;
  const dispute = disputeText(row);
  return (
    <>
      <Fact name="座位">
        <Text className="num">{person.seat === null ? GUEST_WORDS[person.as] : `${person.seat} 号`}</Text>
      </Fact>
      <Fact name="手机">
        <Text className="num">{person.phone}</Text>
      </Fact>
      {person.employer && <Fact name="单位">{person.employer}</Fact>}
      {leave && (
        <Fact name="请假">
          <Text className="num">
            {timeText(leave.at)} 自己请的{leave.reason ? `，${leave.reason}` : ''}
          </Text>
        </Fact>
      )}
      {mark && !unsent && (
        <Fact name="记录">
          <Text className="num">
            {timeText(mark.at)} {mark.source === 'self' ? '扫码' : mark.source === 'staff' ? '工会更正' : '老师记'}{' '}
            {MARK_WORDS[mark.state]}
            {mark.metres === null ? '' : `，签到时约 ${mark.metres} 米外`}
          </Text>
        </Fact>
      )}
      {unsent && <Fact name="记录">还在手机里，没传上去</Fact>}
      {dispute && <Fact name="两样">{dispute}</Fact>}
    </>
  );
}
