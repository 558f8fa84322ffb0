import { View } from '@tarojs/components';
import { Desk } from '../../../app/desk/desk';
import { KeepButton } from '../../../app/files/keep-button';
import { usePainted, type Painted } from '../../../app/files/use-painted';
import { batchOf } from '../../../app/known/catalog';
import { useAsked } from '../../../app/memory/use-asked';
import { Answered } from '../../../app/page/answered';
import { useParameters } from '../../../app/way/use-parameters';
import { told } from '../../../ui/a11y';
import { Button } from '../../../ui/button';
import { Heading } from '../../../ui/heading';
import { Picture } from '../../../ui/picture';
import './index.scss';
import { makePoster } from './make-poster';

/** 海报 of a batch, for the official account or a group chat. It can be looked at and saved here. */
export default function Poster() {
  const { batchId = '' } = useParameters('poster');
  const question = batchOf(batchId);
  const { data } = useAsked(question, { when: false });
  const { made, source, again } = usePainted(data, makePoster);
  return (
    <Desk title="海报" at="batch" within testId="staff-poster">
      <Answered to={question}>
        {({ batch: { title } }) => (
          <View className="poster">
            <View className="poster__side">
              <Heading level={1}>{title}的海报</Heading>
              <View className="t2 stack-2">
                发到公众号、群里，或打印出来。扫上面的码就到这一期；班有改动时，回来再存一张新的。
              </View>
              <KeepButton source={source} name={`${title}-海报`} testId="poster" />
            </View>
            <Preview made={made} title={title} again={again} />
          </View>
        )}
      </Answered>
    </Desk>
  );
}

function Preview({ made, title, again }: { made: Painted | undefined; title: string; again: () => void }) {
  if (made && 'source' in made)
    return (
      <View className="poster__sheet" data-testid="poster-image">
        <Picture {...made} label={`${title}的海报`} />
      </View>
    );
  return (
    <View className="poster__sheet poster__sheet--none" {...told({ live: 'polite' })}>
      {made ? (
        <View>
          <View data-testid="poster-failed">{made.failed}</View>
          <Button kind="ink" size="small" className="stack-4" onTap={again} testId="poster-again">
            再试一次
          </Button>
        </View>
      ) : (
        <View className="t3">正在画海报</View>
      )}
    </View>
  );
}
