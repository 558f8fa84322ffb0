import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { DraftProblem, DraftView } from '../../../../domain/api';
import { told } from '../../../ui/a11y';
import { focusField } from '../../../ui/focus';
import { Shown } from '../../../app/page/states';
import { Tap } from '../../../ui/tap';
import { Button } from '../../../ui/button';
import { Fault } from '../../../ui/notice';
import { CALM_MS, useServerNow } from '../../../app/clock/use-now';
import { useShown } from '../../../app/page/use-shown';
import { useStep } from '../../../app/way/use-step';
import { Desk, DeskHead } from '../../../app/desk/desk';
import { useParameters } from '../../../app/way/use-parameters';
import { DiscardSheet } from './discard-sheet';
import { draftTitle } from '../../../features/draft/draft-title';
import './index.scss';
import { PublishStep } from './publish-step';
import { SectionsStep, type Editing } from './sections-step';
import { SettingsStep } from './settings-step';
import { useCourseSheet } from './use-course-sheet';
import { stepOf, useDraft } from './use-draft';

const STEPS = ['课程表', '时间和规则', '预览和发布'] as const;

/** A batch in preparation, in three steps that may be taken in any order. */
export default function DraftPage() {
  const params = useParameters('draft');
  const draft = useDraft(params.draftId ?? '', params.made === 'no');
  const sheet = useCourseSheet(draft, params.draftId ?? '');
  const shown = useShown();
  const now = useServerNow(shown, CALM_MS);
  const [step, go] = useStep(STEPS.length);
  const [editing, edit] = useState<Editing>();
  const [discarding, discard] = useState(false);
  const mend = ({ where }: DraftProblem) => {
    go(stepOf({ where }));
    sheet.putAside();
    if (typeof where === 'object') edit({ key: where.key });
    else if (where !== 'sections') focusField(`set-${where === 'audience' ? 'employers' : where}`);
  };
  return (
    <Desk title="准备一期" at="batches" within testId="staff-draft">
      <Shown asked={draft.asked} now={now} again={draft.again}>
        {view => (
          <>
            <DeskHead title={view.title || view.formerTitle ? draftTitle(view) : '准备新的一期'}>
              <Steps view={view} step={step} onStep={go} />
            </DeskHead>
            <Fault says={draft.message} testId="draft-message" />
            {step === 0 && (
              <SectionsStep
                draft={draft}
                of={sheet}
                view={view}
                now={now}
                editing={editing}
                onEdit={edit}
                onNext={() => go(1)}
              />
            )}
            {step === 1 && <SettingsStep key={view.draftId} draft={draft} view={view} onNext={() => go(2)} />}
            {step === 2 && <PublishStep view={view} now={now} onMend={mend} />}
            {draft.made && (
              <Button kind="plain" size="small" className="draft__discard" onTap={() => discard(true)} testId="discard">
                删除这份草稿
              </Button>
            )}
            {discarding && <DiscardSheet view={view} onClose={() => discard(false)} />}
          </>
        )}
      </Shown>
    </Desk>
  );
}

interface StepsProps {
  view: DraftView;
  step: number;
  onStep: (step: number) => void;
}

/** The steps. A step that has nothing left to correct has a tick. */
function Steps({ view, step, onStep }: StepsProps) {
  const open = view.problems.filter(problem => !problem.warning);
  return (
    <View className="steps" {...told({ role: 'tablist', label: '步骤' })}>
      {STEPS.map((name, index) => {
        const done = index < 2 && !open.some(problem => stepOf(problem) === index);
        return (
          <Tap
            key={name}
            role="tab"
            selected={index === step}
            label={`第 ${index + 1} 步，${name}${done ? '，已完成' : ''}`}
            className={index === step ? 'step step--on' : 'step'}
            onTap={() => onStep(index)}
            testId={`step-${index}`}
          >
            <View className={done ? 'step__mark step__mark--done' : 'step__mark'}>{done ? '✓' : index + 1}</View>
            <Text>{name}</Text>
          </Tap>
        );
      })}
    </View>
  );
}
