import type { Answer } from './ask';
import type { FoundFunction } from './found';
import type { Index } from './wanted';

export interface RawIndex {
  Name: string;
  Keys: { Name: string; Direction: string }[];
  Unique?: boolean;
}

export const indexFrom = (raw: RawIndex): Index => ({
  name: raw.Name,
  keys: raw.Keys.map(key => ({ field: key.Name, direction: Number(key.Direction) === -1 ? -1 : 1 })),
  unique: raw.Unique === true,
});

export const indexTo = (index: Index) => ({
  IndexName: index.name,
  MgoKeySchema: {
    MgoIndexKeys: index.keys.map(key => ({ Name: key.field, Direction: String(key.direction) })),
    MgoIsUnique: index.unique,
  },
});

/** ADMINONLY and a custom rule that refuses everything are the same: only functions get in. */
export function isClosed({ AclTag, Rule }: Answer): boolean {
  if (AclTag === 'ADMINONLY') return true;
  if (AclTag !== 'CUSTOM' || typeof Rule !== 'string') return false;
  try {
    const rule = JSON.parse(Rule) as Record<string, unknown>;
    return rule.read === false && rule.write === false && Object.values(rule).every(one => one === false);
  } catch {
    return false; // If a rule is an expression and not plain JSON, it does more than refuse.
  }
}

interface RawFunction {
  Status?: string;
  Runtime?: string;
  MemorySize?: number;
  Timeout?: number;
  Triggers?: { TriggerName: string; Type: string; TriggerDesc: string; Enable?: number }[] | null;
  Environment?: { Variables?: { Key: string; Value: string }[] } | null;
}

export function functionFrom(answer: Answer): FoundFunction {
  const raw = answer as RawFunction;
  return {
    status: raw.Status ?? '',
    runtime: raw.Runtime ?? '',
    memory: raw.MemorySize ?? 0,
    timeout: raw.Timeout ?? 0,
    timers: (raw.Triggers ?? [])
      .filter(one => one.Type === 'timer')
      .map(one => ({ name: one.TriggerName, cron: cronFrom(one.TriggerDesc), on: one.Enable !== 0 })),
    variables: Object.fromEntries((raw.Environment?.Variables ?? []).map(one => [one.Key, one.Value])),
  };
}

/** It is sent as the bare seven fields, and returned as `{"cron":"0 0 2 1 * * *"}`. */
function cronFrom(description: string): string {
  if (!description.trimStart().startsWith('{')) return description;
  return String((JSON.parse(description) as { cron?: unknown }).cron ?? description);
}
