import { Text, View } from '@tarojs/components';
import type { Output } from '../../../domain/api';
import { dayText, MINUTE, timeText } from '../../../domain/base/clock';
import { INELIGIBLE, type Ineligible } from '../../../domain/line/enter';
import { serverClock } from '../../app/clock/server-clock';
import { go } from '../../app/way/go';
import { mendOn } from './eligibility';
import type { Entry } from './waiting-room';
import { Icon, type IconName, type Ink } from '../../ui/icon';
import { Button } from '../../ui/button';
import { GroupHead } from '../../ui/heading';

interface Check {
  text: string;
  note?: string;
  state: 'good' | 'wait' | 'bad';
  mend?: { label: string; onTap: () => void };
}

const MARK: Record<Check['state'], [IconName, Ink]> = {
  good: ['check', 'open'],
  wait: ['dot', 'ink-3'],
  bad: ['warn', 'danger'],
};

/** Shown in a narrow button beside the sentence that says why. */
const MEND: Partial<Record<Ineligible['refused'], string>> = {
  MEMBERSHIP_UNSAID: '去说明',
  NOT_UNION_MEMBER: '我是会员，去改',
  EMPLOYER_NOT_INVITED: '核对单位',
  DISTRICT_NOT_INVITED: '核对镇街',
  NOT_ACCEPTED: '去看须知',
};

/**
 * 候场准备: everything that can be settled before the stroke, so that one tap is enough at the stroke. It states only
 * facts. `brief` leaves out what is good, for a page that has a list below.
 */
export function WaitingRoomChecks({
  entry,
  stale,
  brief,
  on,
}: {
  entry: Entry | undefined;
  stale: boolean;
  brief?: boolean;
  /** What the profile is needed for. */
  on?: On;
}) {
  const checks = checksOf(entry, stale, on);
  const good = checks.every(one => one.state === 'good');
  if (brief && good)
    return (
      <View className="check stack-2" data-testid="waiting-room">
        <Icon name="check" ink="open" className="check__icon" />
        <Text className="check__text" data-testid="waiting-room-good">
          候场准备都好了，到点只要点一下
        </Text>
      </View>
    );
  return (
    <View data-testid="waiting-room" className={brief ? 'stack-2' : ''}>
      {!brief && (
        <GroupHead
          act={
            good && (
              <Text className="sm waiting-room__good" data-testid="waiting-room-good">
                都好了
              </Text>
            )
          }
        >
          候场准备
        </GroupHead>
      )}
      {checks
        .filter(one => !brief || one.state !== 'good')
        .map(({ text, note, state, mend }) => (
          <View key={text} className="check">
            <Icon name={MARK[state][0]} ink={MARK[state][1]} className="check__icon" />
            <Text className="check__text">{text}</Text>
            {mend ? (
              <Button kind="ink" size="small" onTap={mend.onTap}>
                {mend.label}
              </Button>
            ) : (
              note && <Text className="check__note sm num">{note}</Text>
            )}
          </View>
        ))}
    </View>
  );
}

type On = { batchId: string; sectionId?: string } | undefined;

export function checksOf(entry: Entry | undefined, stale: boolean, on?: On): Check[] {
  return [...personChecks(entry, on), ...lineChecks(stale)];
}

function personChecks(entry: Entry | undefined, on: On): Check[] {
  const answer = entry?.answer;
  if (!answer || (!answer.ok && !INELIGIBLE.some(code => code === answer.code)))
    return [{ text: '正在核对您的资料和资格', state: 'wait' }];
  if (answer.ok)
    return [
      { text: '姓名、手机、单位已填好', state: 'good' },
      { text: '符合这一期的报名条件', state: 'good' },
      ...turnChecks(answer.data, entry.opensAt),
    ];
  if (answer.code === 'PROFILE_MISSING')
    return [{ text: '还没填姓名、手机、单位', state: 'bad', mend: { label: '去填写', onTap: () => go.profile(on) } }];
  const code = answer.code as Ineligible['refused'];
  return [
    { text: '姓名、手机、单位已填好', state: 'good' },
    {
      text: code === 'NOT_ACCEPTED' ? '还没看报名须知' : answer.message,
      state: 'bad',
      mend: { label: MEND[code] ?? '看资料', onTap: () => mendOn(code, on) },
    },
  ];
}

/** Said before the release: why it opens later for me, by how much, and until when; or that I go first. */
function turnChecks({ later, opensAt }: Output<'line.enter'>, batchOpensAt: number): Check[] {
  if (later === undefined) return [];
  if (later === null) return [{ text: '没上过课的先报，您在其中', state: 'good' }];
  const { cameBefore, absences, until } = later;
  const why = [
    ...(cameBefore ? ['往期有过位置'] : []),
    ...(absences.length > 0
      ? [`缺课 ${absences.length} 次（${absences.map(one => `${dayText(one.startsAt)}${one.title}`).join('，')}）`]
      : []),
  ].join('，');
  const ends = until === null || cameBefore ? '' : `；${dayText(until)}起不再晚`;
  return [
    {
      text: `您${why}，晚 ${Math.round((opensAt - batchOpensAt) / MINUTE)} 分钟，${timeText(opensAt)} 开放${ends}`,
      state: 'wait',
      ...(absences.length > 0 ? { mend: { label: '看缺课', onTap: go.absences } } : {}),
    },
  ];
}

function lineChecks(stale: boolean): Check[] {
  const error = serverClock.errorMs();
  if (error === undefined) return [{ text: '正在连接', state: 'wait' }];
  const roundTrip = Math.max(1, Math.round(serverClock.roundTripMs() ?? error * 2));
  return [
    stale
      ? { text: '网络不稳，正在重连', state: 'wait' }
      : { text: '网络畅通', note: `${roundTrip} 毫秒`, state: 'good' },
    {
      text: '时间已对准',
      note: error < 50 ? '误差不到 0.1 秒' : `误差不到 ${(Math.ceil(error / 100) / 10).toFixed(1)} 秒`,
      state: 'good',
    },
  ];
}
