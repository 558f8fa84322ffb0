import { View } from '@tarojs/components';
import { useState } from 'react';
import type { MyRating } from '../../../../domain/api';
import { LENGTH } from '../../../../domain/bounds';
import { CHIPS, STARS, type Chip, type Stars } from '../../../../domain/rating/rating';
import { CHIP_WORDS } from '../../../../domain/rating/said';
import { useDoing } from '../../../app/act/use-doing';
import { askUntilKnown } from '../../../app/call/ask-until-known';
import { Page } from '../../../app/page/page';
import { Empty } from '../../../app/page/states';
import { go } from '../../../app/way/go';
import { useParameters } from '../../../app/way/use-parameters';
import { untilText } from '../../../app/words';
import { myRatings } from '../../../features/rating/known';
import { StarRow } from '../../../features/rating/star-row';
import { FieldFrame } from '../../../ui/field-frame';
import { Heading } from '../../../ui/heading';
import { Notice } from '../../../ui/notice';
import { Submit } from '../../../ui/submit';
import { Tap } from '../../../ui/tap';
import { TextArea } from '../../../ui/text-area';
import './index.scss';
import { Answered } from '../../../app/page/answered';

/** 这门课怎么样？ Stars, a few ready words and a line of text, given once and without a name. */
export default function Rate() {
  const { sectionId = '', stars } = useParameters('rate');
  return (
    <Page title="评价" testId="rate">
      <Answered to={myRatings}>
        {({ ratings }, now) => {
          const rating = ratings.find(one => one.sectionId === sectionId);
          if (!rating || now >= rating.until)
            return (
              <Empty
                title="这个班现在不能评"
                text="来上过课的人，最后一次课以后 14 天里能评"
                action={{ label: '看我的课', onTap: go.mine }}
                testId="no-rating"
              />
            );
          return rating.given ? (
            <Thanks rating={rating} now={now} />
          ) : (
            <Form rating={rating} first={STARS.find(one => `${one}` === stars)} now={now} />
          );
        }}
      </Answered>
    </Page>
  );
}

const Thanks = ({ rating, now }: { rating: MyRating; now: number }) => (
  <Empty
    title="谢谢，已经交给工会"
    text={`${rating.course}${rating.name}的评价 ${untilText(rating.until, now)} 收齐，满 5 个人才显示`}
    action={{ label: '看我的课', onTap: go.mine }}
    testId="rating-given"
  />
);

interface FormProps {
  rating: MyRating;
  /** The stars that were tapped on the way here. */
  first: Stars | undefined;
  now: number;
}

function Form({ rating: { sectionId, course, name, until }, first, now }: FormProps) {
  const [stars, setStars] = useState(first);
  const [chips, setChips] = useState<Chip[]>([]);
  const [text, setText] = useState('');
  const { state, run, say } = useDoing();

  const turn = (chip: Chip) => setChips(chips.includes(chip) ? chips.filter(one => one !== chip) : [...chips, chip]);
  const send = () => {
    if (!stars) return say('请先点几颗星');
    return void run(async () => {
      const answer = await askUntilKnown('rating.give', { sectionId, stars, chips, text: text.trim() });
      if (!answer.ok) return `${answer.message}。`;
      myRatings.put(
        known =>
          known && {
            ratings: known.ratings.map(one => (one.sectionId === sectionId ? { ...one, given: true } : one)),
          },
      );
      return undefined;
    });
  };

  return (
    <>
      <Heading level={1}>
        {course}
        {name}怎么样？
      </Heading>
      <View className="t2 num stack-2">{untilText(until, now)} 收齐，满 5 个人才给老师和工会看。</View>
      <View className="card pad stack-4">
        <StarRow value={stars} onChoose={setStars} label={`给${course}几颗星`} />
        <FieldFrame name="挑几个词（可以不挑）" group>
          <View className="rate-chips">
            {CHIPS.map(chip => {
              const on = chips.includes(chip);
              return (
                <Tap
                  key={chip}
                  pressed={on}
                  className={on ? 'rate-chips__one rate-chips__one--on' : 'rate-chips__one'}
                  onTap={() => turn(chip)}
                  testId={`chip-${chip}`}
                >
                  {CHIP_WORDS[chip]}
                </Tap>
              );
            })}
          </View>
        </FieldFrame>
        <TextArea
          name="想说的话（可以不写）"
          hint="不要写自己的名字"
          value={text}
          onInput={setText}
          example="例如 老师很耐心，教室有点挤"
          maxLength={LENGTH.ratingText}
          size="small"
          testId="rating-text"
        />
      </View>
      <Notice kind="quiet" className="stack-4" testId="no-name">
        不记名：交了就不能改，工会也查不到是谁。
      </Notice>
      <Submit state={state} label="交给工会" busyLabel="正在交" onTap={send} testId="rating-send" />
    </>
  );
}
