import { View } from '@tarojs/components';
import type { BatchCard, MyPlace, SectionCard } from '../../../domain/api';
import { wordsOf } from '../../../domain/line/place-words';
import { go } from '../../app/way/go';
import { claimNow } from '../../features/line/claim-now';
import { told } from '../../ui/a11y';
import { Contact } from '../../features/batch/contact';
import { Countdown } from '../../ui/countdown';
import { Button } from '../../ui/button';
import { Heading } from '../../ui/heading';
import { Notice } from '../../ui/notice';
import { Page } from '../../app/page/page';
import { Technical } from '../../app/page/technical';
import type { Outcome } from '../../features/line/claims';
import { invitedText, sectionTitle, underTitle, untilText } from '../../app/words';

type Refusal = Extract<Outcome, { kind: 'refused' }>['refusal'];

interface RefusedProps {
  batch: BatchCard;
  section: SectionCard;
  refusal: Refusal;
  now: number;
  places: MyPlace[] | undefined;
}

interface Screen {
  title: string;
  text: string;
  action: { label: string; onTap: () => void };
  /** Another way on. */
  more?: { label: string; onTap: () => void };
}

/**
 * Every refusal says what happened and what to do next. The sentence is the server's; the title and the step are
 * ours.
 */
export function screenOf({ batch, section, refusal, now, places }: RefusedProps): Screen {
  const profile = () => go.profile({ batchId: batch.batchId, sectionId: section.sectionId });
  const text = `${refusal.message}。`;
  const retry = () => void claimNow(batch, section);
  switch (refusal.code) {
    case 'NOT_OPEN':
      return {
        title: '还没到时间',
        text,
        action: { label: '回去候场', onTap: () => go.section(batch.batchId, section.sectionId) },
      };
    case 'CLOSED':
      return {
        title: '报名已经结束',
        text: `${untilText(refusal.details.closesAt, now)} 截止。${text}`,
        action: { label: '看看别的期次', onTap: go.home },
      };
    case 'PROFILE_MISSING':
      return { title: '还差您的资料', text, action: { label: '去填资料', onTap: profile } };
    case 'MEMBERSHIP_UNSAID':
      return { title: '请先说明您是不是会员', text, action: { label: '去说明', onTap: profile } };
    case 'NOT_UNION_MEMBER':
      return {
        title: '这一期只面向会员',
        text: `${underTitle('这一期只面向会员', text)}还不是会员的，可以先入会。`,
        action: { label: '我是会员，去改', onTap: profile },
        more: { label: '怎样入会', onTap: () => go.help('join') },
      };
    case 'SECTION_NOT_INVITED':
      return {
        title: '这个班不面向您',
        text: `面向：${invitedText(refusal.details)}。${text}`,
        action: { label: '看本期其他的班', onTap: () => go.batch(batch.batchId) },
        more: { label: '核对我的资料', onTap: profile },
      };
    case 'NOT_ACCEPTED':
      return {
        title: '先看报名须知',
        text,
        action: {
          label: '去看须知',
          onTap: () => go.declaration({ batchId: batch.batchId, sectionId: section.sectionId }),
        },
      };
    case 'EMPLOYER_NOT_INVITED':
      return {
        title: '这一期不面向您的单位',
        text: `面向：${refusal.details.employers.join('、')}。${text}`,
        action: { label: '核对我的单位', onTap: profile },
        more: { label: '看看别的期次', onTap: go.home },
      };
    case 'DISTRICT_NOT_INVITED':
      return {
        title: '这一期不面向您的镇街',
        text: `面向：${refusal.details.districts.join('、')}。${text}`,
        action: { label: '核对我的镇街', onTap: profile },
        more: { label: '看看别的期次', onTap: go.home },
      };
    case 'CLASH': {
      const other = places?.find(one => one.place.sectionId === refusal.details.sectionId);
      const name = other ? `您的${sectionTitle(other.section)}` : '您已有的班';
      return {
        title: `和${name}撞了时间`,
        text: wordsOf(refusal.details).clashText,
        action: {
          label: other ? `看${name}` : '看我的课',
          onTap: () => (other ? go.answer(other.batch.batchId, other.place.sectionId) : go.mine()),
        },
      };
    }
    case 'LIMIT_REACHED':
      return {
        title: `本期最多 ${refusal.details.limit} 个班`,
        text: `您已经报满了（候补也算）。${text}`,
        action: { label: '看我的课', onTap: go.mine },
      };
    case 'BUSY':
      if (refusal.details.reopening)
        return {
          title: '有人退出，名额就要重新开放',
          text: '几秒里的某一刻对所有人同时开放，早点晚点都一样，请再试一次。',
          action: { label: '再试一次', onTap: retry },
        };
      return { title: '现在人多，没排进去', text, action: { label: '再试一次', onTap: retry } };
    case 'UPGRADING':
      return { title: '系统正在升级', text, action: { label: '再试一次', onTap: retry } };
    case 'STOPPED':
      return { title: '系统现在停用', text, action: { label: '再试一次', onTap: retry } };
    case 'FAULT':
      return { title: '我们这边出了点问题', text, action: { label: '再试一次', onTap: retry } };
    default:
      return { title: '没能报上', text, action: { label: '回到班级列表', onTap: () => go.batch(batch.batchId) } };
  }
}

export function Refused(props: RefusedProps) {
  const { batch, section, refusal, now } = props;
  const { title, text, action, more } = screenOf(props);
  const dock = (
    <>
      <Button kind="go" onTap={action.onTap} testId="next-step">
        {action.label}
      </Button>
      <Button kind="plain" onTap={more?.onTap ?? (() => go.batch(batch.batchId))} testId="other-step">
        {more?.label ?? '回到班级列表'}
      </Button>
    </>
  );
  return (
    <Page title="报名结果" testId={`answer-${refusal.code}`} dock={dock}>
      <View className="answer__head" {...told({ live: 'assertive' })}>
        <Heading level={1}>{title}</Heading>
        <View className="t2 stack-2">{underTitle(title, text)}</View>
        {(refusal.code === 'UPGRADING' || refusal.code === 'STOPPED') && <Technical says={refusal.details.technical} />}
      </View>
      {refusal.code === 'NOT_OPEN' && refusal.details.opensAt > now && (
        <View className="card pad">
          <Countdown leftMs={refusal.details.opensAt - now} />
        </View>
      )}
      {(refusal.code === 'BUSY' || refusal.code === 'FAULT') && (
        <Notice kind="quiet">查过了，{sectionTitle(section)}的队伍里还没有您。再点几次也只会有一个座位。</Notice>
      )}
      <Contact of={batch} />
    </Page>
  );
}
