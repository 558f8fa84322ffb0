import { View } from '@tarojs/components';
import { useState } from 'react';
import type { LessonToConfirm } from '../../../../domain/api';
import { isAllDone } from '../../../../domain/todo/todo';
import { CALM_MS, useServerNow } from '../../../app/clock/use-now';
import { Desk } from '../../../app/desk/desk';
import { FindSheet } from '../../../app/desk/find-sheet';
import { RoomDoors } from '../../../app/desk/room-doors';
import { question } from '../../../app/memory/asked';
import { useAsked } from '../../../app/memory/use-asked';
import { Empty, Shown } from '../../../app/page/states';
import { useShown } from '../../../app/page/use-shown';
import { go } from '../../../app/way/go';
import { CloseAllSheet } from '../../../features/attendance/close-all-sheet';
import { Heading } from '../../../ui/heading';
import './index.scss';
import { TodoGroups } from './groups';

const todo = question('staff.todo', {});

/** 待办, staff's first page: what waits for them, and where each thing is done. */
export default function TodoPage() {
  const shown = useShown();
  const now = useServerNow(shown, CALM_MS);
  const asked = useAsked(todo);
  const [closing, close] = useState<LessonToConfirm[]>();
  const [finding, find] = useState(false);
  return (
    <Desk
      title="工会工作台"
      at="todo"
      testId="staff-todo"
      over={
        closing ? (
          <CloseAllSheet
            lessons={closing}
            onClose={done => {
              close(undefined);
              if (done) void todo.ask();
            }}
          />
        ) : (
          finding && <FindSheet onClose={() => find(false)} />
        )
      }
    >
      <View className="desk__head">
        <Heading level={1} className="desk__title">
          待办
        </Heading>
      </View>
      <Shown asked={asked} now={now} again={() => void todo.ask()}>
        {data =>
          isAllDone(data) ? (
            <Empty
              title="都办好了"
              text="没有等您答复、确认或核对的事"
              action={{ label: '看期次', onTap: () => go.deskRoom('batches') }}
              testId="all-done"
            />
          ) : (
            <View className="todo">
              <TodoGroups todo={data} now={now} onCloseAll={close} />
            </View>
          )
        }
      </Shown>
      <RoomDoors at="todo" onFind={() => find(true)} />
    </Desk>
  );
}
