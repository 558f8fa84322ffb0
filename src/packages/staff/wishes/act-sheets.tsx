import { View } from '@tarojs/components';
import { useState } from 'react';
import type { StaffWish, WishDetail } from '../../../../domain/api';
import { LENGTH, RANGE } from '../../../../domain/bounds';
import { ANSWER_SENTENCES, ANSWER_WORDS } from '../../../../domain/wish/said';
import { suggestionWords } from '../../../../domain/wish/suggestion-words';
import { ANSWER_KINDS, type AnswerKind } from '../../../../domain/wish/wish';
import { ActWithReason } from '../../../app/act/act-with-reason';
import { useAct } from '../../../app/act/use-act';
import { go } from '../../../app/way/go';
import { chosenDraft, firstDraft, WhichDraft } from '../../../features/draft/which-draft';
import { ActSheet } from '../../../ui/act-sheet';
import { Choice } from '../../../ui/choice';
import { Field } from '../../../ui/field';
import { PickOne } from '../../../ui/pick';

interface ActProps {
  detail: WishDetail;
  onDone: () => void;
  onClose: () => void;
}

/** The answer to a wish, in a sentence that everybody reads. */
export function AnswerSheet({ detail: { wish }, onDone, onClose }: ActProps) {
  const [kind, setKind] = useState<AnswerKind>(wish.answer?.kind ?? 'planned');
  const [text, setText] = useState(wish.answer?.text ?? ANSWER_SENTENCES.planned);
  const { state, act, say } = useAct('wish.answer');
  const choose = (next: AnswerKind) => {
    // A sentence that nobody has changed follows the choice.
    if (text === ANSWER_SENTENCES[kind]) setText(ANSWER_SENTENCES[next]);
    setKind(next);
  };
  const send = () => {
    if (!text.trim()) return say('请写一句话，大家都看得到');
    return void act({ wishId: wish.wishId, revision: wish.revision, kind, text: text.trim() }, onDone);
  };
  return (
    <ActSheet
      title={`答复“${wish.title}”`}
      text={`${wish.voiceCount} 人在等。答复大家都看得到，以后可以改。`}
      state={state}
      label="答复"
      busyLabel="正在答复"
      insteadLabel="先不答复"
      onAct={send}
      onClose={onClose}
      testId="answer-now"
    >
      <Choice
        name="怎么答"
        value={kind}
        options={ANSWER_KINDS.map(one => [one, ANSWER_WORDS[one]] as const)}
        onChoose={choose}
        testId="answer-kind"
      />
      <Field name="给大家的话" value={text} onInput={setText} maxLength={LENGTH.wishAnswer} testId="answer-text" />
    </ActSheet>
  );
}

const [least, most] = RANGE.wishSeats;

/** Classes for a wish, in a draft or a new one, with the suggested seats. */
export function TakeSheet({ detail, onDone, onClose }: ActProps) {
  const { wish, suggestion, drafts } = detail;
  const [draftId, setDraftId] = useState(firstDraft(drafts));
  const [classes, setClasses] = useState(`${suggestion.classes}` as '1' | '2' | '3');
  const [capacity, setCapacity] = useState(`${suggestion.capacity}`);
  const { state, act, say } = useAct('wish.take', { long: true });
  const send = () => {
    const seats = Number(capacity);
    if (!Number.isInteger(seats) || seats < least || seats > most)
      return say(`每班几座，请填 ${least} 到 ${most} 的整数`);
    const content = {
      wishId: wish.wishId,
      revision: wish.revision,
      draft: chosenDraft(drafts, draftId),
      classes: Number(classes),
      capacity: seats,
    };
    return void act(content, made => {
      onDone();
      go.draft(made.draftId);
    });
  };
  return (
    <ActSheet
      title={`“${wish.title}”放进一期`}
      text={suggestionWords(suggestion)}
      state={state}
      label="放进去"
      busyLabel="正在放"
      insteadLabel="先不放"
      onAct={send}
      onClose={onClose}
      testId="take-now"
    >
      <WhichDraft drafts={drafts} value={draftId} onChoose={setDraftId} />
      <Choice
        name="几个班"
        value={classes}
        options={[
          ['1', '1 个'],
          ['2', '2 个'],
          ['3', '3 个'],
        ]}
        onChoose={setClasses}
        testId="take-classes"
      />
      <Field
        name="每班几座"
        value={capacity}
        digits
        onInput={setCapacity}
        hint="老师、地点和时间在草稿里填"
        testId="take-capacity"
      />
    </ActSheet>
  );
}

/** Everybody who joined this wish joins another, once each. */
export function MergeSheet({ detail: { wish }, others, onDone, onClose }: ActProps & { others: StaffWish[] }) {
  const [into, setInto] = useState<string>();
  const { state, act, say } = useAct('wish.merge');
  const send = () =>
    into === undefined
      ? say('请选并到哪一个')
      : void act({ wishId: wish.wishId, revision: wish.revision, into }, onDone);
  return (
    <ActSheet
      title={`“${wish.title}”并入哪一个？`}
      text="两边都点过的人只算一份。并错了，在那一个愿望里可以分出来。"
      state={state}
      label="并进去"
      busyLabel="正在合并"
      insteadLabel="先不合并"
      onAct={send}
      onClose={onClose}
      testId="merge-now"
    >
      <View className="stack-3">
        {others.map(one => (
          <PickOne
            key={one.wishId}
            on={one.wishId === into}
            onChoose={() => setInto(one.wishId)}
            testId={`into-${one.wishId}`}
          >
            {one.title}，{one.voiceCount} 人
          </PickOne>
        ))}
        {others.length === 0 && <View className="t3">没有别的愿望可以并。</View>}
      </View>
    </ActSheet>
  );
}

/** Takes a wish down. */
export function HideSheet({ detail: { wish }, onDone, onClose }: ActProps) {
  const { act, ...of } = useAct('wish.hide');
  return (
    <ActWithReason
      of={of}
      title={`收起“${wish.title}”？`}
      text="别人不再看到它，点过的人在自己那里看得到已经收起。"
      label="收起"
      busyLabel="正在收起"
      insteadLabel="留着"
      takes
      example="例如 不是课程"
      onAct={reason => void act({ wishId: wish.wishId, revision: wish.revision, reason }, onDone)}
      onClose={onClose}
      testId="hide"
    />
  );
}
