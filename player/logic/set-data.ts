/** Sets `value` at a path as `setData` writes it: `root.cn.[0].cl`, `list[2].name`. Missing steps are made. */
export function setPath(data: Record<string, unknown>, path: string, value: unknown): void {
  const steps = stepsOf(path);
  let at = data as Record<string | number, unknown>;
  steps.slice(0, -1).forEach((step, i) => {
    if (typeof at[step] !== 'object' || at[step] === null) at[step] = typeof steps[i + 1] === 'number' ? [] : {};
    at = at[step] as Record<string | number, unknown>;
  });
  at[steps[steps.length - 1]!] = value;
}

/** `a.[0].b` and `a[0].b` are both a, 0, b. */
export const stepsOf = (path: string): (string | number)[] =>
  path
    .split(/[.[\]]+/)
    .filter(step => step !== '')
    .map(step => (/^\d+$/.test(step) ? Number(step) : step));
