import { View } from '@tarojs/components';
import type { BatchCard, SectionCard } from '../../../../domain/api';
import { BatchHead } from '../../../features/line/batch-head';
import { SectionRow } from '../../../features/line/section-row';
import { Hero } from '../../../features/batch/hero';

interface PreviewProps {
  batch: BatchCard;
  sections: SectionCard[];
  now: number;
}

/** A phone with the workers' own screens on it. It uses the same parts on the same data, but nothing can be tapped. */
export function Preview({ batch, sections, now }: PreviewProps) {
  return (
    <View className="preview" data-testid="preview">
      <View className="preview__phone">
        <Hero batch={batch} now={now} />
        <View className="stack-6">
          <BatchHead batch={batch} left={undefined} now={now} />
        </View>
        <View className="card stack-4">
          {sections.map((section, index) => (
            <SectionRow
              key={section.sectionId}
              batch={batch}
              section={section}
              count={undefined}
              entry={undefined}
              now={now}
              first={index === 0}
            />
          ))}
        </View>
      </View>
    </View>
  );
}
