import { titledLesson } from '../../../domain/batch/kind-words';
import { View } from '@tarojs/components';
import { dayText } from '../../../domain/base/clock';
import type { NoShowPerson } from '../../../domain/api';
import './no-show-list.scss';
import { Who } from '../../ui/who';

/** The people who were absent, and their lessons. */
export function NoShowList({ people, count = people.length }: { people: NoShowPerson[]; count?: number | undefined }) {
  return (
    <View className="missed" data-testid="no-show-list">
      {people.map(person => (
        <View key={person.memberId} className="missed__person" data-testid="no-show-person">
          <Who name={person.name} more={person.phone} small />
          {person.absences.map(one => (
            <View key={`${one.sectionId} ${one.lessonIndex}`} className="sm t2 num">
              {dayText(one.startsAt)} {titledLesson(one)}
            </View>
          ))}
        </View>
      ))}
      {count > people.length && (
        <View className="sm t3 num stack-3">
          缺课最多的 {people.length} 人在上面，另有 {count - people.length} 人。
        </View>
      )}
    </View>
  );
}
