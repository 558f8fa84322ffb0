import { Text, View } from '@tarojs/components';
import { dateText, timeText } from '../../../../domain/base/clock';
import { headOf, textOf } from '../../../features/telling/notice-words';
import { ToClass } from '../../../features/telling/to-class';
import { Page } from '../../../app/page/page';
import { Empty, Shown } from '../../../app/page/states';
import { notices } from '../../../app/known/member';
import { useAsked } from '../../../app/memory/use-asked';
import { CALM_MS, useServerNow } from '../../../app/clock/use-now';
import { useShown } from '../../../app/page/use-shown';
import { Followed } from './followed';
import { Reminders } from './reminders';
import './index.scss';

/** Everything that I was told, read or not, newest first. */
export default function Notices() {
  const shown = useShown();
  const now = useServerNow(shown, CALM_MS);
  const asked = useAsked(notices);
  return (
    <Page title="通知" testId="notices">
      <Shown asked={asked} now={now} again={() => void notices.ask()}>
        {({ notices: all }) =>
          all.length === 0 ? (
            <Empty title="还没有通知" text="轮到您、课有变动、申诉有了答复，都会在这里" testId="no-notices" />
          ) : (
            <View className="card notices">
              {all.map(one => (
                <View key={one._id} className="notices__one" data-testid="notice">
                  <View className="b">{headOf(one)}</View>
                  <View className="t2">
                    {textOf(one)}
                    <ToClass of={one} />
                  </View>
                  <Text className="sm t3 num">
                    {dateText(one.createdAt, now)} {timeText(one.createdAt)}
                    {one.readAt === null && '，还没点“知道了”'}
                  </Text>
                </View>
              ))}
            </View>
          )
        }
      </Shown>
      <Followed />
      <Reminders />
    </Page>
  );
}
