import type { Voice, Wish } from './wish';

type Voiced = Pick<Wish, '_id' | 'voices'>;

/** The voices of a wish into which another one is merged: those that it lacks come to its end, with their origin. */
export const mergedVoices = (into: Voiced, from: Voiced): Voice[] => {
  const there = new Set(into.voices.map(voice => voice.memberId));
  return [
    ...into.voices,
    ...from.voices.filter(voice => !there.has(voice.memberId)).map(voice => ({ ...voice, from: from._id })),
  ];
};

/**
 * The voices of both wishes after an unmerging. The one that stayed gives back those that came from the other. The other
 * has its voices as they were, without the people who have withdrawn meanwhile from the one in which they stood.
 */
export function unmergedVoices(into: Voiced, from: Voiced): { into: Voice[]; from: Voice[] } {
  const still = new Set(into.voices.map(voice => voice.memberId));
  return {
    into: into.voices.filter(voice => voice.from !== from._id),
    from: from.voices.filter(voice => still.has(voice.memberId)),
  };
}

/** The voices, and the count beside them. */
export const withVoices = (voices: Voice[]): Pick<Wish, 'voices' | 'voiceCount'> => ({
  voices,
  voiceCount: voices.length,
});

/** The faults of one wish, for the nightly check. */
export function wishAlarms({ title, voices, voiceCount }: Pick<Wish, 'title' | 'voices' | 'voiceCount'>): string[] {
  const doubled = voices.length - new Set(voices.map(voice => voice.memberId)).size;
  return [
    ...(voiceCount === voices.length ? [] : [`愿望“${title}”：计数是 ${voiceCount}，却有 ${voices.length} 人`]),
    ...(doubled > 0 ? [`愿望“${title}”：有 ${doubled} 人次重复`] : []),
  ];
}
