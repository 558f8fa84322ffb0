import { Text, View } from '@tarojs/components';
import { STARS, type Stars } from '../../../domain/rating/rating';
import { told } from '../../ui/a11y';
import { Tap } from '../../ui/tap';
import './star-row.scss';

interface StarRowProps {
  /** `undefined` = none chosen yet. */
  value: Stars | undefined;
  onChoose: (stars: Stars) => void;
  /** The name of the group, for a screen reader. */
  label: string;
}

const isLit = (stars: Stars, value: Stars | undefined): boolean => value !== undefined && stars <= value;

/** Five stars, of which the first ones are lit. */
export const StarRow = ({ value, onChoose, label }: StarRowProps) => (
  <View className="star-row" {...told({ role: 'group', label })}>
    {STARS.map(stars => (
      <Tap
        key={stars}
        selected={stars === value}
        label={`${stars} 星`}
        className="star-row__one"
        onTap={() => onChoose(stars)}
        testId={`star-${stars}`}
      >
        <Text className={isLit(stars, value) ? 'star-row__star star-row__star--on' : 'star-row__star'}>
          {isLit(stars, value) ? '★' : '☆'}
        </Text>
      </Tap>
    ))}
  </View>
);
