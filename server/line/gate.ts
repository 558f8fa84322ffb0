/**
 * The calls that the environment's plan lets in a second, from the environment variable GATE_CALLS_PER_SECOND. Without it
 * no crowd is paced (docs/decisions/0050).
 */
export function gateCallsPerSecond(text = process.env.GATE_CALLS_PER_SECOND): number | undefined {
  const calls = Number(text);
  return Number.isInteger(calls) && calls > 0 ? calls : undefined;
}
