import { askUntilKnown } from '../../app/call/ask-until-known';
import { followedClasses } from '../../app/known/member';

export interface FollowableClass {
  sectionId: string;
  batchId: string;
  title: string;
}

/** Follows a full class, or no longer. Answers why it was not done, or nothing. */
export async function turnFollow(one: FollowableClass, on: boolean): Promise<string | undefined> {
  const { sectionId } = one;
  const answer = await askUntilKnown('member.followClass', { sectionId, on });
  if (!answer.ok) return `${answer.message}。`;
  followedClasses.put(old => {
    const others = (old?.classes ?? []).filter(other => other.sectionId !== sectionId);
    return { classes: answer.data.follows ? [{ ...one, at: answer.now }, ...others] : others };
  });
  return undefined;
}
