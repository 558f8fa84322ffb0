import { View } from '@tarojs/components';
import { told } from './a11y';
import './stages.scss';

export interface StageOnLine {
  word: string;
  /** Below the word: a date. */
  note?: string;
  state: 'done' | 'now' | 'todo';
}

interface StagesProps {
  stages: readonly StageOnLine[];
  /** Read out in place of the words. */
  label?: string;
  /** Its place in the page. */
  className?: string;
  testId?: string;
}

/** Points on a line, one for each stage: full if it is done, with a ring if it is now, empty if it is still to come. */
export function Stages({ stages, label, className = '', testId }: StagesProps) {
  return (
    <View
      className={`stages ${className}`}
      {...(testId ? { 'data-testid': testId } : {})}
      {...told(label ? { role: 'img', label } : {})}
    >
      {stages.map(({ word, note, state }) => (
        <View key={word} className={`stages__one stages__one--${state}`}>
          <View className="stages__dot" />
          <View className="sm">{word}</View>
          {note !== undefined && <View className="sm t3 num">{note}</View>}
        </View>
      ))}
    </View>
  );
}
