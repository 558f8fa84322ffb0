import { databaseBelow } from './cloud';
import { read, updateWhere, type CollectionName, type Collections } from './database';
import { failureOf } from './failure';

/** False once this instance has learnt that its environment does not know the action. */
let isKnown = true;

const UNKNOWN_ACTION = '这个环境不认识 updateAndReturn：从现在起先改再读，每次多一次数据库操作。';

/**
 * A guarded update of one document. Returns the document as it is right after the update, or `null` if the guard did not
 * hold. One operation (docs/decisions/0031).
 *
 * An environment that does not know the action refuses it and writes nothing. The instance then updates and reads,
 * which is two operations, and does not ask for the action again. The document may change once more before that read.
 */
export async function updateAndRead<N extends CollectionName>(
  name: N,
  guard: Record<string, unknown> & { _id: string },
  data: Record<string, unknown>,
): Promise<Collections[N] | null> {
  const inTwo = async () => ((await updateWhere(name, guard, data)) ? read(name, guard._id) : null);
  if (!isKnown) return inTwo();
  try {
    const { updated, doc } = await databaseBelow.collection(name).where(guard).updateAndReturn(data);
    if (updated !== 1) return null;
    return (doc as Collections[N] | null) ?? (await read(name, guard._id));
  } catch (error) {
    // Any other failure says nothing about the action, and after some of them the update may have been written.
    if (failureOf(error) !== 'FAULT') throw error;
    const after = await inTwo();
    isKnown = false;
    console.warn(JSON.stringify({ level: 'warn', text: UNKNOWN_ACTION, error: String(error) }));
    return after;
  }
}
