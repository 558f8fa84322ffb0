import { View } from '@tarojs/components';
import { call } from '../../api/call';
import { dayWords } from '../../words';
import { timeText } from '../../../domain/clock';
import { told } from '../../parts/a11y';
import { Note } from '../../parts/marks';
import { Tap } from '../../parts/tap';
import { notices } from '../../state/member';
import { useAsked } from '../../state/use-asked';

/** 轮到您了: what happened to my places while I was not looking. Stays until it is read. */
export function Promoted({ now }: { now: number }) {
  const asked = useAsked(notices);
  const unread = (asked.data?.notices ?? []).filter(one => one.readAt === null);
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
          <Note kind="wait" testId="promoted">
            <View className="b">轮到您了！{one.title}给您留了座</View>
            <View className="num">
              {dayWords(one.createdAt, now)} {timeText(one.createdAt)}
              ，有人退课，您从候补往前走，已经入座。来不了请及时退课。
            </View>
          </Note>
        </View>
      ))}
      <Tap className="btn btn--ink btn--small" onTap={() => void read()} testId="promoted-read">
        知道了
      </Tap>
    </View>
  );
}
