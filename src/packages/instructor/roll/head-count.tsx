import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { RollView } from '../../../../domain/api';
import { RANGE } from '../../../../domain/bounds';
import { useAct } from '../../../app/act/use-act';
import { say } from '../../../app/page/said';
import { knowRoll, lookAtRoll } from '../../../features/roll/rolls';
import { ActSheet } from '../../../ui/act-sheet';
import { Button } from '../../../ui/button';
import { Field } from '../../../ui/field';

const [, MOST] = RANGE.heads;

/** 另有未登记: the people at a lecture who are on no list, as one number. */
export function HeadCount({ view, open, onCount }: { view: RollView; open: boolean; onCount: () => void }) {
  const { heads = 0 } = view;
  if (!open && heads === 0) return null;
  return (
    <View className="heads" data-testid="heads">
      <View className="grow">
        <View className="b num">另有未登记 {heads} 人</View>
        <Text className="sm t3">没带手机、不在名单上的人，数一数记在这里</Text>
      </View>
      {open && (
        <Button kind="line" size="row" label="记未登记的人数" onTap={onCount} testId="count-heads">
          记人数
        </Button>
      )}
    </View>
  );
}

export function HeadSheet({ view, rollKey, onClose }: { view: RollView; rollKey: string; onClose: () => void }) {
  const { heads = 0 } = view;
  const [typed, setTyped] = useState(heads > 0 ? String(heads) : '');
  const { state, act, say: refuse } = useAct('roll.headCount');
  const send = () => {
    const count = Number(typed);
    if (!/^\d+$/.test(typed) || count > MOST) return refuse(`请填 0 到 ${MOST} 的数字`);
    const lesson = { sectionId: view.section.sectionId, lessonIndex: view.lessonIndex };
    return void act(
      { ...lesson, count, seen: heads },
      after => {
        knowRoll(rollKey, after);
        say({ text: `记下了，另有未登记 ${count} 人` });
        onClose();
      },
      answer => {
        if (answer.code === 'HEADS_CHANGED') void lookAtRoll(rollKey);
        return undefined;
      },
    );
  };
  return (
    <ActSheet
      title="未登记的有多少人？"
      text={`现在记的是 ${heads} 人。要有网才能记，每改一次都记在操作记录里；确认考勤以前都能改。`}
      state={state}
      label="记下"
      busyLabel="正在记"
      insteadLabel="先不记"
      onAct={send}
      onClose={onClose}
      testId="heads-save"
    >
      <Field
        name="人数"
        value={typed}
        onInput={setTyped}
        example="例如 12"
        hint="只数没有签到、也不在名单上的人"
        digits
        maxLength={String(MOST).length}
        testId="heads-number"
      />
    </ActSheet>
  );
}
