import { View } from '@tarojs/components';
import { useState } from 'react';
import { Sheet } from '../../../ui/sheet';
import { Submit, type Sending } from '../../../ui/submit';

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
  const [state, setState] = useState<Sending>({ busy: false });
  const go = async () => {
    setState({ busy: true });
    const message = await erase();
    if (message) setState({ busy: false, message });
  };
  return (
    <Sheet label="真的删除？" onClose={onClose}>
      <View className="h1">真的删除？</View>
      <View className="t2 stack-2">{hasPlace ? '删了找不回来，退掉的座位和候补也要不回来。' : '删了找不回来。'}</View>
      <Submit
        state={state}
        label="删除我的资料"
        busyLabel="正在删除"
        takes
        onTap={() => void go()}
        testId="erase-confirm"
        instead={{ label: '先不删', onTap: onClose, testId: 'erase-cancel' }}
      />
    </Sheet>
  );
}
