import { Text, View } from '@tarojs/components';
import { Fragment } from 'react';
import type { DraftView } from '../../../../domain/api';
import { Motif } from '../../../ui/motif';
import { Tap } from '../../../ui/tap';
import { GroupHead } from '../../../ui/heading';
import { sectionTitle } from '../../../app/words';
import { AskLine } from './ask-line';
import { ClassTimes } from './class-times';
import type { Draft } from './use-draft';

interface ListProps {
  draft: Draft;
  view: DraftView;
  now: number;
  onEdit: (key: string) => void;
}

/**
 * The sections of a draft, each with what is still wrong with it. A tap opens its form, and a hint can be dismissed.
 */
export function SectionList({ draft, view, now, onEdit }: ListProps) {
  const capacity = view.sections.reduce((sum, section) => sum + section.capacity, 0);
  return (
    <>
      <GroupHead>
        {view.sections.length} 个班，{capacity} 个名额
      </GroupHead>
      <View className="card grid" data-testid="draft-sections">
        <View className="grid__row grid__row--head cap t3">
          <View className="grid__name">班级</View>
          <View className="grid__cell">时间</View>
          <View className="grid__cell">地点</View>
          <View className="grid__cell grid__cell--short">老师</View>
          <View className="grid__cell grid__cell--number">名额</View>
        </View>
        {view.sections.map(section => {
          const problems = view.problems.filter(({ where }) => typeof where === 'object' && where.key === section.key);
          return (
            <Fragment key={section.key}>
              <Tap
                className={problems.some(one => !one.warning) ? 'grid__row grid__row--bad' : 'grid__row'}
                label={`修改${sectionTitle(section)}`}
                onTap={() => onEdit(section.key)}
                testId="draft-section"
              >
                <View className="grid__name">
                  <Motif category={section.category} size={32} className="grid__motif" />
                  <View className="grow">
                    <Text className="b">{section.course}</Text>
                    <Text className="t3"> {section.name}</Text>
                  </View>
                </View>
                <View className="grid__cell num">
                  <ClassTimes section={section} />
                </View>
                <View className="grid__cell">{section.place}</View>
                <View className="grid__cell grid__cell--short">
                  <Text className="grid__word t3">老师 </Text>
                  {section.instructor}
                </View>
                <View className="grid__cell grid__cell--number num">
                  <Text className="grid__word t3">名额 </Text>
                  {section.capacity}
                  {section.waitlistLimit > 0 && <Text className="sm t3"> +{section.waitlistLimit}</Text>}
                </View>
                {problems
                  .filter(one => !one.hint && !one.ask)
                  .map(problem => (
                    <View key={problem.text} className={problem.warning ? 'grid__fault t-few' : 'grid__fault t-danger'}>
                      {problem.text}
                    </View>
                  ))}
              </Tap>
              <AskLine draft={draft} section={section} now={now} />
              {problems
                .filter(one => one.hint)
                .map(({ text }) => (
                  <View key={text} className="grid__hint t-few" data-testid="section-hint">
                    <View className="grow">
                      {sectionTitle(section)}
                      {text}
                    </View>
                    <Tap
                      className="cell__undo"
                      label={`${sectionTitle(section)}${text}，知道了`}
                      disabled={draft.busy}
                      onTap={() =>
                        void draft.write('draft.saveSection', { key: section.key, cells: {}, dismissed: [text] })
                      }
                      testId="dismiss-hint"
                    >
                      知道了
                    </Tap>
                  </View>
                ))}
            </Fragment>
          );
        })}
      </View>
      <View className="sm t3 stack-2">名额后面的 +N 是候补名额。点一个班可以修改。</View>
    </>
  );
}
