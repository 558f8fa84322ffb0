import { useState } from 'react';
import type { Ask } from '../../../../domain/api';
import { LENGTH } from '../../../../domain/bounds';
import { titleOf } from '../../../../domain/batch/title';
import { useAct } from '../../../app/act/use-act';
import { scheduleText } from '../../../app/words';
import { ActSheet } from '../../../ui/act-sheet';
import { Field } from '../../../ui/field';

interface AnswerProps {
  ask: Ask;
  yes: boolean;
  onDone: (words: string) => void;
  /** Somebody has changed the class or answered for it. */
  onChanged: () => void;
  onClose: () => void;
}

/** Yes or no, with a line if there is something to say. */
export function AnswerSheet({ ask, yes, onDone, onChanged, onClose }: AnswerProps) {
  const [text, setText] = useState('');
  const { state, act } = useAct('menu.answer');
  const { draftId, key, at } = ask;
  const title = titleOf(ask);
  const send = () =>
    void act(
      { draftId, key, at, yes, text: text.trim() },
      () => onDone(`答复了：${title}${yes ? '可以承办' : '承办不了'}。工会已经收到通知。`),
      answer => {
        if (answer.code !== 'TEXT_RISKY') onChanged();
        return answer.code === 'ASK_ANSWERED'
          ? `您的同事刚才答复过了：${answer.details.answer === 'yes' ? '可以承办' : '承办不了'}。要改请联系工会。`
          : `${answer.message}。`;
      },
    );
  return (
    <ActSheet
      title={`${title}：${yes ? '可以承办' : '承办不了'}`}
      text={`${scheduleText(ask.schedule)}，${ask.capacity} 人。答复以后要改，请联系工会再问一次。`}
      state={state}
      label={yes ? '可以承办' : '承办不了'}
      busyLabel="正在答复"
      insteadLabel="先不答复"
      onAct={send}
      onClose={onClose}
      testId="answer-send"
    >
      <Field
        name="给工会的话（可以不写）"
        value={text}
        onInput={setText}
        example={yes ? '例如 请准备投影' : '例如 周三晚上老师有课，周四可以'}
        maxLength={LENGTH.askAnswer}
        testId="answer-text"
      />
    </ActSheet>
  );
}
