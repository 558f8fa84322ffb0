import { View } from '@tarojs/components';
import { PickOne } from '../../ui/pick';
import { draftTitle } from './draft-title';

interface Seen {
  draftId: string;
  title: string;
  revision: number;
}

const NEW = 'new';

/** The draft that is chosen at first: the one that staff came from, or the first one, or a new one. */
export const firstDraft = (drafts: readonly Seen[], from = ''): string =>
  (drafts.find(one => one.draftId === from) ?? drafts[0])?.draftId ?? NEW;

/** The chosen draft as staff have seen it; `null` = a new one. */
export function chosenDraft(drafts: readonly Seen[], draftId: string): Pick<Seen, 'draftId' | 'revision'> | null {
  const draft = drafts.find(one => one.draftId === draftId);
  return draft ? { draftId: draft.draftId, revision: draft.revision } : null;
}

interface WhichProps {
  drafts: readonly Seen[];
  value: string;
  onChoose: (draftId: string) => void;
}

/** 放进哪一期: one of the drafts, or a new one. */
export function WhichDraft({ drafts, value, onChoose }: WhichProps) {
  return (
    <View className="stack-3">
      {drafts.map(draft => (
        <PickOne
          key={draft.draftId}
          on={draft.draftId === value}
          onChoose={() => onChoose(draft.draftId)}
          testId={`take-${draft.draftId}`}
        >
          {draftTitle(draft)}
        </PickOne>
      ))}
      <PickOne on={value === NEW} onChoose={() => onChoose(NEW)} testId="take-new">
        新的一期
      </PickOne>
    </View>
  );
}
