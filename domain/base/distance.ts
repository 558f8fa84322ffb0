import type { Place } from '../roll/roll';

const EARTH_M = 6_371_000;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Metres between two places, rounded to ten: a hint for people, not a measurement (haversine). */
export function metresBetween(a: Place, b: Place): number {
  const [north, east] = [radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)];
  const chord =
    Math.sin(north / 2) ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(east / 2) ** 2;
  return Math.round((2 * EARTH_M * Math.asin(Math.min(1, Math.sqrt(chord)))) / 10) * 10;
}
