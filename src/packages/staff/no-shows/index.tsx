import { View } from '@tarojs/components';
import { useState } from 'react';
import type { OpenAppeal } from '../../../../domain/api';
import { USUAL_POLICY } from '../../../../domain/attendance/no-show';
import { question } from '../../../app/memory/asked';
import { Desk } from '../../../app/desk/desk';
import { AnswerSheet } from './answer-sheet';
import { Appeals } from './appeals';
import { openAppeals } from '../../../app/known/staff';
import './index.scss';
import { NoShowList } from '../../../features/attendance/no-show-list';
import { Heading, GroupHead } from '../../../ui/heading';
import { Nothing } from '../../../ui/nothing';
import { WaiveSheet } from './waive-sheet';
import { Waivers, type Waived } from './waivers';
import { Answered } from '../../../app/page/answered';

/** The people whom the usual policy affects today, and the days that are waived. */
const usualNoShows = question('attendance.noShows', USUAL_POLICY);

type Doing = { sheet: 'answer'; appeal: OpenAppeal; forgiven: boolean } | { sheet: 'waive'; day?: Waived } | undefined;

/** 缺课与申诉: appeals to answer, days on which absences do not count, and people who were absent more than once. */
export default function NoShows() {
  const [doing, doIt] = useState<Doing>();
  const close = (done: boolean) => {
    doIt(undefined);
    if (!done) return;
    void openAppeals.ask();
    void usualNoShows.ask();
  };
  return (
    <Desk
      title="缺课与申诉"
      at="attendance"
      within
      testId="staff-no-shows"
      over={
        doing &&
        (doing.sheet === 'answer' ? (
          <AnswerSheet appeal={doing.appeal} forgiven={doing.forgiven} onClose={close} />
        ) : (
          <WaiveSheet back={doing.day} onClose={close} />
        ))
      }
    >
      <Heading level={1}>缺课与申诉</Heading>
      <View className="t2 stack-2">有座位、没来、也没有请假，确认考勤时记一次缺课。本人能看到，可以申诉一次。</View>
      <View className="desk__columns">
        <View className="desk__wide">
          <GroupHead>等答复的申诉</GroupHead>
          <Answered to={openAppeals}>
            {({ appeals: open }, now) => (
              <Appeals
                appeals={open}
                now={now}
                onAnswer={(appeal, forgiven) => doIt({ sheet: 'answer', appeal, forgiven })}
              />
            )}
          </Answered>
        </View>
        <View className="desk__aside">
          <Answered to={usualNoShows}>
            {({ people, count, waivers }) => (
              <>
                <Waivers
                  waivers={waivers}
                  onAdd={() => doIt({ sheet: 'waive' })}
                  onBack={day => doIt({ sheet: 'waive', day })}
                />
                <GroupHead aside={<>{count ?? people.length} 人</>}>
                  {USUAL_POLICY.days} 天内缺课满 {USUAL_POLICY.strikes} 次
                </GroupHead>
                {people.length === 0 ? (
                  <Nothing>没有这样的人</Nothing>
                ) : (
                  <View className="card pad">
                    <NoShowList people={people} count={count} />
                  </View>
                )}
                <View className="sm t3 stack-2">有没有后果由每一期自己定：准备一期时，在“时间和规则”里设。</View>
              </>
            )}
          </Answered>
        </View>
      </View>
    </Desk>
  );
}
