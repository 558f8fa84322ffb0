import { View } from '@tarojs/components';
import { go } from '../../app/way/go';
import { useAsked } from '../../app/memory/use-asked';
import { myRatings } from '../../features/rating/known';
import { StarRow } from '../../features/rating/star-row';
import { Heading } from '../../ui/heading';

/** A class that is over and that I came to asks how it was, until I have said it or the time is over. */
export function RatingCards({ now }: { now: number }) {
  const { data } = useAsked(myRatings, { freshForMs: 60_000 });
  const open = (data?.ratings ?? []).filter(one => !one.given && now < one.until);
  return (
    <>
      {open.map(({ sectionId, course, name }) => (
        <View key={sectionId} className="card pad rating-card" data-testid="rating-card">
          <Heading level={3}>
            {course}
            {name}怎么样？
          </Heading>
          <StarRow value={undefined} onChoose={stars => go.rate(sectionId, stars)} label={`给${course}几颗星`} />
          <View className="sm t3">点几颗星，再挑几个词。不记名，一分钟。</View>
        </View>
      ))}
    </>
  );
}
