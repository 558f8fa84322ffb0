import { View } from '@tarojs/components';
import { useStore } from 'zustand';
import { go } from '../../../app/way/go';
import { told } from '../../../ui/a11y';
import { Tap } from '../../../ui/tap';
import { Notice } from '../../../ui/notice';
import { outbox, type Outgoing } from '../../../features/roll/outbox';
import { send } from '../../../features/roll/send';
import { lessonKey } from '../../../features/roll/rolls';

const asideOf = (box: Outgoing) => box.aside.reduce((sum, one) => sum + one.marks.length, 0);

/** Marks of any lesson that are still only on this phone. This page sends them, too. */
export function UnsentLessons() {
  const boxes = useStore(outbox);
  const some = Object.values(boxes).filter(box => (box.stuck && box.marks.length > 0) || box.aside.length > 0);
  return (
    <View {...told({ live: 'polite' })}>
      {some.map(box => {
        const key = lessonKey(box);
        const refused = asideOf(box);
        return (
          <View key={key} className="unsent">
            <Notice kind={refused > 0 ? 'danger' : 'soon'} testId="unsent-lesson">
              <View>
                {box.title}：{box.marks.length > 0 && `${box.marks.length} 条点名没传上去，有网就自动补传。`}
                {refused > 0 && `${refused} 条点名没有存，请看一下。`}
              </View>
              <View className="unsent__ways">
                {box.marks.length > 0 && (
                  <Tap className="unsent__way b" label={`重试，${box.title}`} onTap={() => void send(key)}>
                    重试
                  </Tap>
                )}
                <Tap
                  className="unsent__way b"
                  label={`去看${box.title}`}
                  onTap={() => go.roll(box.sectionId, box.lessonIndex)}
                >
                  去看看
                </Tap>
              </View>
            </Notice>
          </View>
        );
      })}
    </View>
  );
}
