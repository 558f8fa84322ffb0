import { Input, Text, Textarea, View } from '@tarojs/components';
import { useEffect, useRef, useState, type PropsWithChildren } from 'react';
import type { CellIssue } from '../../../../domain/sheet/draft';
import { CELL_LIMIT } from '../../../../domain/sheet/limits';
import { told } from '../../../ui/a11y';
import { focusField } from '../../../ui/focus';
import { Tap } from '../../../ui/tap';
import { Button } from '../../../ui/button';
import { cellId, GROUPS, inCell, type CellInput, type SheetCell } from './sheet-cells';
import { useCellKeys } from './use-cell-keys';

interface CellProps {
  row: number;
  cell: SheetCell;
  className: string;
  editing: boolean;
  busy: boolean;
  /** Why the typed text could not be read. */
  message: string | undefined;
  onEdit: () => void;
  onUndo: () => void;
  /** @param onward true if Enter was pressed, so that the person can go on typing in the next red cell. */
  onKeep: (typed: Record<string, string>, onward: boolean) => void;
  onLeave: () => void;
}

/**
 * One cell of the sheet: what was understood, and what is wrong with it. A tap opens it so that it can be typed
 * anew.
 */
export function MendCell(props: PropsWithChildren<CellProps>) {
  const { row, cell, className, editing, busy, onEdit, onUndo, children } = props;
  const { group, errors, warnings, mended } = cell;
  const tone = errors.length
    ? 'grid__cell--bad'
    : mended.length
      ? 'grid__cell--mended'
      : warnings.length
        ? 'grid__cell--warned'
        : '';
  if (editing)
    return (
      <View className={`${className} grid__cell--open`} data-testid={cellId({ row, group })}>
        <Editor {...props} />
      </View>
    );
  const wrong = [...errors, ...warnings].map(issue => inCell(issue.text)).join('；');
  return (
    <View className={`${className} ${tone}`}>
      <Tap
        className="cell"
        label={`第 ${row} 行，${GROUPS[group]}${wrong ? `，${wrong}` : ''}，修改`}
        disabled={busy || cell.inputs.length === 0}
        onTap={onEdit}
        testId={cellId({ row, group })}
      >
        {children}
        <Issues issues={errors} tone="t-danger" />
        <Issues issues={warnings} tone="t-few" />
      </Tap>
      {mended.length > 0 && (
        <View className="cell__mended sm">
          <Text className="t-open">已改</Text>
          <Tap
            className="cell__undo"
            label={`第 ${row} 行，${GROUPS[group]}，改回原来的“${mended.map(each => each.was || '空着').join('、')}”`}
            disabled={busy}
            onTap={onUndo}
            testId={`undo-${row}-${group}`}
          >
            改回原来的
          </Tap>
        </View>
      )}
    </View>
  );
}

function Issues({ issues, tone }: { issues: CellIssue[]; tone: string }) {
  return (
    <>
      {issues.map(issue => (
        <View key={issue.text} className={`sm ${tone}`}>
          {inCell(issue.text)}
        </View>
      ))}
    </>
  );
}

/** One line for each column of the sheet that belongs to this cell. */
function Editor({ row, cell, busy, message, onKeep, onLeave }: CellProps) {
  const { group, inputs } = cell;
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [first] = useState(() =>
    Math.max(
      0,
      inputs.findIndex(({ faults }) => faults.length > 0),
    ),
  );
  const root = useRef<HTMLElement>(null);
  const keep = (onward: boolean) => {
    if (!busy) onKeep(typed, onward);
  };
  useCellKeys(root, () => keep(true), onLeave);
  useEffect(() => focusField(inputId(row, inputs[first])), [row, inputs, first]);
  const written = (input: CellInput) => ({
    value: typed[input.column] ?? input.value,
    maxlength: CELL_LIMIT,
    onInput: (event: { detail: { value: string } }) => setTyped({ ...typed, [input.column]: event.detail.value }),
    // A browser's input lies within Taro's, and has no placeholder that would name it.
    ...(process.env.TARO_ENV === 'weapp' ? {} : { nativeProps: { 'aria-label': labelOf(row, input) } }),
    'data-testid': inputId(row, input),
    ...told({ label: labelOf(row, input) }),
  });
  return (
    <View ref={root}>
      {inputs.map((input, index) => (
        <View key={input.column} className={input.faults.length > 0 ? 'cell__line field--bad' : 'cell__line'}>
          <View className="sm b">{input.header}</View>
          {input.lines ? (
            <Textarea
              className="text-area text-area--small"
              {...(process.env.TARO_ENV === 'weapp' ? { focus: index === first } : {})}
              {...written(input)}
            />
          ) : (
            <Input
              className="field__input cell__input"
              {...(process.env.TARO_ENV === 'weapp' ? { focus: index === first, onConfirm: () => keep(true) } : {})}
              {...written(input)}
            />
          )}
          {input.faults.map(fault => (
            <View key={fault} className="field__fault sm">
              {fault}
            </View>
          ))}
        </View>
      ))}
      {message && (
        <View className="field__fault sm" data-testid="mend-fault" {...told({ live: 'assertive' })}>
          {message}
        </View>
      )}
      <View className="cell__acts">
        <Button
          kind="go"
          size="small"
          busy={busy}
          busyLabel="正在读"
          label={`改好第 ${row} 行的${GROUPS[group]}`}
          onTap={() => keep(false)}
          testId="mend-keep"
        >
          改好
        </Button>
        <Button kind="plain" size="small" onTap={onLeave} testId="mend-leave">
          不改了
        </Button>
      </View>
    </View>
  );
}

export const inputId = (row: number, input: CellInput | undefined): string => `type-${row}-${input?.column ?? ''}`;

const labelOf = (row: number, { header }: CellInput): string => `第 ${row} 行，${header}`;
