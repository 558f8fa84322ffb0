import { View } from '@tarojs/components';
import { useState } from 'react';
import type { DraftView } from '../../../../domain/contract';
import { Field } from '../../../parts/field';
import { Switch } from '../../../parts/switch';
import { Tap } from '../../../parts/tap';
import { MomentField } from '../files/moment-field';
import { noShowOf, samePolicy, type Policy } from './no-show';
import { NoShowPreview } from './no-show-preview';
import { NoShowSetting } from './no-show-setting';
import { settingsOf, typedOf, type Settings, type Typed } from './settings';
import type { Draft } from './use-draft';

interface StepProps {
  draft: Draft;
  view: DraftView;
  onNext: () => void;
}

/** When it opens, who may come, how much one person may take, and until when things can be given back. */
export function SettingsStep({ draft, view, onNext }: StepProps) {
  const [typed, setTyped] = useState(() => typedOf(view));
  const [faults, setFaults] = useState<Partial<Record<keyof Typed, string>>>({});
  const [seen, setSeen] = useState(view.audience.noShow);
  const [looking, look] = useState<{ policy: Policy; thenStore?: Settings }>();
  const change = (part: Partial<Typed>) => {
    setTyped({ ...typed, ...part });
    setFaults(Object.fromEntries(Object.entries(faults).filter(([name]) => !(name in part))));
  };
  /** What is wrong with a moment that was chosen; what is still to be chosen stands in the last step and is no fault yet. */
  const wrong = (where: 'opensAt' | 'closesAt') =>
    typed[where] !== null && typed[where] === view[where]
      ? view.problems.find(one => one.where === where)?.text
      : undefined;

  const save = async () => {
    const settings = settingsOf(typed);
    if ('faults' in settings) return setFaults(settings.faults);
    // Whom a policy concerns is looked at before it is stored.
    const policy = noShowOf(typed);
    if (policy && !('faults' in policy) && !samePolicy(policy, seen)) return look({ policy, thenStore: settings });
    await store(settings);
  };
  const preview = () => {
    const policy = noShowOf(typed);
    if (policy && 'faults' in policy) setFaults(policy.faults);
    else if (policy) look({ policy });
  };
  const store = async (settings: Settings) => {
    const answer = await draft.write('draft.save', { settings });
    if (answer.ok) onNext();
  };
  const text = (
    name: keyof Typed & string,
    label: string,
    rest: { example?: string; hint?: string; digits?: boolean },
  ) => (
    <Field
      name={label}
      value={String(typed[name] ?? '')}
      onInput={value => change({ [name]: value })}
      fault={faults[name]}
      maxLength={500}
      testId={`set-${name}`}
      {...rest}
    />
  );

  return (
    <View className="settings">
      <View className="settings__column">
        <View className="h2 stack-6">开放</View>
        {text('title', '名称', { example: '例如 2027 春季第一期' })}
        <MomentField
          name="开放时间"
          value={typed.opensAt}
          onChange={opensAt => change({ opensAt })}
          hint="到点自动开放，不用人守着"
          fault={wrong('opensAt')}
          testId="set-opensAt"
        />
        <MomentField
          name="截止时间"
          value={typed.closesAt}
          onChange={closesAt => change({ closesAt })}
          fault={wrong('closesAt')}
          testId="set-closesAt"
        />
        <View className="field" data-testid="how-seats-go">
          <View className="b">名额怎么给</View>
          <View className="stack-2">先到先得</View>
          <View className="sm t3 field__hint">按数据库收到的先后排队，人人一样</View>
        </View>
        {text('limit', '每人最多报几个班', { example: '例如 2；不限就空着', hint: '入座和候补都算', digits: true })}
      </View>
      <View className="settings__column">
        <View className="h2 stack-6">谁可以报</View>
        <Switch
          name="只面向工会会员"
          text="会员信息由职工自己填写"
          on={typed.unionMembersOnly}
          onChange={unionMembersOnly => change({ unionMembersOnly })}
          testId="set-members"
        />
        {text('employers', '只面向这些单位', { example: '每个单位用顿号隔开；不限就空着' })}
        {text('districts', '只面向这些镇街', { example: '例如 中山路街道、胜利路街道；不限就空着' })}
        {text('headStartMinutes', '第一次来的人先报几分钟', {
          example: '例如 10；不优先就空着',
          hint: '往期有过位置的人，晚这么多分钟才能报',
          digits: true,
        })}
        <NoShowSetting typed={typed} faults={faults} onChange={change} onPreview={preview} />
        <View className="h2 stack-6">退课和递补</View>
        {text('dropHours', '开课前几小时截止退课', { example: '例如 24', digits: true })}
        {text('freezeHours', '开课前几小时停止递补', {
          example: '例如 12',
          hint: '不能早于截止退课；候补随时可以退出',
          digits: true,
        })}
        {text('holidays', '法定节假日', { example: '例如 5月1日、5月2日、5月3日', hint: '每周的课遇到这些天自动顺延' })}
      </View>
      <Tap
        className={`btn btn--small draft__next ${draft.busy ? 'btn--busy' : 'btn--go'}`}
        disabled={draft.busy}
        onTap={() => void save()}
        testId="save-settings"
      >
        {draft.busy ? '正在保存' : '保存，看预览'}
      </Tap>
      {looking && (
        <NoShowPreview
          policy={looking.policy}
          headStart={typed.headStartMinutes}
          seenLabel={looking.thenStore ? '就这样保存' : '知道了'}
          onClose={() => look(undefined)}
          onSeen={() => {
            setSeen(looking.policy);
            look(undefined);
            if (looking.thenStore) void store(looking.thenStore);
          }}
        />
      )}
    </View>
  );
}
