import { View } from '@tarojs/components';
import type { MyMenuItem } from '../../../../domain/api';
import { costWords, sizeWords, whenWords } from '../../../../domain/menu/words';
import { useDoing } from '../../../app/act/use-doing';
import { askUntilKnown } from '../../../app/call/ask-until-known';
import { myMenu } from '../../../features/menu/known';
import { Button } from '../../../ui/button';
import { Chip } from '../../../ui/chip';
import { Motif } from '../../../ui/motif';
import { Fault } from '../../../ui/notice';

/** A course that I offer. It is withdrawn with one tap, and put back with another. */
export function ItemCard({ item, onEdit }: { item: MyMenuItem; onEdit: () => void }) {
  const { state, run } = useDoing();
  const withdrawn = item.state === 'withdrawn';
  const turn = async () => {
    const next = withdrawn ? 'offered' : 'withdrawn';
    const answer = await askUntilKnown('menu.withdraw', { menuId: item.menuId, withdrawn: next === 'withdrawn' });
    if (!answer.ok) return `${answer.message}。`;
    // It stays where it is, so that the way back is under the same finger.
    myMenu.put(
      data =>
        data && {
          ...data,
          items: data.items.map(one =>
            one.menuId === item.menuId ? { ...one, state: next, revision: one.revision + 1 } : one,
          ),
        },
    );
    return undefined;
  };
  return (
    <View className="card pad stack-3" data-testid={`item-${item.menuId}`}>
      <View className={withdrawn ? 'menu-item menu-item--off' : 'menu-item'}>
        <Motif category={item.category} size={40} className="row__motif" />
        <View className="grow">
          <View className="ask__head">
            <View className="b">{item.course}</View>
            {withdrawn && <Chip kind="full">已撤下</Chip>}
          </View>
          <View className="sm t2 num">{sizeWords(item)}</View>
          <View className="sm t3">
            {whenWords(item.when)}
            {item.instructor ? `，${item.instructor}` : ''}
          </View>
          <View className="sm t3 num">{costWords(item.cost)}，只有您和工会看得到</View>
          {item.about && <View className="sm t2 stack-2">{item.about}</View>}
          {item.needs && <View className="sm t3">要求：{item.needs}</View>}
        </View>
      </View>
      <Fault says={state.message} />
      <View className="menu-item__acts">
        {!withdrawn && (
          <Button kind="link" size="small" label={`改一改，${item.course}`} onTap={onEdit} testId="edit-item">
            改一改
          </Button>
        )}
        <Button
          kind="link"
          size="small"
          label={`${withdrawn ? '放回菜单' : '撤下'}，${item.course}`}
          disabled={state.busy}
          onTap={() => void run(turn)}
          testId="turn-item"
        >
          {withdrawn ? '放回菜单' : '撤下'}
        </Button>
      </View>
    </View>
  );
}
