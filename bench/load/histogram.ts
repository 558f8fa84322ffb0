/**
 * Latencies as counts in log-linear buckets (as HdrHistogram does): 128 buckets for each doubling, so that a value read
 * back is at most 0.8 % above the one recorded. Constant memory, no sorting, and histograms add up.
 */
const SUB_BITS = 7;
const SUB = 1 << SUB_BITS;
const DOUBLINGS = 31 - SUB_BITS;
/** A value above this (half an hour in µs) is recorded as this. */
const MOST = 2 ** 31 - 1;

function bucketOf(value: number): number {
  const v = Math.min(MOST, Math.max(0, Math.round(value)));
  if (v < SUB) return v;
  const shift = 31 - Math.clz32(v) - SUB_BITS;
  return SUB + shift * SUB + ((v >>> shift) - SUB);
}

/** The highest value that falls into a bucket. */
function topOf(bucket: number): number {
  if (bucket < SUB) return bucket;
  const shift = Math.floor((bucket - SUB) / SUB);
  const mantissa = SUB + ((bucket - SUB) % SUB);
  return (mantissa + 1) * 2 ** shift - 1;
}

export class Histogram {
  readonly counts: Uint32Array;
  total = 0;

  constructor(counts?: Uint32Array) {
    this.counts = counts ?? new Uint32Array(SUB + DOUBLINGS * SUB);
    for (const count of this.counts) this.total += count;
  }

  /** @param micros microseconds, 0 and more */
  record(micros: number): void {
    this.counts[bucketOf(micros)]! += 1;
    this.total += 1;
  }

  /** The value (µs) that the given share of all values does not exceed: `at(0.99)`. 0 if nothing was recorded. */
  at(share: number): number {
    let left = Math.max(1, Math.ceil(share * this.total));
    if (this.total === 0) return 0;
    for (let bucket = 0; bucket < this.counts.length; bucket++) {
      left -= this.counts[bucket]!;
      if (left <= 0) return topOf(bucket);
    }
    return MOST;
  }
}
