import { View } from '@tarojs/components';
import { useState } from 'react';
import type { SectionCard } from '../../../../domain/api';
import { calendarEvents } from '../../../../domain/batch/calendar';
import { told } from '../../../ui/a11y';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { sectionTitle } from '../../../app/words';
import { calendarWords, type CalendarOutcome } from './calendar-outcome';
import { openCalendarSetting, toCalendar } from './to-calendar';

/** 加到手机日历: adds all lessons to come, as they are planned now. */
export function CalendarButton({ section, now }: { section: SectionCard; now: number }) {
  const [progress, setProgress] = useState<string>();
  const [outcome, setOutcome] = useState<CalendarOutcome>();
  const events = calendarEvents(section, now);
  if (events.length === 0) return null;
  const add = async () => {
    setOutcome(undefined);
    setProgress('正在加');
    setOutcome(await toCalendar(events, sectionTitle(section), (count, of) => setProgress(`已加 ${count} / ${of}`)));
    setProgress(undefined);
  };
  return (
    <View>
      <Button
        kind="ink"
        className="calendar-button"
        disabled={progress !== undefined}
        onTap={() => void add()}
        testId="to-calendar"
      >
        {progress ?? '加到手机日历'}
      </Button>
      {outcome && (
        <View className="stack-3" {...told({ live: 'polite' })}>
          <Notice
            kind={outcome.kind === 'denied' || outcome.kind === 'failed' ? 'soon' : 'quiet'}
            testId="calendar-outcome"
          >
            {calendarWords(outcome)}
          </Notice>
          {outcome.kind === 'denied' && (
            <Button kind="ink" size="small" className="stack-2" onTap={openCalendarSetting}>
              去设置
            </Button>
          )}
        </View>
      )}
    </View>
  );
}
