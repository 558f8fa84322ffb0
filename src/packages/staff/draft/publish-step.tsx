import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { DraftProblem, DraftView } from '../../../../domain/api';
import { dateText, timeText } from '../../../../domain/base/clock';
import { go } from '../../../app/way/go';
import { Door } from '../../../ui/door';
import { Tap } from '../../../ui/tap';
import { Button } from '../../../ui/button';
import { Heading } from '../../../ui/heading';
import { Notice } from '../../../ui/notice';
import { sectionTitle } from '../../../app/words';
import { Preview } from './preview';
import { PublishSheet } from './publish-sheet';
import { Rooms } from './rooms';

const OPENS_BY_ITSELF = '准时开放，到点自动亮起。发布后职工马上能看到，可以先填资料、进候场。';

interface StepProps {
  view: DraftView;
  now: number;
  onMend: (problem: DraftProblem) => void;
}

/** Exactly what workers will see, what still has to be corrected, and the one button that publishes. */
export function PublishStep({ view, now, onMend }: StepProps) {
  const stops = view.problems.filter(problem => !problem.warning);
  const warnings = view.problems.filter(problem => problem.warning);
  const [asking, ask] = useState(false);
  return (
    <>
      <View className="publish">
        <View className="publish__main">
          <View className="split split--base publish__head">
            <Heading level={2}>职工会看到的样子</Heading>
          </View>
          {view.preview ? (
            <Preview {...view.preview} now={now} />
          ) : (
            <Notice kind="quiet">定好开放和截止时间、有了班，这里就能预览。</Notice>
          )}
        </View>
        <View className="publish__side">
          {stops.length > 0 ? (
            <Problems title={`还有 ${stops.length} 处要改`} view={view} problems={stops} onMend={onMend} />
          ) : (
            <View className="card pad" data-testid="ready-to-publish">
              <Heading level={2}>可以发布了</Heading>
              <View className="t2 stack-2">
                {view.opensAt === null ? '' : `${dateText(view.opensAt)} ${timeText(view.opensAt)}`} {OPENS_BY_ITSELF}
              </View>
              <Button kind="go" className="stack-4" onTap={() => ask(true)} testId="publish">
                发布这一期
              </Button>
            </View>
          )}
          {view.sections.length > 0 && (
            <View className="card publish__rehearsal">
              <Door
                label="放号演练"
                text="先算一遍：几万人一起点，会不会出问题"
                onTap={() => go.draftRehearsal(view.draftId)}
                testId="draft-rehearsal"
              />
            </View>
          )}
          {warnings.length > 0 && (
            <Problems title={`${warnings.length} 处提醒`} view={view} problems={warnings} onMend={onMend} quiet />
          )}
          {view.hints.length > 0 && (
            <View className="card pad publish__problems" data-testid="hints">
              <Heading level={2}>老师</Heading>
              {view.hints.map(hint => (
                <View key={hint} className="t2 stack-2">
                  {hint}
                </View>
              ))}
            </View>
          )}
        </View>
        {asking && <PublishSheet view={view} now={now} onClose={() => ask(false)} />}
      </View>
      <Rooms view={view} />
    </>
  );
}

interface ProblemsProps {
  title: string;
  view: DraftView;
  problems: DraftProblem[];
  quiet?: boolean;
  onMend: (problem: DraftProblem) => void;
}

function Problems({ title, view, problems, quiet, onMend }: ProblemsProps) {
  return (
    <View className="card pad publish__problems" data-testid={quiet ? 'warnings' : 'problems'}>
      <Heading level={2}>{title}</Heading>
      {problems
        .map(problem => ({ problem, text: namedText(view, problem) }))
        .map(({ problem, text }, index) => (
          <Tap
            key={index}
            className="publish__problem"
            label={`${text}，去改`}
            onTap={() => onMend(problem)}
            testId="problem"
          >
            <View className={`publish__dot ${quiet ? 'publish__dot--quiet' : ''}`} />
            <View className="grow">{text}</View>
            <Text className="publish__mend t3 sm">去改</Text>
          </Tap>
        ))}
    </View>
  );
}

/** A problem of a class begins with its name. */
function namedText({ sections }: DraftView, { where, text }: DraftProblem): string {
  const section = typeof where === 'object' ? sections.find(one => one.key === where.key) : undefined;
  return !section || text.startsWith(sectionTitle(section)) ? text : `${sectionTitle(section)}：${text}`;
}
