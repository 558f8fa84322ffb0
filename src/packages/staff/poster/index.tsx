import { Image, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { KEEP_WORD, keepPicture, type Kept } from '../../../app/files/keep-picture';
import { keptWords } from '../../../app/files/kept';
import { told } from '../../../ui/a11y';
import { Button } from '../../../ui/button';
import { Heading } from '../../../ui/heading';
import { Notice } from '../../../ui/notice';
import { Shown } from '../../../app/page/states';
import { batchOf } from '../../../app/known/catalog';
import { useAsked } from '../../../app/memory/use-asked';
import { CALM_MS, useServerNow } from '../../../app/clock/use-now';
import { useShown } from '../../../app/page/use-shown';
import { Desk } from '../../../app/desk/desk';
import { useParameters } from '../../../app/way/use-parameters';
import './index.scss';
import { makePoster, type Made } from './make-poster';

/** 海报 of a batch, for the official account or a group chat. It can be looked at and saved here. */
export default function Poster() {
  const { batchId = '' } = useParameters('poster');
  const now = useServerNow(useShown(), CALM_MS);
  const question = batchOf(batchId);
  const asked = useAsked(question);
  const [made, setMade] = useState<Made>();
  const [tries, setTries] = useState(0);
  const [kept, setKept] = useState<Kept>();
  const { data } = asked;
  useEffect(() => {
    if (!data) return undefined;
    let here = true;
    setMade(undefined);
    void makePoster(data.batch, data.sections).then(next => here && setMade(next));
    return () => void (here = false);
  }, [data, tries]);
  const source = made && 'source' in made ? made.source : undefined;
  const keep = async () => setKept(source ? await keepPicture(source, `${data?.batch.title ?? ''}-海报`) : undefined);
  return (
    <Desk title="海报" at="batch" within testId="staff-poster">
      <Shown asked={asked} now={now} again={() => void question.ask()}>
        {({ batch }) => (
          <View className="poster">
            <View className="poster__side">
              <Heading level={1}>{batch.title}的海报</Heading>
              <View className="t2 stack-2">
                发到公众号、群里，或打印出来。扫上面的码就到这一期；班有改动时，回来再存一张新的。
              </View>
              {kept && (
                <Notice
                  className="stack-3"
                  live="polite"
                  kind={kept === 'album' || kept === 'download' ? 'quiet' : 'soon'}
                  testId="poster-kept"
                >
                  {keptWords(kept)}
                </Notice>
              )}
              <Button kind="go" className="stack-4" disabled={!source} onTap={() => void keep()} testId="keep-poster">
                {KEEP_WORD}
              </Button>
            </View>
            <Preview made={made} title={batch.title} again={() => setTries(count => count + 1)} />
          </View>
        )}
      </Shown>
    </Desk>
  );
}

function Preview({ made, title, again }: { made: Made | undefined; title: string; again: () => void }) {
  if (made && 'source' in made)
    return (
      <View className="poster__sheet" {...told({ role: 'img', label: `${title}的海报` })} data-testid="poster-image">
        <View className="wall poster__paper" style={{ paddingTop: `${made.ratio * 100}%` }}>
          <Image className="wall__image" src={made.source} mode="scaleToFill" {...told({ hidden: true })} />
        </View>
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
