import { Text, View } from '@tarojs/components';
import { useRef, useState } from 'react';
import type { DraftProblem, DraftView } from '../../../../domain/contract';
import { dateText, timeText } from '../../../../domain/clock';
import { call, LONG_CALL_MS } from '../../../api/call';
import { go } from '../../../go';
import { Door } from '../../../parts/door';
import { Note } from '../../../parts/marks';
import { Tap } from '../../../parts/tap';
import { whenText } from '../../../words';
import { newActId } from '../act-id';
import { stepOf } from './step-of';
import { Preview } from './preview';
import { draftOf, type Draft } from './use-draft';

const OPENS_BY_ITSELF = '准时开放，到点自动亮起。发布后职工马上能看到，可以先填资料、进候场。';

interface StepProps {
  draft: Draft;
  view: DraftView;
  now: number;
  onStep: (step: number) => void;
}

/** Exactly what workers will see, what is still to be put right, and the one button that publishes. */
export function PublishStep({ draft, view, now, onStep }: StepProps) {
  const stops = view.problems.filter(problem => !problem.warning);
  const warnings = view.problems.filter(problem => problem.warning);
  const [busy, setBusy] = useState(false);
  const [sure, setSure] = useState(false);
  // The same act again after a lost answer.
  const actId = useRef(newActId());

  const publish = async () => {
    setBusy(true);
    draft.say(undefined);
    const input = { draftId: view.draftId, revision: view.revision, actId: actId.current };
    const answer = await call('draft.publish', input, { timeoutMs: LONG_CALL_MS });
    setBusy(false);
    if (answer.ok) return go.live(answer.data.batch.batchId);
    draft.say(answer.message);
    if (answer.code === 'DRAFT_CHANGED' || answer.code === 'DRAFT_NOT_READY') await draftOf(view.draftId).ask();
  };
  const discard = async () => {
    const answer = await call('draft.discard', { draftId: view.draftId });
    if (answer.ok) go.back();
    else draft.say(answer.message);
  };

  return (
    <View className="publish">
      <View className="publish__side">
        {stops.length > 0 ? (
          <Problems title={`还有 ${stops.length} 处要改`} problems={stops} onStep={onStep} />
        ) : (
          <View className="card pad" data-testid="ready-to-publish">
            <View className="h2">可以发布了</View>
            <View className="t2 stack-2">
              {view.opensAt === null ? '' : `${dateText(view.opensAt)} ${timeText(view.opensAt)}`} {OPENS_BY_ITSELF}
            </View>
            <Tap
              className={`btn stack-4 ${busy ? 'btn--busy' : 'btn--go'}`}
              disabled={busy}
              onTap={() => (sure ? void publish() : setSure(true))}
              testId="publish"
            >
              {busy && <View className="btn__turn" />}
              {busy
                ? '正在发布'
                : sure
                  ? `确定，${view.opensAt === null ? '' : whenText(view.opensAt, now)} 开放`
                  : '发布这一期'}
            </Tap>
            {sure && !busy && (
              <Tap className="btn btn--plain" onTap={() => setSure(false)}>
                再看看
              </Tap>
            )}
          </View>
        )}
        {view.sections.length > 0 && (
          <View className="card publish__rehearsal">
            <Door
              label="放号演练"
              text="先算一遍：几万人一起点，会不会出问题"
              onTap={() => go.rehearsal(view.draftId)}
              testId="draft-rehearsal"
            />
          </View>
        )}
        {warnings.length > 0 && <Problems title="提醒" problems={warnings} onStep={onStep} quiet />}
        <Discard onDiscard={() => void discard()} />
      </View>
      <View className="publish__main">
        <View className="split split--base publish__head">
          <View className="h2">职工会看到的样子</View>
        </View>
        {view.preview ? (
          <Preview {...view.preview} now={now} />
        ) : (
          <Note kind="quiet">定好开放和截止时间、有了班，这里就能预览。</Note>
        )}
      </View>
    </View>
  );
}

interface ProblemsProps {
  title: string;
  problems: DraftProblem[];
  quiet?: boolean;
  onStep: (step: number) => void;
}

function Problems({ title, problems, quiet, onStep }: ProblemsProps) {
  return (
    <View className="card pad publish__problems" data-testid={quiet ? 'warnings' : 'problems'}>
      <View className="h2">{title}</View>
      {problems.map((problem, index) => (
        <Tap
          key={index}
          className="publish__problem"
          label={`${problem.text}，去改`}
          onTap={() => onStep(stepOf(problem))}
          testId="problem"
        >
          <View className={`publish__dot ${quiet ? 'publish__dot--quiet' : ''}`} />
          <View className="grow">{problem.text}</View>
          <Text className="t3 sm">去改</Text>
        </Tap>
      ))}
    </View>
  );
}

function Discard({ onDiscard }: { onDiscard: () => void }) {
  const [asked, ask] = useState(false);
  return asked ? (
    <View className="stack-3">
      <Tap className="btn btn--ink" onTap={onDiscard} testId="discard-sure">
        确定删除这份草稿
      </Tap>
      <Tap className="btn btn--plain" onTap={() => ask(false)}>
        留着
      </Tap>
    </View>
  ) : (
    <Tap className="btn btn--plain stack-3" onTap={() => ask(true)} testId="discard">
      删除这份草稿
    </Tap>
  );
}
