import { View } from '@tarojs/components';
import { useState } from 'react';
import type { StaffWish } from '../../../../domain/api';
import { dayText } from '../../../../domain/base/clock';
import { Desk } from '../../../app/desk/desk';
import { question } from '../../../app/memory/asked';
import { useAsked } from '../../../app/memory/use-asked';
import { go } from '../../../app/way/go';
import { Empty } from '../../../app/page/states';
import { useParameters } from '../../../app/way/use-parameters';
import { ANSWER_WORDS } from '../../../../domain/wish/said';
import { Chip } from '../../../ui/chip';
import { Door } from '../../../ui/door';
import { Heading } from '../../../ui/heading';
import { Row } from '../../../ui/row';
import { WishSheets } from './wish-sheets';
import { Answered } from '../../../app/page/answered';
import { ListGroup } from '../../../ui/list-group';

const queue = question('wish.queue', {});

/** 愿望: titles to look at, wishes without an answer, and those that have one. */
export default function WishDesk() {
  const params = useParameters('wishDesk');
  const [open, setOpen] = useState(params.wishId);
  const { waiting = [], answered = [] } = useAsked(queue, { when: false }).data ?? {};
  return (
    <Desk
      title="愿望"
      at="wishes"
      testId="staff-wishes"
      over={
        open && (
          <WishSheets
            wishId={open}
            others={[...waiting, ...answered].filter(one => one.wishId !== open)}
            onChanged={() => void queue.ask()}
            onClose={() => setOpen(undefined)}
          />
        )
      }
    >
      <Heading level={1}>愿望</Heading>
      <View className="t2 stack-2">职工想学什么、几个人。15 天内答复；过了期限，大家会看到“还没有答复”。</View>
      <View className="card stack-4 desk__column">
        <Door label="菜单" text="承办单位和讲师能办什么课" onTap={() => go.menuDesk()} testId="to-menu" />
      </View>
      <Answered to={queue}>
        {({ held, ...said }, now) => {
          const row = (wish: StaffWish) => <Wish key={wish.wishId} wish={wish} now={now} onOpen={setOpen} />;
          return held.length + said.waiting.length + said.answered.length === 0 ? (
            <Empty title="还没有人提" text="职工在首页“想学什么？”里提" testId="no-wishes" />
          ) : (
            <View className="desk__column">
              <ListGroup title="课名要看一眼" of={held} unit="个">
                {row}
              </ListGroup>
              <ListGroup title="等答复" of={said.waiting} unit="个">
                {row}
              </ListGroup>
              <ListGroup title="已答复" of={said.answered} unit="个">
                {row}
              </ListGroup>
            </View>
          );
        }}
      </Answered>
    </Desk>
  );
}

interface WishProps {
  wish: StaffWish;
  now: number;
  onOpen: (wishId: string) => void;
}

const Wish = ({ wish, now, onOpen }: WishProps) => (
  <Row onTap={() => onOpen(wish.wishId)} testId={`wish-${wish.wishId}`}>
    <View className="desk__line">
      <View className="h3">{wish.title}</View>
      {wish.overdue && <Chip kind="few">过期未答</Chip>}
    </View>
    <View className="t2 num">{wish.voiceCount} 人想学</View>
    <View className="sm t3">{stateWords(wish, now)}</View>
  </Row>
);

function stateWords({ state, at, dueAt, answer, steps }: StaffWish, now: number): string {
  const proposed = `${dayText(at, now)} 提出`;
  if (state === 'held') return `${proposed}，微信要人工看看课名，大家还看不到`;
  if (!answer) return `${proposed}，${dayText(dueAt, now)} 前答复`;
  const next =
    steps.openedAt !== null ? '，已开放' : steps.takenAt !== null ? `，${dayText(steps.takenAt, now)} 放进一期` : '';
  return `${dayText(answer.at, now)} 答复：${ANSWER_WORDS[answer.kind]}${next}`;
}
