import { View } from '@tarojs/components';
import { plainWords } from '../../../../domain/base/written';
import { Field } from '../../../ui/field';
import { Switch } from '../../../ui/switch';
import { Button } from '../../../ui/button';
import type { Faults, Typed } from './settings';

interface SettingProps {
  typed: Typed;
  faults: Faults;
  onChange: (part: Partial<Typed>) => void;
  onPreview: () => void;
}

/** 爽约: people with too many absences may claim a little later. It is off unless staff turn it on. */
export function NoShowSetting({ typed, faults, onChange, onPreview }: SettingProps) {
  return (
    <>
      <Switch
        name="缺课多的人晚几分钟"
        text="有座位、没来、也没请假，次数够了就晚一点才能报"
        on={typed.noShow}
        onChange={noShow => onChange({ noShow })}
        testId="set-noShow"
      />
      {typed.noShow && (
        <View className="no-show-setting">
          <View className="no-show-setting__numbers">
            <View className="grow no-show-setting__number">
              <Field
                name="多少天内"
                value={typed.noShowDays}
                onInput={noShowDays => onChange({ noShowDays })}
                fault={faults.noShowDays}
                digits
                testId="set-noShowDays"
              />
            </View>
            <View className="grow">
              <Field
                name="满几次"
                value={typed.noShowStrikes}
                onInput={noShowStrikes => onChange({ noShowStrikes })}
                fault={faults.noShowStrikes}
                digits
                testId="set-noShowStrikes"
              />
            </View>
          </View>
          <View className="sm t3 field__hint">
            {laterText(typed.headStartMinutes)}过了这些天自动不算；申诉通过的、不算缺课的日子都不算。
          </View>
          <Button kind="ink" size="small" className="stack-3" onTap={onPreview} testId="no-show-preview">
            先看会影响谁
          </Button>
        </View>
      )}
    </>
  );
}

/**
 * They may claim as late as people who have had a place before. If no first-timers go first, it is ten minutes
 * later.
 */
export const laterText = (headStart: string): string => {
  const minutes = Number(plainWords(headStart));
  return Number.isInteger(minutes) && minutes > 0
    ? `他们和往期来过的人一样，晚 ${minutes} 分钟。`
    : '没有填先报的分钟数，他们晚 10 分钟。';
};
