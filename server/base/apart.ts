/** A failure for one item must not keep the others from being told. The failed one is tried again in a minute. */
export async function apart<T>(id: string, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    console.error(JSON.stringify({ level: 'error', text: 'not told', id, error: String(error) }));
    return undefined;
  }
}
