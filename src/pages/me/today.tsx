import { MINUTE } from '../../../domain/base/clock';
import { go } from '../../app/way/go';
import { Door } from '../../ui/door';
import { taught } from '../../features/roll/taught';
import { useAsked } from '../../app/memory/use-asked';
import { lessonHours, sameDay, sectionTitle } from '../../app/words';

/** Takes somebody who teaches today to the roll with one tap. */
export function Today({ now }: { now: number }) {
  const sections = useAsked(taught, { freshForMs: MINUTE }).data?.sections ?? [];
  return sections.flatMap(section =>
    section.lessons.map((lesson, index) =>
      sameDay(lesson.startsAt, now) && lesson.endsAt > now && !lesson.cancelled && section.cancelledAt === null ? (
        <Door
          key={`${section.sectionId}/${index}`}
          label={`今天的课：${sectionTitle(section)}`}
          text={`${lessonHours(lesson)}，${section.place}`}
          onTap={() => go.roll(section.sectionId, index)}
          testId="door-today"
        />
      ) : null,
    ),
  );
}
