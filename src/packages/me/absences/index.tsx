import { View } from '@tarojs/components';
import { useState } from 'react';
import type { MyNoShow } from '../../../../domain/api';
import { USUAL_POLICY } from '../../../../domain/attendance/no-show';
import { Page } from '../../../app/page/page';
import { Empty } from '../../../app/page/states';
import { attendance } from '../../../app/known/attendance';
import { Absence } from './absence';
import { AppealSheet } from './appeal-sheet';
import { counting } from '../../../features/attendance/counting';
import { Heading } from '../../../ui/heading';
import './index.scss';
import { Answered } from '../../../app/page/answered';

/** My absences: what each one means, until when it counts, and what staff answered. */
export default function Absences() {
  const [appealing, setAppealing] = useState<MyNoShow>();
  return (
    <Page
      title="缺课"
      testId="absences"
      over={appealing && <AppealSheet noShow={appealing} onClose={() => setAppealing(undefined)} />}
    >
      <Answered to={attendance}>
        {({ noShows }, now) =>
          noShows.length === 0 ? (
            <Empty
              title={`近 ${USUAL_POLICY.days} 天没有缺课`}
              text="请过假的、取消的课都不算缺课；更早的已经不算了，不再列出"
              testId="no-absences"
            />
          ) : (
            <>
              <Heading level={1} className="num">
                近 {USUAL_POLICY.days} 天缺课 {counting(noShows, now).length} 次
              </Heading>
              <View className="t2 stack-2">
                只影响一件事：写明“缺课多的人晚几分钟报”的期次，您的开放时间会晚几分钟。别的期次不看这个，已有的座位也不动。
              </View>
              <View className="card absences">
                {noShows.map(one => (
                  <Absence
                    key={`${one.sectionId}-${one.lessonIndex}`}
                    noShow={one}
                    now={now}
                    onAppeal={() => setAppealing(one)}
                  />
                ))}
              </View>
            </>
          )
        }
      </Answered>
    </Page>
  );
}
