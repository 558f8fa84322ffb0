import { View } from '@tarojs/components';
import type { DraftView } from '../../../../domain/api';
import { dayText } from '../../../../domain/base/clock';
import { askOf, nameOfAsked } from '../../../../domain/menu/asked';
import { sectionTitle } from '../../../app/words';
import { Tap } from '../../../ui/tap';
import type { Draft } from './use-draft';

interface AskLineProps {
  draft: Draft;
  section: DraftView['sections'][number];
  now: number;
}

/** 问一声: whether those who would run a class were asked, what they said, and a way to ask. */
export function AskLine({ draft, section, now }: AskLineProps) {
  const asked = askOf(section);
  const name = nameOfAsked(section);
  // An answer is to a time, and from somebody.
  const timed = section.lessons.length > 0;
  if (!name || (!timed && !asked)) return null;
  const said = asked && [
    asked.answer === null
      ? `${dayText(asked.at, now)} 问过${name}，等答复`
      : `${name} ${dayText(asked.answeredAt ?? asked.at, now)} 答复：${asked.answer === 'yes' ? '可以承办' : '承办不了'}`,
    ...(asked.text ? [asked.text] : []),
  ];
  return (
    <View className="grid__hint" data-testid={`ask-line-${section.key}`}>
      <View
        className={`grow ${asked?.answer === 'yes' ? 't-open' : asked?.answer === 'no' ? 't-danger' : asked ? 't-few' : 't3'}`}
      >
        {said ? said.join('。') : `还没有问过${name}`}
      </View>
      {timed && asked?.answer !== 'yes' && (
        <Tap
          className="cell__undo"
          label={`${sectionTitle(section)}，${asked ? '再问一声' : `问一声${name}能不能承办`}`}
          disabled={draft.busy}
          onTap={() => void draft.write('menu.ask', { key: section.key })}
          testId={`ask-${section.key}`}
        >
          {asked ? '再问一声' : '问一声'}
        </Tap>
      )}
    </View>
  );
}
