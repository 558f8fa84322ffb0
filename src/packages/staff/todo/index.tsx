import { View } from '@tarojs/components';
import { isAllDone } from '../../../../domain/todo/todo';
import { Desk, DeskHead } from '../../../app/desk/desk';
import { question } from '../../../app/memory/asked';
import { Answered } from '../../../app/page/answered';
import { Empty } from '../../../app/page/states';
import { go } from '../../../app/way/go';
import { TodoGroups } from './groups';

const todo = question('staff.todo', {});

/** 待办, staff's first page: what waits for them, and where each thing is done. */
export default function TodoPage() {
  return (
    <Desk title="工会工作台" at="todo" testId="staff-todo">
      <DeskHead title="待办" />
      <Answered to={todo}>
        {(data, now) =>
          isAllDone(data) ? (
            <Empty
              title="都办好了"
              text="没有等您答复、确认或核对的事"
              action={{ label: '看期次', onTap: () => go.deskRoom('batches') }}
              testId="all-done"
            />
          ) : (
            <View className="desk__column">
              <TodoGroups todo={data} now={now} onChanged={() => void todo.ask()} />
            </View>
          )
        }
      </Answered>
    </Desk>
  );
}
