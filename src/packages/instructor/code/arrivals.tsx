import { Text, View } from '@tarojs/components';
import type { RollView } from '../../../../domain/api';
import { timeText } from '../../../../domain/base/clock';
import { MARK_WORDS } from '../../../../domain/roll/mark-words';
import { Tap } from '../../../ui/tap';
import { mark } from '../../../features/roll/marking';
import type { RollRow } from '../../../features/roll/rows';
import { farText } from '../../../features/roll/roll-words';

const FEW = 8;

/**
 * The people who checked in last, and a button to take a check-in back, for a name that nobody in the room answers
 * to.
 */
export function Arrivals({ view, rows }: { view: RollView; rows: RollRow[] }) {
  const come = rows
    .filter(row => row.person.mark && !row.locked && (row.state === 'present' || row.state === 'late'))
    .sort((a, b) => b.person.mark!.at - a.person.mark!.at)
    .slice(0, FEW);
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
