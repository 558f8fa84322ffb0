import { MINUTE } from '../../../domain/base/clock';
import { useDoing } from '../../app/act/use-doing';
import { followedClasses } from '../../app/known/member';
import { useAsked } from '../../app/memory/use-asked';
import { BellCard } from './bell-card';
import { turnFollow, type FollowableClass } from './turn-follow';

/** 有空位时告诉我: everybody who asked is told at the same instant, once. Nobody gets a place by it. */
export function FollowClass(props: FollowableClass) {
  const asked = useAsked(followedClasses, { freshForMs: MINUTE });
  const { state, run } = useDoing();
  if (!asked.data) return null;
  const on = asked.data.classes.some(one => one.sectionId === props.sectionId);
  return (
    <BellCard
      title={on ? '有空位时会告诉您' : '有空位时告诉您吗？'}
      text={state.message ?? (on ? '在小程序的“通知”里，告诉一次。' : '大家同时收到，再点报名，先到先得。')}
      button={on ? '不用了' : '告诉我'}
      label={on ? '不用告诉我了' : '有空位时告诉我'}
      busy={state.busy}
      onTap={() => void run(() => turnFollow(props, !on))}
      testId="follow-class"
    />
  );
}
