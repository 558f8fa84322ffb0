import { View } from '@tarojs/components';
import { plainWords } from '../../../../domain/base/written';
import { Button } from '../../../ui/button';
import { Switching, Typing } from './setting-fields';
import type { SettingsForm } from './use-settings';

/** 爽约: people with too many absences may claim a little later. It is off unless staff turn it on. */
export function NoShowSetting({ form }: { form: SettingsForm }) {
  return (
    <>
      <Switching
        form={form}
        of="noShow"
        label="缺课多的人晚几分钟"
        text="有座位、没来、也没请假，次数够了就晚一点才能报"
      />
      {form.typed.noShow && (
        <View className="no-show-setting">
          <View className="no-show-setting__numbers">
            <View className="grow no-show-setting__number">
              <Typing form={form} of="noShowDays" label="多少天内" digits />
            </View>
            <View className="grow">
              <Typing form={form} of="noShowStrikes" label="满几次" digits />
            </View>
          </View>
          <View className="sm t3 field__hint">
            {laterText(form.typed.headStartMinutes)}过了这些天自动不算；申诉通过的、不算缺课的日子都不算。
          </View>
          <Button kind="ink" size="small" className="stack-3" onTap={form.preview} testId="no-show-preview">
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
