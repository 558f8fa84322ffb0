import { View } from '@tarojs/components';
import { useDoing } from '../../../app/act/use-doing';
import { Sheet } from '../../../ui/sheet';
import { Submit } from '../../../ui/submit';
import { Heading } from '../../../ui/heading';

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
    <Sheet label="真的删除？" onClose={onClose}>
      <Heading level={1}>真的删除？</Heading>
      <View className="t2 stack-2">{hasPlace ? '删了找不回来，退掉的座位和候补也要不回来。' : '删了找不回来。'}</View>
      <Submit
        state={state}
        label="删除我的资料"
        busyLabel="正在删除"
        takes
        onTap={() => void run(erase)}
        testId="erase-confirm"
        instead={{ label: '先不删', onTap: onClose, testId: 'erase-cancel' }}
      />
    </Sheet>
  );
}
