import { View } from '@tarojs/components';
import type { BatchCard, Profile } from '../../../../domain/api';
import { go } from '../../../app/way/go';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { notFor, type Wanted } from './for-claim';

/** For whom the batch is, as far as the form decides about it. */
function audienceWords({ title, audience }: BatchCard): string | undefined {
  const { unionMembersOnly, employers, districts } = audience;
  if (unionMembersOnly) return `${title}只面向工会会员，所以要问您是不是会员。`;
  if (employers) return `${title}只面向${employers.join('、')}的职工，工作单位请填全称。`;
  if (districts) return `${title}只面向${districts.join('、')}，请填所在镇街。`;
  return undefined;
}

/** Stands above the form: which of its fields this batch looks at. */
export function Why({ wanted, kept }: { wanted: Wanted; kept: Profile | null }) {
  const words = audienceWords(wanted.batch);
  if (!words) return null;
  return (
    <View className="profile__why">
      <Notice kind="soon" testId="profile-why">
        {words}
        {kept && !kept.membership && wanted.batch.audience.unionMembersOnly && '您以前填的资料里没有这一项。'}
      </Notice>
    </View>
  );
}

/** Stands below the form while it is filled in: the entries that exclude the person from this batch. */
export function WhyNot({ profile, wanted }: { profile: Profile; wanted: Wanted }) {
  const refusal = notFor(profile, wanted);
  if (!refusal) return null;
  const member = refusal.refused === 'NOT_UNION_MEMBER';
  return (
    <Notice className="stack-4" live="polite" kind="quiet" testId="profile-why-not">
      {member
        ? profile.membership === 'unsure'
          ? '不清楚的话，问一下单位工会；问清楚之前，只面向会员的期次还报不了，别的都能报。'
          : '还不是会员，这一期就报不了，别的都能报。'
        : '按现在填的，这一期报不了，请再核对一遍。'}
      {member && (
        <Button kind="link" size="small" role="link" onTap={() => go.help('join')} testId="how-to-join">
          怎样入会
        </Button>
      )}
    </Notice>
  );
}
