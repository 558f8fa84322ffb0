/** Remembers one more thing. If `most` are remembered already, they are all forgotten first. */
export function remember<T>(memory: Map<string, T>, most: number, id: string, value: T): void {
  if (memory.size >= most) memory.clear();
  memory.set(id, value);
}
