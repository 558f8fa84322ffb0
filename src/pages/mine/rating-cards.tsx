import { View } from '@tarojs/components';
import { go } from '../../app/way/go';
import { useAsked } from '../../app/memory/use-asked';
import { myRatings } from '../../features/rating/known';
import { Door } from '../../ui/door';

/** A class that is over and that I came to asks how it was, until I have said it or the time is over. */
export function RatingCards({ now }: { now: number }) {
  const { data } = useAsked(myRatings, { freshForMs: 60_000 });
  const open = (data?.ratings ?? []).filter(one => !one.given && now < one.until);
  if (open.length === 0) return null;
  return (
    <View className="card absence-door" data-testid="rating-cards">
      {open.map(({ sectionId, course, name }) => (
        <Door
          key={sectionId}
          label={`${course}${name}怎么样？`}
          text="★★★★★ 评一评，不记名，一分钟"
          onTap={() => go.rate(sectionId)}
          testId="door-rating"
        />
      ))}
    </View>
  );
}
