import { View } from '@tarojs/components';
import { timeText } from '../../../domain/base/clock';
import type { NoticeKind } from '../../../domain/model';
import { call } from '../../app/call/call';
import { told } from '../../ui/a11y';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { notices } from '../../app/known/member';
import { useAsked } from '../../app/memory/use-asked';
import { dayWords } from '../../app/words';
import { headOf, isPressing, textOf } from '../../features/telling/notice-words';
import { ToClass } from '../../features/telling/to-class';

/** What happened to my classes while I was away: moved up, moved, called off. It stays until it is read or is old. */
export function Told({ now }: { now: number }) {
  const asked = useAsked(notices);
  const unread = (asked.data?.notices ?? []).filter(one => isPressing(one, now));
  if (unread.length === 0) return null;
  const read = async () => {
    const noticeIds = unread.map(one => one._id);
    const answer = await call('member.readNotices', { noticeIds });
    if (!answer.ok) return;
    notices.put(
      known => known && { notices: known.notices.map(one => ({ ...one, readAt: one.readAt ?? answer.now })) },
    );
  };
  return (
    <View className="promoted" {...told({ live: 'polite' })}>
      {unread.map(one => (
        <View key={one._id} className="promoted__one">
          <Notice kind={GOOD.has(one.kind) ? 'wait' : 'soon'} testId={one.kind === 'PROMOTED' ? 'promoted' : 'told'}>
            <View className="b">{headOf(one)}</View>
            <View className="num">
              {dayWords(one.createdAt, now)} {timeText(one.createdAt)}，{textOf(one)}
              <ToClass of={one} />
            </View>
          </Notice>
        </View>
      ))}
      <Button kind="ink" size="small" onTap={() => void read()} testId="promoted-read">
        知道了
      </Button>
    </View>
  );
}

const GOOD: ReadonlySet<NoticeKind> = new Set([
  'PROMOTED',
  'ADDED',
  'LENT',
  'APPEAL_ANSWERED',
  'OPENING',
  'ROOM_AGAIN',
  'TOMORROW',
  'NEXT_LESSON',
  'RATING_OPENS',
]);
