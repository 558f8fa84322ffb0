import { Text, View } from '@tarojs/components';
import type { RollView } from '../../../../domain/api';
import { timeText } from '../../../../domain/base/clock';
import { maskName } from '../../../../domain/base/mask';
import { MARK_WORDS } from '../../../../domain/roll/mark-words';
import { Tap } from '../../../ui/tap';
import { mark } from '../../../features/roll/marking';
import type { RollRow } from '../../../features/roll/rows';
import { farText } from '../../../features/roll/roll-words';

const FEW = 8;

/** The names of those who arrived, the latest first. */
const lately = (rows: RollRow[], most: number): RollRow[] =>
  rows
    .filter(row => row.person.mark && !row.locked && (row.state === 'present' || row.state === 'late'))
    .sort((a, b) => b.person.mark!.at - a.person.mark!.at)
    .slice(0, most);

/**
 * The people who checked in last, and a button to take a check-in back, for a name that nobody in the room answers
 * to.
 */
export function Arrivals({ view, rows }: { view: RollView; rows: RollRow[] }) {
  const come = lately(rows, FEW);
  if (come.length === 0) return null;
  return (
    <View className="arrivals" data-testid="arrivals">
      <View className="b">刚签到的</View>
      {come.map(row => {
        const { memberId, name, mark: made } = row.person;
        const far = farText(made?.metres);
        return (
          <View key={memberId} className="arrival" data-testid="arrival">
            <View className="grow">
              <Text className="b">{name}</Text>
              <View className="sm num">
                {timeText(made?.at ?? 0)} {made?.source === 'self' ? '扫码' : '老师记'}
                {row.state === 'late' ? `，${MARK_WORDS.late}` : ''}
                {far && `，${far}`}
              </View>
            </View>
            <Tap
              className="arrival__undo"
              label={`撤销${name}的签到`}
              onTap={() => mark(view, [{ row, state: null }])}
              testId="arrival-undo"
            >
              撤销
            </Tap>
          </View>
        );
      })}
    </View>
  );
}

const ON_THE_WALL = 12;

/** The same for a whole room to see, so the names are masked. Those for whom there is no room are not drawn. */
export function ArrivedOnTheWall({ rows }: { rows: RollRow[] }) {
  const come = lately(rows, ON_THE_WALL);
  if (come.length === 0) return null;
  return (
    <View className="came" data-testid="came">
      <View className="came__head">刚签到的</View>
      <View className="came__names">
        {come.map(({ person }) => (
          <View key={person.memberId} className="came__name" data-testid="came-name">
            {maskName(person.name)}
          </View>
        ))}
      </View>
    </View>
  );
}
