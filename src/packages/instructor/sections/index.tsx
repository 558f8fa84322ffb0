import { Text, View } from '@tarojs/components';
import { go } from '../../../go';
import { Icon } from '../../../parts/icon';
import { SectionName } from '../../../parts/marks';
import { Motif } from '../../../parts/motif';
import { Page } from '../../../parts/page';
import { Empty, Shown } from '../../../parts/states';
import { Tap } from '../../../parts/tap';
import { question } from '../../../state/asked';
import { useAsked } from '../../../state/use-asked';
import { useServerNow } from '../../../state/use-now';
import { useShown } from '../../../state/use-shown';
import { shortSchedule, whenText } from '../../../words';

const taught = question('roll.sections', {});

/** The instructor's own sections, and no others. */
export default function InstructorSections() {
  const shown = useShown();
  const now = useServerNow(shown, 60_000);
  const asked = useAsked(taught);
  return (
    <Page title="我教的班" testId="instructor-sections">
      <Shown asked={asked} now={now} again={() => void taught.ask()}>
        {({ sections }) =>
          sections.length === 0 ? (
            <Empty title="还没有排您的班" text="工会排好课，这里就能看到" />
          ) : (
            <View className="card">
              {sections.map((section, i) => {
                const next = section.lessons.find(one => one.endsAt > now);
                return (
                  <Tap
                    key={section.sectionId}
                    className="row"
                    onTap={() => go.roster(section.sectionId)}
                    testId="taught-row"
                  >
                    {i > 0 && <View className="row__rule" />}
                    <Motif category={section.category} className="row__motif" />
                    <View className="grow">
                      <SectionName course={section.course} name={section.name} />
                      <View className="t2 num">{shortSchedule(section.schedule)}</View>
                      <View className="sm t3">{section.place}</View>
                      <View className="sm num stack-2">
                        <Text className="b">
                          {section.seated} / {section.capacity} 人
                        </Text>
                        <Text className="t3">，候补 {section.waiting} 人</Text>
                      </View>
                      <View className="sm num t3">{next ? `下次课 ${whenText(next.startsAt, now)}` : '课已上完'}</View>
                    </View>
                    <Icon name="next" ink="ink-3" size={18} className="stack-3" />
                  </Tap>
                );
              })}
            </View>
          )
        }
      </Shown>
    </Page>
  );
}
