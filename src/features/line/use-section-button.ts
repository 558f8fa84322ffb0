import { useStore } from 'zustand';
import type { BatchCard, SectionCard, SectionCount } from '../../../domain/api';
import { claims } from './claims';
import { me } from '../../app/known/member';
import { mine } from '../../app/known/places';
import type { Entry } from './waiting-room';
import { claimButton, type ButtonState } from './claim-button';

/** The button of one section, from everything that is known now. */
export function useSectionButton(
  now: number,
  batch: BatchCard,
  section: SectionCard,
  count: SectionCount | undefined,
  entry: Entry | undefined,
): ButtonState {
  const claim = useStore(claims, all => all[section.sectionId]);
  const places = useStore(mine.store, one => one.data?.places);
  const profile = useStore(me.store, one => (one.data === undefined ? undefined : one.data.profile));
  return claimButton({ now, batch, section, count, places: places ?? [], entry, profile, claim });
}
