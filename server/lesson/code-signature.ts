import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Signs what belongs to one slot of one lesson with an instructor's key of that lesson. The code uses 72 bits of it,
 * the number four digits.
 */
const signed = (secret: string, about: string): Buffer => createHmac('sha256', secret).update(about).digest();

export const macOf = (secret: string, rollId: string, slot: number): string =>
  signed(secret, `${rollId}.${slot}`).toString('base64url').slice(0, 12);

export const numberOf = (secret: string, rollId: string, slot: number): string =>
  String(signed(secret, `${rollId}.${slot}.number`).readUInt32BE(0) % 10_000).padStart(4, '0');

export const isGenuine = (mac: string, secret: string, rollId: string, slot: number): boolean =>
  timingSafeEqual(Buffer.from(mac.padEnd(12).slice(0, 12)), Buffer.from(macOf(secret, rollId, slot)));
