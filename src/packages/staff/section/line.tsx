import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { LinePerson, SectionCard } from '../../../../domain/api';
import { sameNumberWords } from '../../../../domain/people/same-number-words';
import { dayText, tenthText } from '../../../../domain/base/clock';
import { Tap } from '../../../ui/tap';

interface LineProps {
  section: SectionCard;
  people: LinePerson[];
  onAdd: () => void;
  onMove: (person: LinePerson) => void;
  onRemove: (person: LinePerson) => void;
}

/**
 * The line with names, in its order: seats first, then the people who wait. A tap on somebody shows what can be
 * done.
 */
export function Line({ section, people, onAdd, onMove, onRemove }: LineProps) {
  const [open, setOpen] = useState<string>();
  const groups = [
    { title: '已入座', people: people.filter(person => person.state === 'SEATED'), none: '还没有人入座' },
    { title: '候补', people: people.filter(person => person.state === 'WAITING'), none: '没有人候补' },
  ];
  return (
    <>
      {groups.map(({ title, people: group, none }) => (
        <View key={title}>
          <View className="sec class__sec">
            <View className="h2 num">
              {title} {group.length} 人
            </View>
            {title === '已入座' && section.cancelledAt === null && (
              <Tap className="btn btn--ink btn--small" onTap={onAdd} testId="add-person">
                加一个人
              </Tap>
            )}
          </View>
          {group.length === 0 ? (
            <View className="card pad t3">{none}</View>
          ) : (
            <View className="card" data-testid={title === '候补' ? 'waiting-list' : 'seated-list'}>
              {group.map(person => (
                <View key={person.memberId} className="person">
                  <Tap
                    className="person__row"
                    label={`${title}第 ${person.number} 位，${person.name}`}
                    onTap={() => setOpen(open === person.memberId ? undefined : person.memberId)}
                    testId="line-person"
                  >
                    <View className="person__number num">{person.number}</View>
                    <View className="grow">
                      <View>
                        <Text className="b">{person.name}</Text>
                        <Text className="num t2"> {person.phone}</Text>
                      </View>
                      <View className="sm t3">{person.employer}</View>
                      {person.sameNumber > 0 && (
                        <View className="sm t2" data-testid="same-number">
                          {sameNumberWords(person.sameNumber)}
                        </View>
                      )}
                    </View>
                    <View className="sm t3 num person__at">
                      {dayText(person.at)} {tenthText(person.at)}
                    </View>
                  </Tap>
                  {open === person.memberId && (
                    <View className="person__acts">
                      {person.state === 'WAITING' && group.length > 1 && (
                        <Tap className="mini mini--line person__act" onTap={() => onMove(person)} testId="move-person">
                          调整位置
                        </Tap>
                      )}
                      <Tap
                        className="mini mini--busy person__act"
                        onTap={() => onRemove(person)}
                        testId="remove-person"
                      >
                        移出队伍
                      </Tap>
                    </View>
                  )}
                </View>
              ))}
            </View>
          )}
        </View>
      ))}
    </>
  );
}
