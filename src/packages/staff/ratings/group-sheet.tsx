import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Input, RatedClass, RatingGroup } from '../../../../domain/api';
import { meanText, percentText, ratedText } from '../../../../domain/rating/said';
import type { ShownText } from '../../../../domain/rating/shown';
import { ActWithReason } from '../../../app/act/act-with-reason';
import { useAct } from '../../../app/act/use-act';
import { questions } from '../../../app/memory/asked';
import { Empty } from '../../../app/page/states';
import { Results } from '../../../features/rating/results';
import { silenceText } from '../../../features/rating/silence';
import { Button } from '../../../ui/button';
import { Chip } from '../../../ui/chip';
import { Heading } from '../../../ui/heading';
import { Sheet } from '../../../ui/sheet';
import { Answered } from '../../../app/page/answered';

export type By = Input<'rating.results'>['by'];

const resultsOf = questions('rating.results', asked => JSON.parse(asked) as { by: By; key: string });

interface Hiding {
  sectionId: string;
  text: ShownText;
}

interface GroupProps {
  by: By;
  group: RatingGroup;
  onClose: () => void;
}

/** A batch, a course or an organisation: its sum, then its classes with what people wrote. */
export function GroupSheet({ by, group: { key, title }, onClose }: GroupProps) {
  const [hiding, hide] = useState<Hiding>();
  // The group is asked for anew when it is seen again.
  if (hiding) return <HideSheet {...hiding} onClose={() => hide(undefined)} />;
  return (
    <Sheet label={title} wide onClose={onClose}>
      <Heading level={2}>{title}</Heading>
      <Answered to={resultsOf(JSON.stringify({ by, key }))}>
        {({ sum, classes }, now) => (
          <>
            {sum && classes.length > 1 && (
              <View className="stack-3">
                <Results shown={sum} />
              </View>
            )}
            {classes.length === 0 && <Empty title="还没有班" text="这里还没有能看的班" />}
            {classes.map(one => (
              <Class
                key={one.sectionId}
                rated={one}
                by={by}
                now={now}
                only={classes.length === 1}
                onHide={text => hide({ sectionId: one.sectionId, text })}
              />
            ))}
          </>
        )}
      </Answered>
      <Button kind="plain" className="stack-4" onTap={onClose} testId="ratings-close">
        好了
      </Button>
    </Sheet>
  );
}

interface ClassProps {
  rated: RatedClass;
  by: By;
  now: number;
  /** There is no sum above it, so it has its charts. */
  only: boolean;
  onHide: (text: ShownText) => void;
}

function Class({ rated, by, now, only, onHide }: ClassProps) {
  const { course, name, batchTitle, instructor, organisation, shown, texts } = rated;
  return (
    <View className="rated-class" data-testid="rated-class">
      <Heading level={3}>
        {course}
        {name}
      </Heading>
      <View className="sm t3">
        {[by === 'batch' ? '' : batchTitle, instructor, organisation].filter(Boolean).join('，')}
      </View>
      {shown && !only && (
        <View className="num stack-2">
          满意 {percentText(shown.satisfied)}，平均 {meanText(shown.mean)} 星，{ratedText(shown)}
        </View>
      )}
      {shown && only && <Results shown={shown} />}
      {!shown && <View className="t2 num stack-2">{silenceText(rated, now)}</View>}
      {texts.map(text => (
        <View key={text.key} className="rated-class__text" data-testid="staff-rating-text">
          <View className="grow">{text.text}</View>
          {text.hidden ? (
            <Chip kind="full">已收起</Chip>
          ) : (
            <Button kind="link" size="small" label={`收起：${text.text}`} onTap={() => onHide(text)} testId="hide-text">
              收起
            </Button>
          )}
        </View>
      ))}
    </View>
  );
}

/** Hides a text from the instructor, with a reason for the record. */
function HideSheet({ sectionId, text: { key, text }, onClose }: Hiding & { onClose: () => void }) {
  const { act, ...of } = useAct('rating.hide');
  return (
    <ActWithReason
      of={of}
      title="收起这句话？"
      text={`“${text}”。收起以后讲师看不到，星数照算，不能再放出来。`}
      label="收起"
      busyLabel="正在收起"
      insteadLabel="留着"
      takes
      example="例如 写了人名"
      onAct={reason => void act({ sectionId, key, reason }, onClose)}
      onClose={onClose}
      testId="hide-text"
    />
  );
}
