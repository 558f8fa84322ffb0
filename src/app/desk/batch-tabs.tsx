import { View } from '@tarojs/components';
import type { BatchCard } from '../../../domain/api';
import { told } from '../../ui/a11y';
import { Tap } from '../../ui/tap';

interface TabsProps {
  all: BatchCard[];
  /** The batch that is shown; `undefined` while it is being fetched. */
  batch: BatchCard | undefined;
  onChoose: (batchId: string) => void;
}

/** Chooses the batch that a room shows. */
export function BatchTabs({ all, batch, onChoose }: TabsProps) {
  return (
    <View className="tabs" {...told({ role: 'tablist', label: '期次' })}>
      {all.map(one => (
        <Tap
          key={one.batchId}
          role="tab"
          selected={one === batch}
          className={one === batch ? 'tabs__one tabs__one--on' : 'tabs__one'}
          onTap={() => onChoose(one.batchId)}
          testId="batch-tab"
        >
          {one.title}
        </Tap>
      ))}
    </View>
  );
}
