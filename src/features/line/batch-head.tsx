import { Text, View } from '@tarojs/components';
import type { BatchCard } from '../../../domain/api';
import { endText, HOUR, timeText } from '../../../domain/base/clock';
import { phaseOf } from '../../../domain/batch/phase';
import { WAITING_ROOM_MS } from './claim-button';
import type { RoomLeft } from '../../../domain/line/room-left';
import type { Board } from './board';
import { spanText, untilText, whenText } from '../../app/words';
import { told } from '../../ui/a11y';
import { Countdown } from '../../ui/countdown';
import { Heading } from '../../ui/heading';
import { Notice } from '../../ui/notice';
import { Chip } from '../../ui/chip';
import './batch-head.scss';

interface HeadProps {
  batch: BatchCard;
  /** The seats over all sections; `undefined` = still being counted. */
  left: RoomLeft | undefined;
  /** Absent if another line already says that the content is old. */
  board?: Board | undefined;
  now: number;
}

/** Shows biggest what the person came to learn: when it opens, or how many seats are left. */
export function BatchHead({ batch, left: room, board, now }: HeadProps) {
  const phase = phaseOf(batch, now);
  const left = room?.seatsLeft;
  const none = left === 0 && room?.waitingLeft === 0;
  if (phase === 'upcoming')
    return (
      <View>
        <View className="batch-head">
          <Heading level={1}>{whenText(batch.opensAt, now)} 开放</Heading>
          <Chip kind="soon">{batch.opensAt - now > WAITING_ROOM_MS ? '还没开放' : '候场中'}</Chip>
        </View>
        <View className="stack-2">
          <Countdown leftMs={batch.opensAt - now} />
        </View>
        <Audience batch={batch} />
      </View>
    );
  return (
    <View>
      <View className="batch-head" {...told({ live: 'polite' })}>
        <Heading level={1} className="num" testId="seats-left">
          {phase === 'closed'
            ? '报名已结束'
            : left === undefined
              ? '正在数名额'
              : left > 0
                ? `还剩 ${left} 个名额`
                : none
                  ? '名额和候补都满了'
                  : '名额已满'}
        </Heading>
        {phase === 'open' &&
          !none &&
          (left === 0 ? <Chip kind="waiting">可候补</Chip> : <Chip kind="open">报名中</Chip>)}
      </View>
      <View className="t2 num">
        {openWords(batch, now).map((words, i) => (
          <Text key={i} className="nowrap">
            {words}
          </Text>
        ))}
      </View>
      {board?.stale && (
        <Notice className="stack-3" kind="soon" testId="board-stale">
          网络不稳，名额是 {spanText(now - board.countedAt)}前的，正在重连
        </Notice>
      )}
      <Audience batch={batch} />
    </View>
  );
}

/** In parts that must not break within. */
function openWords(batch: BatchCard, now: number): string[] {
  const all = `共 ${batch.capacity} 个，`;
  if (phaseOf(batch, now) === 'closed') return [all, `${endText(batch.closesAt, now)} 截止`];
  const since = now - batch.opensAt;
  return since < HOUR
    ? [all, `${timeText(batch.opensAt)} 准时开放，`, `已过 ${spanText(since)}`]
    : [all, `${untilText(batch.closesAt, now)} 截止`];
}

function Audience({ batch }: { batch: BatchCard }) {
  const words = [
    batch.audience.unionMembersOnly ? '面向工会会员' : undefined,
    batch.audience.employers ? `面向${batch.audience.employers.join('、')}职工` : undefined,
    batch.audience.districts ? `面向${batch.audience.districts.join('、')}` : undefined,
    batch.audience.headStartMinutes ? `没上过课的先报 ${batch.audience.headStartMinutes} 分钟` : undefined,
    batch.limit === null ? undefined : `每人最多 ${batch.limit} 个班（含候补）`,
  ].filter(Boolean);
  return words.length ? <View className="t3 sm stack-2">{words.join('，')}</View> : null;
}
