import { View } from '@tarojs/components';
import type { ClassRatings } from '../../../../domain/api';
import { Results } from '../../../features/rating/results';
import { silenceText } from '../../../features/rating/silence';
import { GroupHead } from '../../../ui/heading';

/** The ratings of the class, once everybody has had time to rate. */
export function Ratings({ ratings, now }: { ratings: ClassRatings; now: number }) {
  const { window, shown, texts } = ratings;
  // Before its last lesson a class needs no card that says nothing.
  if (!window || now < window.from) return null;
  return (
    <>
      <GroupHead>评价</GroupHead>
      <View className="card pad" data-testid="class-ratings">
        {shown ? <Results shown={shown} /> : <View className="t2 num">{silenceText(ratings, now)}</View>}
      </View>
      {texts.length > 0 && (
        <View className="card roster__texts">
          {texts.map(({ key, text }) => (
            <View key={key} className="roster__text" data-testid="rating-text">
              {text}
            </View>
          ))}
        </View>
      )}
    </>
  );
}
