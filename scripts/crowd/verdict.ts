import type { Section } from '../../domain/model';

/** What one person was told in the end. */
export interface Told {
  memberId: string;
  sectionId: string;
  kind: 'SEATED' | 'WAITING' | 'FULL' | 'BUSY' | 'OTHER';
}

export interface Verdict {
  seated: number;
  capacity: number;
  waiting: number;
  /** Seats given beyond the capacity, according to the record or to what people were told. */
  oversold: number;
  /** People who stand twice in one line. */
  duplicates: number;
  /** People without a definite answer: they were told neither a place nor that there is none. */
  unanswered: number;
  /** People whose answer and place in the record disagree. */
  mistold: number;
  /** Sections with a place left although somebody was told FULL. */
  undersold: number;
}

/**
 * Compares the recorded lines with what people were told. It is valid only while nobody drops, because a drop moves
 * people up after they were answered.
 */
export function verdictOf(sections: Section[], told: Told[]): Verdict {
  const verdict: Verdict = {
    seated: 0,
    capacity: 0,
    waiting: 0,
    oversold: 0,
    duplicates: 0,
    unanswered: 0,
    mistold: 0,
    undersold: 0,
  };
  for (const section of sections) {
    const places = new Map(section.line.map((entry, index) => [entry.memberId, index]));
    const answers = told.filter(answer => answer.sectionId === section._id);
    const toldSeated = answers.filter(answer => answer.kind === 'SEATED').length;
    const limit = section.capacity + section.waitlistLimit;
    verdict.capacity += section.capacity;
    verdict.seated += Math.min(section.capacity, section.line.length);
    verdict.waiting += Math.max(0, section.line.length - section.capacity);
    verdict.oversold += Math.max(0, toldSeated - section.capacity) + Math.max(0, section.line.length - limit);
    verdict.duplicates += section.line.length - places.size;
    if (section.line.length < limit && answers.some(answer => answer.kind === 'FULL')) verdict.undersold += 1;
    for (const { memberId, kind } of answers) {
      const index = places.get(memberId);
      const onRecord = index === undefined ? 'FULL' : index < section.capacity ? 'SEATED' : 'WAITING';
      if (kind === 'BUSY' || kind === 'OTHER') verdict.unanswered += 1;
      else if (kind !== onRecord) verdict.mistold += 1;
    }
  }
  return verdict;
}
