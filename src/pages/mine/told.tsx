import { View } from '@tarojs/components';
import type { Output } from '../../../domain/contract';
import { timeText } from '../../../domain/clock';
import type { NoticeKind } from '../../../domain/model';
import { NOTICE_WORDS } from '../../../domain/rules/notice-words';
import { call } from '../../api/call';
import { told } from '../../parts/a11y';
import { Note } from '../../parts/marks';
import { Tap } from '../../parts/tap';
import { notices } from '../../state/member';
import { useAsked } from '../../state/use-asked';
import { dayWords } from '../../words';

type Notice = Output<'member.notices'>['notices'][number];

/** What happened to my classes while I was not looking: moved up, moved, called off. Stays until it is read. */
export function Told({ now }: { now: number }) {
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
          <Note kind={GOOD.has(one.kind) ? 'wait' : 'soon'} testId={one.kind === 'PROMOTED' ? 'promoted' : 'told'}>
            <View className="b">{headOf(one)}</View>
            <View className="num">
              {dayWords(one.createdAt, now)} {timeText(one.createdAt)}，{textOf(one)}
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

const GOOD: ReadonlySet<NoticeKind> = new Set(['PROMOTED', 'ADDED', 'LENT', 'APPEAL_ANSWERED', 'OPENING', 'TOMORROW']);

const headOf = ({ kind, title }: Notice) =>
  kind === 'PROMOTED' ? `轮到您了！${title}给您留了座` : `${title}：${NOTICE_WORDS[kind]}`;

/** Where the notice itself says no more. */
const TEXTS: Partial<Record<NoticeKind, string>> = {
  PROMOTED: '有人退课，您从候补往前走，已经入座。来不了请及时退课。',
  LENT: '有人请假，座位借给您上这一次课。来不了请让给下一位。',
  APPEAL_ANSWERED: '在“缺课”里看答复。',
};

const textOf = ({ kind, text }: Notice) => text || TEXTS[kind] || '详情请问工会工作人员。';
