import type { BatchCard } from '../../../domain/api';
import { Tabs } from '../../ui/tabs';

interface BatchTabsProps {
  all: BatchCard[];
  /** The batch that is shown; `undefined` while it is being fetched. */
  batch: BatchCard | undefined;
  onChoose: (batchId: string) => void;
}

/** Chooses the batch that a room shows. */
export const BatchTabs = ({ all, batch, onChoose }: BatchTabsProps) => (
  <Tabs
    label="期次"
    value={batch?.batchId}
    options={all.map(one => [one.batchId, one.title])}
    onChoose={onChoose}
    testId="batch-tab"
  />
);
