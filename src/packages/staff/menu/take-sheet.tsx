import { View } from '@tarojs/components';
import { useState } from 'react';
import type { MenuList, StaffMenuItem } from '../../../../domain/api';
import { costWords, sizeWords, whenWords } from '../../../../domain/menu/words';
import { useAct } from '../../../app/act/use-act';
import { go } from '../../../app/way/go';
import { chosenDraft, firstDraft, WhichDraft } from '../../../features/draft/which-draft';
import { ActSheet } from '../../../ui/act-sheet';
import { Fact } from '../../../ui/fact';
import { menuFor } from './known';

interface TakeProps {
  item: StaffMenuItem;
  list: MenuList;
  /** The draft from which staff came; '' = none. */
  draftId: string;
  onClose: () => void;
}

/** One item in full, and the draft that takes it in. */
export function TakeSheet({ item, list, draftId, onClose }: TakeProps) {
  const { drafts, wish } = list;
  const [into, setInto] = useState(firstDraft(drafts, draftId));
  const { state, act } = useAct('menu.take', { long: true });
  const capacity = wish ? Math.min(wish.suggestion.capacity, item.most) : item.most;
  const send = () => {
    const content = {
      menuId: item.menuId,
      draft: chosenDraft(drafts, into),
      ...(wish ? { wishId: wish.wishId } : {}),
    };
    return void act(
      content,
      made => {
        onClose();
        go.draft(made.draftId, { beside: true });
      },
      answer => {
        // The list says how the drafts are now.
        void menuFor(wish?.wishId ?? '').ask();
        return `${answer.message}。`;
      },
    );
  };
  return (
    <ActSheet
      title={item.course}
      text={`放进一期：${capacity} 个名额${wish ? '，照愿望的建议' : ''}。时间和地点在草稿里填，填好了问一声。`}
      state={state}
      label="放进去"
      busyLabel="正在放"
      insteadLabel="先不放"
      onAct={send}
      onClose={onClose}
      testId="take-now"
    >
      <View className="stack-3">
        <Fact name="承办">{item.organisation || '没有写'}</Fact>
        <Fact name="老师">{item.instructor || '还没有定'}</Fact>
        <Fact name="规模">{sizeWords(item)}</Fact>
        <Fact name="时间">{whenWords(item.when)}</Fact>
        <Fact name="费用">{costWords(item.cost)}</Fact>
        {item.needs && <Fact name="要求">{item.needs}</Fact>}
        {item.about && <Fact name="介绍">{item.about}</Fact>}
      </View>
      <WhichDraft drafts={drafts} value={into} onChoose={setInto} />
    </ActSheet>
  );
}
