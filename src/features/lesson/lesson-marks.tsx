import { Text, View } from '@tarojs/components';
import { told } from '../../ui/a11y';
import { sums, type LessonState } from './lesson-state';
import './lessons.scss';

/** One lesson: each state has a shape of its own besides its colour. The words beside it say the same. */
export const LessonMark = ({ state }: { state: LessonState }) => (
  <View className={`lesson-mark lesson-mark--${state}`} {...told({ hidden: true })} />
);

/** All lessons of a class in a row, and their sums. */
export function MarkStrip({ states }: { states: readonly LessonState[] }) {
  const parts = sums(states);
  return (
    <View className="mark-strip" data-testid="mark-strip">
      <View className="mark-strip__marks">
        {states.map((state, i) => (
          <LessonMark key={i} state={state} />
        ))}
      </View>
      <View className="sm t2 num">
        {parts.length === 0
          ? '还没有上过课'
          : parts.map((part, i) => (
              <Text key={part} className="nowrap">
                {part}
                {i < parts.length - 1 && '，'}
              </Text>
            ))}
      </View>
    </View>
  );
}
