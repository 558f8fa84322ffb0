import { View } from '@tarojs/components';
import type { BatchCard, SectionCard } from '../../../../domain/api';
import { MINUTE } from '../../../../domain/base/clock';
import { phaseOf } from '../../../../domain/batch/phase';
import { useDoing } from '../../../app/act/use-doing';
import { call } from '../../../app/call/call';
import { serverClock } from '../../../app/clock/server-clock';
import { useServerNow } from '../../../app/clock/use-now';
import { batchOf } from '../../../app/known/catalog';
import { useAsked } from '../../../app/memory/use-asked';
import { Page } from '../../../app/page/page';
import { Empty, Shown } from '../../../app/page/states';
import { useShown } from '../../../app/page/use-shown';
import { go } from '../../../app/way/go';
import { useParameters } from '../../../app/way/use-parameters';
import { sectionTitle } from '../../../app/words';
import { claim } from '../../../features/line/claims';
import { mendOn } from '../../../features/line/eligibility';
import { leaveWaitingRooms } from '../../../features/line/waiting-room';
import { INELIGIBLE } from '../../../../domain/line/enter';
import { Heading } from '../../../ui/heading';
import { Submit } from '../../../ui/submit';
import './index.scss';

/** 报名须知: the declaration of a batch, and the button that accepts it. Once the batch is open it goes on with the claim. */
export default function Declaration() {
  const { batchId = '', sectionId } = useParameters('declaration');
  const now = useServerNow(useShown());
  const question = batchOf(batchId);
  const asked = useAsked(question, { freshForMs: 15 * MINUTE });
  return (
    <Page title="报名须知" testId="declaration">
      <Shown asked={asked} now={now} again={() => void question.ask()}>
        {({ batch, sections }) =>
          batch.declaration ? (
            <Accept
              batch={batch}
              section={sections.find(one => one.sectionId === sectionId)}
              ask={() => question.ask()}
            />
          ) : (
            <Empty title="这一期没有报名须知" action={{ label: '返回', onTap: () => go.back() }} />
          )
        }
      </Shown>
    </Page>
  );
}

interface AcceptProps {
  batch: BatchCard;
  section: SectionCard | undefined;
  ask: () => Promise<unknown>;
}

function Accept({ batch, section, ask }: AcceptProps) {
  const { batchId, declaration = '', declarationPrint } = batch;
  const { state, run } = useDoing();
  const claims = section !== undefined && phaseOf(batch, serverClock.now()) === 'open';
  const accept = () =>
    run(async () => {
      const answer = await call('line.enter', {
        batchId,
        ...(declarationPrint === undefined ? {} : { accepted: declarationPrint }),
      });
      if (answer.ok) {
        leaveWaitingRooms();
        if (!claims) return go.back();
        await claim(batch, section);
        return go.answerInstead(batchId, section.sectionId);
      }
      if (answer.code === 'NOT_ACCEPTED') {
        await ask();
        return '须知刚改过，请再看一遍，点同意';
      }
      const why = INELIGIBLE.find(code => code === answer.code);
      if (why) return mendOn(why, { batchId, ...(section ? { sectionId: section.sectionId } : {}) });
      return answer.message;
    });
  return (
    <>
      <Heading level={1}>{batch.title}</Heading>
      <View className="card pad stack-4" data-testid="declaration-text">
        {declaration.split('\n').map((line, i) => (
          <View key={i} className="declaration__line">
            {line}
          </View>
        ))}
      </View>
      <View className="sm t3 stack-3">点了同意，记在您的资料里；工会改了须知，会请您再看一次。</View>
      <Submit
        state={state}
        label={claims ? `同意，报名${sectionTitle(section)}` : '看过了，同意'}
        busyLabel={claims ? '正在报名' : '正在记下'}
        onTap={() => void accept()}
        testId="accept"
        instead={{ label: '不同意，返回', onTap: () => go.back(), testId: 'not-accept' }}
      />
    </>
  );
}
