import { View } from '@tarojs/components';
import { useState } from 'react';
import type { MenuList, StaffMenuItem } from '../../../../domain/api';
import { costWords, sizeWords, whenWords } from '../../../../domain/menu/words';
import type { Category } from '../../../../domain/model';
import { suggestionWords } from '../../../../domain/wish/suggestion-words';
import { Desk } from '../../../app/desk/desk';
import { useAsked } from '../../../app/memory/use-asked';
import { Empty } from '../../../app/page/states';
import { useParameters } from '../../../app/way/use-parameters';
import { Heading } from '../../../ui/heading';
import { Motif } from '../../../ui/motif';
import { CATEGORY_NAMES } from '../../../ui/motifs/motif';
import { Notice } from '../../../ui/notice';
import { Row } from '../../../ui/row';
import { Tabs } from '../../../ui/tabs';
import './index.scss';
import { menuFor } from './known';
import { TakeSheet } from './take-sheet';
import { Answered } from '../../../app/page/answered';

/** 菜单: what organisations and instructors offer, for a wish, for a draft, or to look through. */
export default function MenuDesk() {
  const { wishId = '', draftId = '' } = useParameters('menuDesk');
  const question = menuFor(wishId);
  const list = useAsked(question, { when: false }).data;
  const [category, choose] = useState<Category | 'all'>('all');
  const [taking, take] = useState<StaffMenuItem>();
  return (
    <Desk
      title="菜单"
      at={draftId ? 'batches' : 'wishes'}
      within
      known={{ draftId }}
      testId="staff-menu"
      over={taking && list && <TakeSheet item={taking} list={list} draftId={draftId} onClose={() => take(undefined)} />}
    >
      <Heading level={1}>菜单</Heading>
      <View className="t2 stack-2">承办单位和讲师能办的课。挑一门放进一期，再问一声时间。费用只在这里看得到。</View>
      {list?.wish && (
        <Notice kind="wait" className="desk__column stack-3" testId="menu-wish">
          给“{list.wish.title}”挑：{suggestionWords(list.wish.suggestion)}
        </Notice>
      )}
      <Answered to={question}>
        {data =>
          data.items.length === 0 ? (
            <Empty title="菜单还是空的" text="承办单位和讲师在“我教的班”里写；先在“人员”里邀请他们" testId="no-items" />
          ) : (
            <View className="desk__column">
              <Filter items={data.items} value={category} onChoose={choose} />
              <View className="card stack-3">
                {data.items
                  .filter(item => category === 'all' || item.category === category)
                  .map(item => (
                    <Item key={item.menuId} item={item} onTap={() => take(item)} />
                  ))}
              </View>
            </View>
          )
        }
      </Answered>
    </Desk>
  );
}

interface FilterProps {
  items: MenuList['items'];
  value: Category | 'all';
  onChoose: (category: Category | 'all') => void;
}

/** Only the categories of which there is something. */
function Filter({ items, value, onChoose }: FilterProps) {
  const named = new Map(items.map(item => [item.category, CATEGORY_NAMES[item.category]]));
  if (named.size < 2) return null;
  return (
    <View className="stack-4">
      <Tabs
        label="看哪一类"
        value={value}
        options={[['all', '全部'], ...named]}
        onChoose={onChoose}
        testId="menu-category"
      />
    </View>
  );
}

function Item({ item, onTap }: { item: StaffMenuItem; onTap: () => void }) {
  return (
    <Row onTap={onTap} testId={`menu-${item.menuId}`}>
      <View className="menu-desk__one">
        <Motif category={item.category} size={40} className="row__motif" />
        <View className="grow">
          <View className="b">{item.course}</View>
          <View className="t2">{[item.organisation, item.instructor].filter(Boolean).join('，')}</View>
          <View className="sm t3 num">
            {sizeWords(item)}，{costWords(item.cost)}
          </View>
          <View className="sm t3">{whenWords(item.when)}</View>
        </View>
      </View>
    </Row>
  );
}
