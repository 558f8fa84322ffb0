import { View } from '@tarojs/components';
import { dateText, instantOf } from '../../../../domain/base/clock';
import { Button } from '../../../ui/button';
import { Row } from '../../../ui/row';
import { ListGroup } from '../../../ui/list-group';

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
    <ListGroup
      title="不算缺课的日子"
      of={days}
      act={
        <Button kind="ink" size="small" onTap={onAdd} testId="add-waiver">
          加一天
        </Button>
      }
      empty="暴雨、停电这样的日子，加在这里，当天没来的谁都不算缺课"
    >
      {one => (
        <Row
          key={one.day}
          testId="waiver"
          end={
            <Button
              kind="quiet"
              size="row"
              label={`${dayWords(one.day)}照常算缺课`}
              onTap={() => onBack(one)}
              testId="waiver-back"
            >
              收回
            </Button>
          }
        >
          <View className="b num">{dayWords(one.day)}</View>
          <View className="sm t3">{one.reason}</View>
        </Row>
      )}
    </ListGroup>
  );
}
