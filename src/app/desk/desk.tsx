import { View } from '@tarojs/components';
import { useRef, useState, type PropsWithChildren, type ReactNode } from 'react';
import type { Role } from '../../../domain/model';
import { go } from '../way/go';
import { told } from '../../ui/a11y';
import { Heading } from '../../ui/heading';
import { Icon } from '../../ui/icon';
import { Page } from '../page/page';
import { Empty, Loading } from '../page/states';
import { Tap } from '../../ui/tap';
import { me } from '../known/member';
import type { Values } from '../../../domain/link/routes';
import { useAsked } from '../memory/use-asked';
import { openAppeals } from '../known/staff';
import './desk.scss';
import { FindSheet } from './find-sheet';
import { RoomDoors } from './room-doors';

const ROOMS = [
  ['todo', '待办'],
  ['batches', '期次'],
  ['batch', '报名现场'],
  ['week', '周表'],
  ['attendance', '考勤'],
  ['wishes', '愿望'],
  ['ratings', '评价'],
  ['loop', '闭环'],
  ['report', '数字'],
  ['people', '人员'],
  ['record', '操作记录'],
] as const;
export type Room = (typeof ROOMS)[number][0];

const mayWork = (data: { roles: Role[] } | undefined): boolean => data?.roles.includes('staff') ?? false;

/** The skip link moves the focus here; Tab does not. */
const FOCUSABLE = process.env.TARO_ENV === 'weapp' ? {} : { tabIndex: -1 };

interface DeskProps {
  title: string;
  at: Room;
  /** A page within a room. A desk has no bar, so there the page needs a way back of its own. */
  within?: boolean;
  dock?: ReactNode;
  over?: ReactNode;
  known?: Values;
  testId?: string;
}

/** The frame of the pages for staff. On a desk the rooms stand at the left; on a phone 待办 and 期次 lead to them. */
export function Desk({ at, within, over, children, ...page }: PropsWithChildren<DeskProps>) {
  const main = useRef<HTMLElement>(null);
  const [finding, find] = useState(false);
  const { data, failed } = useAsked(me, { freshForMs: mayWork(me.store.getState().data) ? 600_000 : 0 });
  const appeals = useAsked(openAppeals, { freshForMs: 60_000, when: mayWork(data) });
  const waiting = appeals.data?.appeals.length ?? 0;
  // A worker who was sent a link sees nothing of the desk. Staff see nothing until it is known that they are staff.
  if (data ? !mayWork(data) : !failed)
    return (
      <Page title={page.title} testId={data ? 'not-for-you' : 'desk-opening'}>
        {data ? (
          <Empty
            title="这里不对您开放"
            text="这一页是给工会工作人员用的"
            action={{ label: '回首页', onTap: go.home }}
          />
        ) : (
          <Loading />
        )}
      </Page>
    );
  return (
    <Page wide {...page} over={finding ? <FindSheet onClose={() => find(false)} /> : over}>
      <View className="desk">
        {process.env.TARO_ENV !== 'weapp' && (
          <Tap role="link" className="desk__skip" onTap={() => main.current?.focus()} testId="skip">
            跳到正文
          </Tap>
        )}
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
              {room === 'attendance' && waiting > 0 && (
                <View className="desk__badge num" {...told({ label: `${waiting} 条申诉等您答复` })}>
                  {waiting}
                </View>
              )}
            </Tap>
          ))}
          <Tap className="desk__room desk__find" onTap={() => find(true)} testId="find">
            找一个人
          </Tap>
          <View className="desk__who">
            <View className="b">{data?.profile?.name ?? ''}</View>
            <View className="sm t3">{data?.profile?.employer ?? ''}</View>
            <Tap role="link" className="desk__leave sm" onTap={go.me}>
              回到我的
            </Tap>
          </View>
        </View>
        <View className="desk__main" ref={main} {...FOCUSABLE}>
          {within && (
            <Tap role="link" className="desk__back" onTap={() => go.back(page.known)} testId="desk-back">
              <Icon name="back" ink="ink-2" size={18} />
              返回
            </Tap>
          )}
          {children}
          {!within && (at === 'todo' || at === 'batches') && <RoomDoors at={at} onFind={() => find(true)} />}
        </View>
      </View>
    </Page>
  );
}

/** The name of a room, and what can be done in it. */
export const DeskHead = ({ title, children }: PropsWithChildren<{ title: string }>) => (
  <View className="desk__head">
    <Heading level={1} className="desk__title">
      {title}
    </Heading>
    {children}
  </View>
);
