import { kindWords, lessonTitle } from '../../../domain/batch/kind-words';
import type { ComponentProps } from 'react';
import type { SceneLeads } from '../../../domain/api';
import { takesPlace } from '../../../domain/lesson/held-lessons';
import { go } from '../../app/way/go';
import { whenText } from '../../app/words';
import { Button } from '../../ui/button';
import type { Result } from './result';

export type LessonLeads = Extract<SceneLeads, { to: 'lesson' }>;

/** Why nobody can check in now to the lesson of the door's card; `undefined` if they can. */
export function notNow(
  { section, lessonIndex, from }: LessonLeads,
  now: number,
): ComponentProps<typeof Result> | undefined {
  const lesson = section.lessons[lessonIndex];
  const name = lessonTitle(section, lessonIndex);
  const { one, over } = kindWords(section);
  const dock = (
    <Button kind="go" onTap={go.mine} testId="to-mine">
      看我的课
    </Button>
  );
  if (!lesson || !takesPlace(section, lesson))
    return {
      look: 'not',
      title: `${one}取消了`,
      text: `${name}取消了，不用签到，也不算缺课。`,
      dock,
      testId: 'door-cancelled',
    };
  if (now >= lesson.endsAt)
    return {
      look: 'not',
      title: `${one}已经${over}`,
      text: `${name}已经${over}。来了没签上的，请老师补点名。`,
      dock,
      testId: 'door-ended',
    };
  if (now < from)
    return {
      look: 'late',
      title: '还没到签到时间',
      text: `${name}，${whenText(from, now)} 起可以签到。到时这里会自己打开。`,
      dock,
      testId: 'door-early',
    };
  return undefined;
}
