import { Text, View } from '@tarojs/components';
import { useDoing } from '../../../app/act/use-doing';
import { followedClasses } from '../../../app/known/member';
import { useAsked } from '../../../app/memory/use-asked';
import { go } from '../../../app/way/go';
import { turnFollow, type FollowableClass } from '../../../features/telling/turn-follow';
import { Button } from '../../../ui/button';
import { GroupHead } from '../../../ui/heading';
import { Fault } from '../../../ui/notice';
import { Row } from '../../../ui/row';

/** The full classes of which I want to know when they have room. Nothing is shown if there are none. */
export function Followed() {
  const { data } = useAsked(followedClasses);
  const { state, run } = useDoing();
  if (!data || data.classes.length === 0) return null;
  const stop = (one: FollowableClass) => void run(() => turnFollow(one, false));
  return (
    <View className="stack-6">
      <GroupHead aside={`${data.classes.length} 个`}>有空位时告诉我</GroupHead>
      <View className="card">
        {data.classes.map(one => (
          <Row
            key={one.sectionId}
            testId={`followed-${one.sectionId}`}
            end={
              <Button
                kind="quiet"
                size="row"
                label={`${one.title}，不用告诉我了`}
                disabled={state.busy}
                onTap={() => stop(one)}
                testId={`unfollow-${one.sectionId}`}
              >
                不用了
              </Button>
            }
          >
            <Button
              kind="link"
              role="link"
              onTap={() => go.section(one.batchId, one.sectionId)}
              testId={`followed-to-${one.sectionId}`}
            >
              <Text>{one.title}</Text>
            </Button>
          </Row>
        ))}
      </View>
      <Fault says={state.message} />
    </View>
  );
}
