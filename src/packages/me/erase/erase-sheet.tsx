import { useDoing } from '../../../app/act/use-doing';
import { ActSheet } from '../../../ui/act-sheet';

/** The second confirmation. `erase` returns why it did not happen, or nothing. */
export function EraseSheet({
  hasPlace,
  erase,
  onClose,
}: {
  hasPlace: boolean;
  erase: () => Promise<string | undefined>;
  onClose: () => void;
}) {
  const { state, run } = useDoing();
  return (
    <ActSheet
      title="真的删除？"
      text={hasPlace ? '删了找不回来，退掉的座位和候补也要不回来。' : '删了找不回来。'}
      state={state}
      label="删除我的资料"
      takes
      busyLabel="正在删除"
      insteadLabel="先不删"
      onAct={() => void run(erase)}
      onClose={onClose}
      testId="erase-confirm"
      insteadTestId="erase-cancel"
    />
  );
}
