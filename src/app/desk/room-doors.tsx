import { View } from '@tarojs/components';
import { useStore } from 'zustand';
import { go } from '../way/go';
import { openAppeals } from '../known/staff';
import { Door } from '../../ui/door';
import { GroupHead } from '../../ui/heading';

const DOORS = [
  ['todo', '待办', '等您办的事都在这里'],
  ['batches', '期次', '准备、发布和正在办的每一期'],
  ['week', '周表', '哪间教室、哪位老师什么时候有课，撞了没有'],
  ['attendance', '考勤', '到课率、确认考勤、更正和申诉'],
  ['wishes', '愿望', '职工想学什么、几个人，答复和立项'],
  ['ratings', '评价', '上完的班怎么样，学员写了什么'],
  ['loop', '闭环', '每门课走到哪一步，下一步做什么'],
  ['report', '数字', '给上级的数字：一年多少期、多少人，文字、图片和表格'],
] as const;

interface RoomDoorsProps {
  /** The room in which the doors stand. */
  at: 'todo' | 'batches';
  onFind: () => void;
}

/** The rooms of the desk, for a phone, which has no list of them at the left. */
export function RoomDoors({ at, onFind }: RoomDoorsProps) {
  const waiting = useStore(openAppeals.store, one => one.data?.appeals.length ?? 0);
  return (
    <View className="desk__doors">
      <GroupHead>其他</GroupHead>
      <View className="card">
        {DOORS.filter(([room]) => room !== at).map(([room, label, text]) => (
          <Door
            key={room}
            label={label}
            text={room === 'attendance' && waiting > 0 ? `${waiting} 条申诉等您答复` : text}
            onTap={() => go.deskRoom(room)}
            testId={`to-${room}`}
          />
        ))}
        <Door label="找一个人" text="在哪些班、第几座、几点报上的" onTap={onFind} testId="to-find" />
        <Door label="人员" text="工会同事、承办单位和讲师" onTap={() => go.deskRoom('people')} testId="to-people" />
        <Door label="操作记录" text="谁在什么时候改了什么" onTap={() => go.deskRoom('record')} testId="to-record" />
      </View>
    </View>
  );
}
