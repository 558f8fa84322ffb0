import { View } from '@tarojs/components';
import type { CourseLoop } from '../../../../domain/api';
import { STAGE_WORDS } from '../../../../domain/loop/loop';
import { told } from '../../../ui/a11y';
import { Button } from '../../../ui/button';
import { Stages } from '../../../ui/stages';
import { Tap } from '../../../ui/tap';
import { nextActOf } from './act-of';

/** The word for each state. Colour and shape alone say nothing. */
const STATE_WORDS = { done: '已有', now: '现在', todo: '还没有' } as const;

/** 提出，已有：42 人想学；主导，现在：还没有答复；… */
export const spoken = ({ stages }: CourseLoop): string =>
  stages
    .map(({ stage, state, words }) => {
      const said = state === 'todo' || words.length === 0 ? '' : `：${words.join('，')}`;
      return `${STAGE_WORDS[stage]}，${STATE_WORDS[state]}${said}`;
    })
    .join('；');

interface RowProps {
  course: CourseLoop;
  onOpen: () => void;
}

/** One course: its name, five dots, where it stands, and the next act with the way to where it is done. */
export function CourseRow({ course, onOpen }: RowProps) {
  const { key, course: name, stages } = course;
  const now = stages.find(({ state }) => state === 'now');
  const act = nextActOf(course);
  return (
    <View className="loop" data-testid={`loop-${key}`}>
      <Tap className="loop__what" onTap={onOpen} testId={`open-${key}`}>
        <View className="loop__name b">{name}</View>
        <Stages
          stages={stages.map(({ stage, state }) => ({ word: STAGE_WORDS[stage], state }))}
          label={spoken(course)}
          className="loop__dots"
        />
        <View className="loop__words sm t2" {...told({ hidden: true })}>
          {now ? `${STAGE_WORDS[now.stage]}：${now.words.join('，')}` : lastWords(course)}
        </View>
      </Tap>
      <View className="loop__act">
        {act && (
          <Button
            kind={now ? 'ink' : 'plain'}
            size="row"
            role="link"
            label={`${name}，${act.word}`}
            onTap={act.go}
            testId={`next-${key}`}
          >
            {act.word}
          </Button>
        )}
      </View>
    </View>
  );
}

/** The result of a course that rests. */
const lastWords = ({ stages }: CourseLoop): string =>
  [...stages]
    .reverse()
    .find(({ state, words }) => state === 'done' && words.length > 0)
    ?.words.join('，') ?? '';
