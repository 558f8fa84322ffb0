import { View } from '@tarojs/components';
import { DAYS, MOST_SLOTS, PARTS, type Slot } from '../../../domain/wish/wish';
import { slotWords } from '../../../domain/wish/said';
import { FieldFrame } from '../../ui/field-frame';
import { Tap } from '../../ui/tap';
import './hours.scss';

interface HoursProps {
  value: readonly Slot[];
  onChange: (value: Slot[]) => void;
  fault?: string | undefined;
  /** As many can be chosen. */
  most?: number;
}

const DAY = '一二三四五六日';
const PART = { m: '上午', a: '下午', e: '晚上' } as const;

/** The parts of a week in which somebody could come: a table of days and times, of which a few are chosen. */
export function Hours({ value, onChange, fault, most = MOST_SLOTS }: HoursProps) {
  const turn = (slot: Slot) =>
    onChange(value.includes(slot) ? value.filter(one => one !== slot) : [...value, slot].slice(-most));
  return (
    <FieldFrame
      name="方便的时间"
      group
      fault={fault}
      hint={value.length > 0 ? value.map(slotWords).join('、') : `选 1 到 ${most} 个`}
      testId="hours"
    >
      <View className="hours">
        <View className="hours__line">
          <View className="hours__part" />
          {DAYS.map((day, index) => (
            <View key={day} className="hours__day sm t3">
              {DAY.charAt(index)}
            </View>
          ))}
        </View>
        {PARTS.map(part => (
          <View key={part} className="hours__line">
            <View className="hours__part sm t3">{PART[part]}</View>
            {DAYS.map(day => {
              const slot: Slot = `${day}${part}`;
              const on = value.includes(slot);
              return (
                <Tap
                  key={slot}
                  selected={on}
                  label={slotWords(slot)}
                  className={on ? 'hours__one hours__one--on' : 'hours__one'}
                  onTap={() => turn(slot)}
                  testId={`hour-${slot}`}
                >
                  <View className="hours__dot" />
                </Tap>
              );
            })}
          </View>
        ))}
      </View>
    </FieldFrame>
  );
}
