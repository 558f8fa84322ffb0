import { View } from '@tarojs/components';
import { dateText, instantOf } from '../../../../domain/base/clock';
import { Tap } from '../../../ui/tap';

/** A day on which nobody is a no-show. */
export interface Waived {
  day: string;
  reason: string;
}

/** `2027-03-09` → `3月9日 周二` */
export const dayWords = (day: string): string => dateText(instantOf(day, '00:00') ?? 0);

interface WaiversProps {
  waivers: Waived[];
  onAdd: () => void;
  onBack: (day: Waived) => void;
}

/** 不算缺课的日子, newest first. */
export function Waivers({ waivers, onAdd, onBack }: WaiversProps) {
  const days = [...waivers].sort((a, b) => b.day.localeCompare(a.day));
  return (
    <>
      <View className="sec no-shows__sec">
        <View className="h2">不算缺课的日子</View>
        <Tap className="btn btn--ink btn--small" onTap={onAdd} testId="add-waiver">
          加一天
        </Tap>
      </View>
      {days.length === 0 ? (
        <View className="card pad t3">暴雨、停电这样的日子，加在这里，当天没来的谁都不算缺课</View>
      ) : (
        <View className="card">
          {days.map(one => (
            <View key={one.day} className="row door" data-testid="waiver">
              <View className="grow">
                <View className="b num">{dayWords(one.day)}</View>
                <View className="sm t3">{one.reason}</View>
              </View>
              <Tap
                className="mini mini--busy"
                label={`${dayWords(one.day)}照常算缺课`}
                onTap={() => onBack(one)}
                testId="waiver-back"
              >
                收回
              </Tap>
            </View>
          ))}
        </View>
      )}
    </>
  );
}
