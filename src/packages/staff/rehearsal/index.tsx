import { View } from '@tarojs/components';
import { Empty } from '../../../app/page/states';
import { useAsked } from '../../../app/memory/use-asked';
import { Desk } from '../../../app/desk/desk';
import { useParameters } from '../../../app/way/use-parameters';
import { Heading } from '../../../ui/heading';
import { Figures } from './figures';
import './index.scss';
import { RunForm } from './run-form';
import { lastRehearsal, useRehearsal } from './use-rehearsal';
import { Verdict } from './verdict';
import { countText } from './words';
import { Answered } from '../../../app/page/answered';

/** 放号演练: will this release stand? Shows the last answer, and makes a new one at a tap. */
export default function Rehearsal() {
  const params = useParameters('rehearsal');
  const batchId = params.batchId ?? '';
  const question = lastRehearsal(batchId);
  const inDraft = useAsked(question, { when: false }).data?.batch.draft;
  const { running, run } = useRehearsal(batchId);
  return (
    <Desk
      title="放号演练"
      at={inDraft ? 'batches' : 'batch'}
      within
      known={inDraft ? { draftId: batchId } : {}}
      testId="staff-rehearsal"
    >
      <Heading level={1} className="rehearsal__title">
        放号演练
      </Heading>
      <Answered to={question}>
        {({ batch, rehearsal }, now) => (
          <>
            <View className="t2 num">
              {batch.title || '还没有名称的一期'}，{batch.sections} 个班，{countText(batch.capacity)} 个名额，候补{' '}
              {countText(batch.places - batch.capacity)} 个
            </View>
            <View className="sm t3 stack-2">演练是按平台限制算出来的，不动真的名额，职工看不到。</View>
            <View className="rehearsal">
              <View className="rehearsal__sheet">
                {rehearsal ? (
                  <Verdict rehearsal={rehearsal} batch={batch} now={now} />
                ) : (
                  <Empty
                    title="还没有演练过"
                    text="放号之前算一遍：这么多人一起点，能不能都得到答复"
                    testId="never-rehearsed"
                  />
                )}
              </View>
              <View className="rehearsal__form">
                <RunForm first={rehearsal ?? undefined} running={running} onRun={(...how) => void run(...how)} />
              </View>
              {rehearsal && <Figures numbers={rehearsal.numbers} />}
            </View>
          </>
        )}
      </Answered>
    </Desk>
  );
}
