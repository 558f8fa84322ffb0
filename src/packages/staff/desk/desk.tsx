import { View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import { go } from '../../../go';
import { Icon } from '../../../parts/icon';
import { Page } from '../../../parts/page';
import { Tap } from '../../../parts/tap';
import { me } from '../../../state/member';
import { useAsked } from '../../../state/use-asked';
import './desk.scss';
import './shared.scss';

const ROOMS = [
  ['batches', '期次'],
  ['batch', '报名现场'],
  ['attendance', '考勤'],
  ['people', '人员'],
  ['record', '操作记录'],
] as const;
export type Room = (typeof ROOMS)[number][0];

interface DeskProps {
  title: string;
  at: Room;
  /** A page within a room: on a desk, where no bar is, it needs a way back of its own. */
  within?: boolean;
  dock?: ReactNode;
  over?: ReactNode;
  testId?: string;
}

/** The frame of the pages for staff: on a desk the rooms stand at the left; on a phone 期次 leads to them. */
export function Desk({ at, within, children, ...page }: PropsWithChildren<DeskProps>) {
  const { data } = useAsked(me, { freshForMs: 600_000 });
  return (
    <Page wide {...page}>
      <View className="desk">
        <View className="desk__rooms">
          <View className="desk__name">
            <View className="desk__seal">惠</View>
            <View className="b">惠工课堂</View>
          </View>
          {ROOMS.map(([room, word]) => (
            <Tap
              key={room}
              role="link"
              selected={room === at}
              className={room === at ? 'desk__room desk__room--on' : 'desk__room'}
              onTap={() => go.deskRoom(room)}
              testId={`room-${room}`}
            >
              {word}
            </Tap>
          ))}
          <View className="desk__who">
            <View className="b">{data?.profile?.name ?? ''}</View>
            <View className="sm t3">{data?.profile?.employer ?? ''}</View>
            <Tap role="link" className="desk__leave sm" onTap={go.me}>
              回到我的
            </Tap>
          </View>
        </View>
        <View className="desk__main">
          {within && (
            <Tap role="link" className="desk__back" onTap={go.back} testId="desk-back">
              <Icon name="back" ink="ink-2" size={18} />
              返回
            </Tap>
          )}
          {children}
        </View>
      </View>
    </Page>
  );
}
