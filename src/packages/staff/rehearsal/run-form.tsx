import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Plan } from '../../../../domain/rehearsal/rehearsal';
import { told } from '../../../ui/a11y';
import { Field } from '../../../ui/field';
import { Submit } from '../../../ui/submit';
import { useServerNow } from '../../../app/clock/use-now';
import { spanText } from '../../../app/words';
import { Choice } from '../../../ui/choice';
import { Heading } from '../../../ui/heading';
import type { Running } from './use-rehearsal';
import { countText, crowdOf, PLAN_WORDS } from './words';

interface FormProps {
  /** Starts with the last rehearsal's values, because people are likely to try them again. */
  first: { people: number; profile: Plan } | undefined;
  running: Running;
  onRun: (people: number, profile: Plan) => void;
}

/** How many people come, and what the platform provides. */
export function RunForm({ first, running, onRun }: FormProps) {
  const [crowd, setCrowd] = useState(String(first?.people ?? 60_000));
  const [plan, setPlan] = useState<Plan>(first?.profile ?? 'standard');
  const [fault, setFault] = useState<string>();
  const run = () => {
    const people = crowdOf(crowd);
    if (typeof people === 'string') return setFault(people);
    setFault(undefined);
    onRun(people, plan);
  };
  return (
    <View className="card pad">
      <Heading level={3}>{first ? '再演练一次' : '演练一次'}</Heading>
      <Field
        name="多少人来抢"
        value={crowd}
        example="60000"
        hint="往多里估。上一期点报名的人数在报名现场能看到。"
        fault={fault}
        digits
        onInput={setCrowd}
        testId="crowd"
      />
      <Choice
        name="云开发的套餐"
        value={plan}
        options={PLAN_WORDS}
        hint="不清楚就选标准，或者问技术人员。"
        onChoose={setPlan}
        testId="plan"
      />
      {running.busy && <Progress running={running} />}
      <Submit
        state={running}
        label={first ? '再演练一次' : '开始演练'}
        busyLabel="正在演练"
        onTap={run}
        testId="rehearse"
      />
    </View>
  );
}

/** A machine computes tens of thousands of phones, one after the other. */
function Progress({ running }: { running: Extract<Running, { busy: true }> }) {
  const now = useServerNow(true);
  return (
    <View className="stack-4 num" data-testid="rehearsing">
      <View {...told({ live: 'polite' })}>正在算 {countText(running.people)} 人同时点报名，一般不到半分钟。</View>
      <View className="sm t3">
        已经算了 {spanText(now - running.since)}，最长一分钟。可以先离开，算好了会留在这里。
      </View>
    </View>
  );
}
