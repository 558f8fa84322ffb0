import { View } from '@tarojs/components';
import { useState, type PropsWithChildren } from 'react';
import { LENGTH } from '../../../domain/bounds';
import type { Change, ChangeEffect } from '../../../domain/api';
import { told } from '../../ui/a11y';
import { Field } from '../../ui/field';
import { Heading } from '../../ui/heading';
import { Notice } from '../../ui/notice';
import { ActSheet } from '../../ui/act-sheet';
import { useAct } from '../../app/act/use-act';
import './change.scss';
import { WhoLine } from '../../ui/who';

interface ChangeSheetProps {
  title: string;
  /** A word on what will happen, above the form. */
  text?: string;
  /** The change as the form has it now, or a sentence if the form is not complete. */
  change: () => Change | string;
  /** Acts on people and cancellations require a reason. `shown`: everybody in the class sees it. */
  needsReason?: boolean | 'shown';
  onClose: (done: boolean) => void;
}

/**
 * One change, made with care: the form, then who is affected (a dry run of the very same rule), then the act.
 * Somebody who goes back to the form sees the effect anew.
 */
export function ChangeSheet({
  title,
  text,
  change,
  needsReason,
  onClose,
  children,
}: PropsWithChildren<ChangeSheetProps>) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState<{ change: Change; effect: ChangeEffect }>();
  const { state, act, say } = useAct('change.make', { long: true });

  /** With `true` the change is made; before that it is only tried. */
  const make = () => {
    const dryRun = !tried;
    const wanted = tried?.change ?? change();
    if (typeof wanted === 'string') return say(wanted);
    if (needsReason && !reason.trim())
      return say(needsReason === 'shown' ? '请写一句原因，学员会看到' : '请写一句原因，会记在操作记录里');
    return void act(
      { change: wanted, reason: reason.trim(), dryRun },
      effect => (effect.done ? onClose(true) : setTried({ change: wanted, effect })),
      ({ details }) => (details as { text?: string } | undefined)?.text,
    );
  };

  return (
    <ActSheet
      title={title}
      text={tried ? undefined : text}
      state={state}
      takes={tried !== undefined && TAKING.includes(tried.change.kind)}
      label={tried ? (tried.effect.told > 0 ? `确定，并通知 ${tried.effect.told} 人` : '确定') : '先看会影响谁'}
      insteadLabel={tried ? '返回再改' : '不改了'}
      onAct={make}
      onClose={() => onClose(false)}
      onInstead={() => (tried ? setTried(undefined) : onClose(false))}
      testId={tried ? 'change-now' : 'change-try'}
    >
      {tried ? (
        <Effect effect={tried.effect} />
      ) : (
        <>
          {children}
          <Field
            name={needsReason === 'shown' ? '原因（学员会看到）' : needsReason ? '原因' : '原因（选填）'}
            value={reason}
            onInput={setReason}
            example={needsReason === 'shown' ? '例如：老师生病' : '会记在操作记录里'}
            maxLength={LENGTH.reason}
            testId="change-reason"
          />
        </>
      )}
    </ActSheet>
  );
}

const TAKING: readonly Change['kind'][] = ['cancelLesson', 'cancelSection', 'removePerson'];

/** What the act would do. */
function Effect({ effect }: { effect: ChangeEffect }) {
  return (
    <View data-testid="effect" {...told({ live: 'polite' })}>
      <Heading level={3} className="stack-3">
        {effect.summary}
      </Heading>
      <View className="t2 stack-2">
        {effect.told > 0 ? `会通知 ${effect.told} 人，他们打开“我的课”就能看到。` : '没有人受影响，不发通知。'}
      </View>
      {effect.warnings.map(warning => (
        <Notice key={warning} className="stack-2" kind="soon">
          {warning}
        </Notice>
      ))}
      {effect.people.length > 0 && (
        <View className="stack-3">
          {effect.people.map((person, index) => (
            <WhoLine key={index} name={person.name} more={person.phone}>
              {person.text}
            </WhoLine>
          ))}
        </View>
      )}
      {effect.people.length > 0 && effect.people.length < effect.told && (
        <View className="sm t3 stack-2">只列出前 {effect.people.length} 人</View>
      )}
    </View>
  );
}
