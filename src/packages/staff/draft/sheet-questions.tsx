import { View } from '@tarojs/components';
import type { SheetQuestion, SheetReading } from '../../../../domain/sheet/draft';
import { Tap } from '../../../ui/tap';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import type { Said } from './use-course-sheet';

interface QuestionsProps {
  reading: SheetReading;
  said: Said;
  busy: boolean;
  onSay: (change: Partial<Said>) => void;
}

const PASSED = { hidden: '隐藏的行和列', struck: '划掉的行' } as const;

/**
 * The questions about a sheet that only staff can decide, each with its answers. Answers already given can be
 * changed.
 */
export function SheetQuestions({ reading, said, busy, onSay }: QuestionsProps) {
  return (
    <>
      {reading.questions.map(question => (
        <View key={question.about} className="stack-2" data-testid={`question-${question.about}`}>
          <Notice kind="danger">{question.text}</Notice>
          <View className="desk__acts draft__acts">
            {answersOf(question).map(({ label, change }) => (
              <Button
                kind="ink"
                size="small"
                key={label}
                disabled={busy}
                onTap={() => onSay(change)}
                testId={`answer-${question.about}`}
              >
                {label}
              </Button>
            ))}
          </View>
        </View>
      ))}
      {said.sheet !== undefined &&
        reading.tabs
          .filter(({ name, sections }) => sections > 0 && name !== reading.sheet)
          .map(({ name, sections }) => (
            <View key={name} className="sm t3 cell__mended">
              <Tap className="cell__undo" disabled={busy} onTap={() => onSay({ sheet: name })} testId="change-sheet">
                改读“{name}”，{sections} 个班
              </Tap>
            </View>
          ))}
      {(['hidden', 'struck'] as const).map(about => {
        const answer = said[about];
        if (answer === undefined) return null;
        const other = answer === 'take' ? 'leave' : 'take';
        return (
          <View key={about} className="sm t3 cell__mended">
            {PASSED[about]}
            {answer === 'take' ? '一起导入' : '不导入'}
            <Tap
              className="cell__undo"
              disabled={busy}
              onTap={() => onSay({ [about]: other })}
              testId={`change-${about}`}
            >
              {answer === 'take' ? '改成不要' : '改成一起导入'}
            </Tap>
          </View>
        );
      })}
    </>
  );
}

function answersOf(question: SheetQuestion): { label: string; change: Partial<Said> }[] {
  if (question.about === 'sheets')
    return question.sheets.map(({ name, sections }) => ({
      label: `读“${name}”，${sections} 个班`,
      change: { sheet: name },
    }));
  return [
    { label: '不要', change: { [question.about]: 'leave' } },
    { label: '一起导入', change: { [question.about]: 'take' } },
  ];
}
