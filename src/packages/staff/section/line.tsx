import { View } from '@tarojs/components';
import { useState } from 'react';
import type { LinePerson, SectionCard } from '../../../../domain/api';
import { sameNumberWords } from '../../../../domain/people/same-number-words';
import { dayText, tenthText } from '../../../../domain/base/clock';
import { PLACE_STATES, isSeated, isWaiting } from '../../../../domain/line/place';
import { wordsOf } from '../../../../domain/line/place-words';
import { Tap } from '../../../ui/tap';
import { Button } from '../../../ui/button';
import { GroupHead } from '../../../ui/heading';
import { Nothing } from '../../../ui/nothing';
import { Who } from '../../../ui/who';

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
  const groups = PLACE_STATES.map(state => ({
    ...wordsOf({ state }),
    state,
    people: people.filter(person => person.state === state),
  }));
  return (
    <>
      {groups.map(({ state, look, group: title, people: group, none }) => (
        <View key={state} className="class__group">
          <GroupHead
            act={
              isSeated({ state }) &&
              section.cancelledAt === null && (
                <Button kind="ink" size="small" onTap={onAdd} testId="add-person">
                  加一个人
                </Button>
              )
            }
          >
            {title} {group.length} 人
          </GroupHead>
          {group.length === 0 ? (
            <Nothing>{none}</Nothing>
          ) : (
            <View className="card" data-testid={`${look}-list`}>
              {group.map(person => (
                <View key={person.memberId} className="line-person">
                  <Tap
                    className="line-person__row"
                    label={`${title}第 ${person.number} 位，${person.name}`}
                    onTap={() => setOpen(open === person.memberId ? undefined : person.memberId)}
                    testId="line-person"
                  >
                    <View className="line-person__number num">{person.number}</View>
                    <View className="grow">
                      <Who name={person.name} more={person.phone} />
                      <View className="sm t3">{person.employer}</View>
                      {person.sameNumber > 0 && (
                        <View className="sm t2" data-testid="same-number">
                          {sameNumberWords(person.sameNumber)}
                        </View>
                      )}
                    </View>
                    <View className="sm t3 num line-person__at">
                      {dayText(person.at)} {tenthText(person.at)}
                    </View>
                  </Tap>
                  {open === person.memberId && (
                    <View className="line-person__acts">
                      {isWaiting(person) && group.length > 1 && (
                        <Button
                          kind="line"
                          size="row"
                          className="line-person__act"
                          onTap={() => onMove(person)}
                          testId="move-person"
                        >
                          调整位置
                        </Button>
                      )}
                      <Button
                        kind="quiet"
                        size="row"
                        className="line-person__act"
                        onTap={() => onRemove(person)}
                        testId="remove-person"
                      >
                        移出队伍
                      </Button>
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
