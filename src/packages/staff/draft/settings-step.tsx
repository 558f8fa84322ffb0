import { View } from '@tarojs/components';
import { LENGTH } from '../../../../domain/bounds';
import type { DraftView } from '../../../../domain/api';
import { closingHint } from '../../../features/batch/closing-hint';
import { MomentField } from '../../../ui/moment-field';
import { Heading } from '../../../ui/heading';
import { Button } from '../../../ui/button';
import { TextArea } from '../../../ui/text-area';
import { NoShowPreview } from './no-show-preview';
import { NoShowSetting } from './no-show-setting';
import type { Draft } from './use-draft';
import { useSettings, type SettingsForm } from './use-settings';
import { Switching, Typing } from './setting-fields';

interface StepProps {
  draft: Draft;
  view: DraftView;
  onNext: () => void;
}

/** When it opens, who may come, how much one person may take, and until when things can be given back. */
export function SettingsStep({ draft, view, onNext }: StepProps) {
  const form = useSettings(draft, view, onNext);
  const { typed, looking } = form;
  return (
    <View className="settings">
      <View className="settings__column">
        <Opening form={form} view={view} />
      </View>
      <View className="settings__column">
        <Audience form={form} />
        <GivingBack form={form} />
        <CertificateSetting form={form} />
      </View>
      <Button
        kind="go"
        size="small"
        className="draft__next"
        busy={draft.busy}
        busyLabel="正在保存"
        main
        onTap={() => void form.save()}
        testId="save-settings"
      >
        保存，看预览
      </Button>
      {looking && (
        <NoShowPreview
          policy={looking.policy}
          headStart={typed.headStartMinutes}
          seenLabel={looking.thenStore ? '就这样保存' : '知道了'}
          onClose={form.stopLooking}
          onSeen={form.haveSeen}
        />
      )}
    </View>
  );
}

function Opening({ form, view }: { form: SettingsForm; view: DraftView }) {
  const { typed, change } = form;
  /**
   * The fault of a moment that was chosen and is wrong. A moment that is not chosen yet is reported only when one
   * saves.
   */
  const wrong = (where: 'opensAt' | 'closesAt') =>
    form.faults[where] ??
    (typed[where] !== null && typed[where] === view[where]
      ? view.problems.find(one => one.where === where)?.text
      : undefined);
  return (
    <>
      <Heading level={2} className="stack-6">
        开放
      </Heading>
      <Typing
        form={form}
        of="title"
        label="名称"
        example={view.formerTitle ? `上次叫“${view.formerTitle}”` : '例如 2027 春季第一期'}
      />
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
        hint={closingHint(typed.closesAt, Date.now())}
        fault={wrong('closesAt')}
        testId="set-closesAt"
      />
      <View className="field" data-testid="how-seats-go">
        <View className="b">名额怎么给</View>
        <View className="stack-2">先到先得</View>
        <View className="sm t3 field__hint">按报名送到的先后排队，人人一样</View>
      </View>
      <Typing
        form={form}
        of="limit"
        label="每人最多报几个班"
        example="例如 2；不限就空着"
        hint="入座和候补都算"
        digits
      />
      <Typing
        form={form}
        of="contact"
        label="联系电话"
        example="例如 023-4985 0000；没有就空着"
        hint="学员在班级、回执和规则里看得到，点一下就拨"
      />
      <Typing form={form} of="contactName" label="联系人" example="例如 王老师；没有就空着" />
    </>
  );
}

function Audience({ form }: { form: SettingsForm }) {
  const { typed, change } = form;
  return (
    <>
      <Heading level={2} className="stack-6">
        谁可以报
      </Heading>
      <Switching form={form} of="unionMembersOnly" label="只面向工会会员" text="会员信息由职工自己填写" />
      <Typing
        form={form}
        of="employers"
        label="只面向这些单位"
        example="例如 永川区人民医院"
        hint="几个单位用顿号隔开；不限就空着"
      />
      <Typing form={form} of="districts" label="只面向这些镇街" example="例如 中山路街道、大安街道" hint="不限就空着" />
      <Typing
        form={form}
        of="headStartMinutes"
        label="让没上过课的人先报几分钟"
        example="例如 10；不优先就空着"
        hint="往期有过位置的人，晚这么多分钟才能报"
        digits
      />
      <NoShowSetting form={form} />
      <TextArea
        name="报名须知（可以不写）"
        hint="健康告知、注意事项。报名以前要点同意，改了会再问一次"
        value={typed.declaration}
        onInput={declaration => change({ declaration })}
        example="例如 有高血压、心脏病的请先问医生"
        maxLength={LENGTH.declaration}
        testId="set-declaration"
      />
    </>
  );
}

function GivingBack({ form }: { form: SettingsForm }) {
  return (
    <>
      <Heading level={2} className="stack-6">
        退课和递补
      </Heading>
      <Typing form={form} of="dropHours" label="开课前几小时截止退课" example="例如 24" digits />
      <Typing
        form={form}
        of="freezeHours"
        label="开课前几小时停止递补"
        example="例如 12"
        hint="不能早于截止退课；候补随时可以退出"
        digits
      />
      <Typing
        form={form}
        of="holidays"
        label="法定节假日"
        example="例如 5月1日、5月2日、5月3日"
        hint="每周的课遇到这些天自动顺延"
      />
    </>
  );
}

function CertificateSetting({ form }: { form: SettingsForm }) {
  return (
    <>
      <Heading level={2} className="stack-6">
        结课证明
      </Heading>
      <Switching
        form={form}
        of="certificate"
        label="发结课证明"
        text="上完课、考勤都确认以后，学员自己领，有编号可以核对"
      />
      {form.typed.certificate && (
        <>
          <Typing
            form={form}
            of="certificatePercent"
            label="至少来百分之几的课"
            example="例如 70"
            hint="12 次课写 70，要来 9 次；迟到算来，请假不算"
            digits
          />
          <Typing form={form} of="hourMinutes" label="一学时几分钟" example="例如 45" digits />
        </>
      )}
    </>
  );
}
