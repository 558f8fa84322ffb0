import { View } from '@tarojs/components';
import type { BatchCard } from '../../../domain/api';
import { MINUTE } from '../../../domain/base/clock';
import { phaseOf } from '../../../domain/batch/phase';
import { questions } from '../../app/memory/asked';
import { useAsked } from '../../app/memory/use-asked';
import { told } from '../../ui/a11y';

/** Before an opening a crowd looks at the page. */
const CROWD_MS = 10 * MINUTE;

const lineOf = questions('loop.section', sectionId => ({ sectionId }));

/** 职工提出 42 → 工会立项 → 益才教育承办. It is not asked for around a release, when a crowd looks at the page. */
export function LoopLine({ batch, sectionId, now }: { batch: BatchCard; sectionId: string; now: number }) {
  const calm = phaseOf(batch, now) === 'closed' || now < batch.opensAt - CROWD_MS;
  const { data } = useAsked(lineOf(sectionId), { freshForMs: 10 * MINUTE, when: calm });
  if (!data) return null;
  return (
    <View className="sm t3 num stack-4" {...told({ label: data.words.join('，') })} data-testid="loop-line">
      {data.words.join(' → ')}
    </View>
  );
}
