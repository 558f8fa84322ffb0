import { Text, View } from '@tarojs/components';
import { useRef, useState } from 'react';
import type { DayOffEffect, LessonOff } from '../../../../domain/api';
import { dayKey } from '../../../../domain/base/clock';
import { LENGTH } from '../../../../domain/bounds';
import { newActId } from '../../../app/act/act-id';
import { useDoing } from '../../../app/act/use-doing';
import { askUntilKnown } from '../../../app/call/ask-until-known';
import { LONG_CALL_MS, type Called } from '../../../app/call/call';
import { serverClock } from '../../../app/clock/server-clock';
import { lessonHours } from '../../../app/words';
import { told } from '../../../ui/a11y';
import { ActSheet } from '../../../ui/act-sheet';
import { DayField } from '../../../ui/day-field';
import { Field } from '../../../ui/field';
import { FirstFew } from '../../../ui/first-few';
import { Heading } from '../../../ui/heading';
import { Notice } from '../../../ui/notice';
import { PickOne } from '../../../ui/pick';

const EVERYWHERE = '';

/**
 * 整天停课: the day, then the lessons that it would call off, then the act. The act goes on in parts, with a count, and
 * the server finishes it if this phone goes away.
 */
export function DayOffSheet({ onClose }: { onClose: () => void }) {
  const [day, setDay] = useState(() => dayKey(serverClock.now()));
  const [reason, setReason] = useState('');
  const [place, setPlace] = useState(EVERYWHERE);
  const [tried, setTried] = useState<DayOffEffect>();
  const [places, setPlaces] = useState<string[]>([]);
  const [left, setLeft] = useState<number>();
  const { state, run, say } = useDoing();
  const actId = useRef(newActId());
  const done = tried?.done === true;

  const send = (dryRun: boolean, where: string) =>
    askUntilKnown(
      'change.dayOff',
      { actId: actId.current, day, place: where, reason: reason.trim(), dryRun },
      { timeoutMs: LONG_CALL_MS },
    );
  const look = async (where: string) => {
    const answer = await send(true, where);
    if (!answer.ok) return whyNot(answer);
    setPlace(where);
    setTried(answer.data);
    if (where === EVERYWHERE) setPlaces([...new Set(answer.data.lessons.map(one => one.place))].sort());
    return undefined;
  };
  const callOff = async () => {
    for (let before = Infinity; ;) {
      const answer = await send(false, place);
      if (!answer.ok) return whyNot(answer);
      setLeft(answer.data.left);
      if (answer.data.left === 0 || answer.data.left >= before) return void setTried(answer.data);
      before = answer.data.left;
    }
  };
  const back = () => {
    setTried(undefined);
    setLeft(undefined);
    actId.current = newActId();
  };
  const go = () => {
    if (done) return onClose();
    if (tried) return void run(callOff);
    if (!day) return say('请选哪一天');
    if (!reason.trim()) return say('请写一句原因，学员会看到');
    return void run(() => look(EVERYWHERE));
  };

  return (
    <ActSheet
      title="整天停课"
      text={tried ? undefined : '暴雨、停电、场馆占用：当天的课一次停掉，报了名的人都会收到通知。'}
      state={state}
      takes={tried !== undefined && !done}
      label={
        done ? '好' : tried ? `停 ${tried.left} 次课${tried.told > 0 ? `，通知 ${tried.told} 人` : ''}` : '先看有哪些课'
      }
      busyLabel={left === undefined ? '请稍候' : `正在停课，还有 ${left} 次`}
      insteadLabel={done ? '关闭' : tried ? '返回再改' : '不停了'}
      onAct={go}
      onClose={onClose}
      onInstead={() => (tried && !done ? back() : onClose())}
      testId={done ? 'day-off-done' : tried ? 'day-off-now' : 'day-off-try'}
    >
      {done ? (
        <Done effect={tried} />
      ) : tried ? (
        <>
          {places.length > 1 && (
            <View className="stack-3">
              {[EVERYWHERE, ...places].map(one => (
                <PickOne
                  key={one}
                  on={one === place}
                  onChoose={() => void run(() => look(one))}
                  testId={`day-off-place-${one}`}
                >
                  {one === EVERYWHERE ? '全部地点' : one}
                </PickOne>
              ))}
            </View>
          )}
          <Tried effect={tried} />
        </>
      ) : (
        <>
          <DayField name="哪一天" value={day} onChange={setDay} testId="day-off-day" />
          <Field
            name="原因（学员会看到）"
            value={reason}
            onInput={setReason}
            example="例如：暴雨红色预警"
            maxLength={LENGTH.reason}
            testId="day-off-reason"
          />
        </>
      )}
    </ActSheet>
  );
}

const whyNot = ({ details, message }: Exclude<Called<'change.dayOff'>, { ok: true }>): string =>
  (details as { text?: string } | undefined)?.text ?? message;

/** The effect that the act would have. */
function Tried({ effect }: { effect: DayOffEffect }) {
  return (
    <View data-testid="day-off-effect" {...told({ live: 'polite' })}>
      <Heading level={3} className="stack-3">
        {effect.summary}
      </Heading>
      {effect.warnings.map(warning => (
        <Notice key={warning} className="stack-2" kind="soon">
          {warning}
        </Notice>
      ))}
      <View className="stack-3">
        <FirstFew of={effect.lessons} first={8} unit="次课" testId="day-off-all">
          {one => <Lesson key={`${one.sectionId}-${one.lessonIndex}`} lesson={one} />}
        </FirstFew>
      </View>
    </View>
  );
}

function Lesson({ lesson }: { lesson: LessonOff }) {
  return (
    <View className="day-off__lesson">
      <Text className="num t2 day-off__hours">{lessonHours(lesson)}</Text>
      <View className="grow">
        <View className="b">{lesson.title}</View>
        <View className="sm t3">
          {lesson.place}，{lesson.people > 0 ? `${lesson.people} 人` : '还没有人报名'}
        </View>
      </View>
    </View>
  );
}

function Done({ effect }: { effect: DayOffEffect }) {
  return (
    <View data-testid="day-off-told" {...told({ live: 'polite' })}>
      <Notice className="stack-3" kind={effect.left > 0 ? 'soon' : 'quiet'}>
        {effect.left > 0
          ? `还有 ${effect.left} 次课没停好，系统会接着停，几分钟后再看。`
          : `已停课，通知了 ${effect.told} 人。`}
      </Notice>
      <View className="t2 stack-2">要补课，到班里点“加一次课”。</View>
    </View>
  );
}
