import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { threadId } from 'node:worker_threads';

type Compile = (this: Module, source: string, file: string, ...rest: unknown[]) => unknown;
type Wrapped = (exports: unknown, require: NodeJS.Require, module: Module, file: string, folder: string) => unknown;

/** A small file compiles at once. And in kept code V8 does not know any more whom an `import()` asks. */
const isWorthKeeping = (source: string) => source.length >= 500_000 && !/\bimport\s*\(/.test(source);
const DIGEST_BYTES = 32;

/**
 * A function with its packages is a file of two megabytes, and compiling it is a good part of an instance's start. So
 * the compiled code of `entry` is kept in `folder`, one file a function. V8 itself compares only the length of the
 * source, so a digest of it stands in front. If anything is wrong with what is kept, Node compiles as usual.
 * @returns keeps the code, once the function is loaded and V8 knows what it needs.
 */
export function withCompiled(folder: string, name: string, entry: string): () => void {
  const internals = Module.prototype as unknown as { _compile: Compile };
  const original = internals._compile;
  const kept = join(folder, name);
  let keep = () => undefined as void;
  internals._compile = function (source, file, ...rest) {
    if (file !== entry || !isWorthKeeping(source)) return original.call(this, source, file, ...rest);
    const digest = createHash('sha256').update(process.version).update(source).digest();
    const script = scriptOf(source, file, read(kept, digest));
    if (!script) return original.call(this, source, file, ...rest);
    if (script.cachedDataRejected !== false) keep = () => write(kept, digest, script);
    const run = script.runInThisContext() as Wrapped;
    return run.call(this.exports, this.exports, createRequire(file), this, file, dirname(file));
  };
  return () => keep();
}

function scriptOf(source: string, filename: string, cachedData: Buffer | undefined): Script | undefined {
  try {
    return new Script(Module.wrap(source), { filename, cachedData });
  } catch {
    return undefined; // An ES module, or a mistake that Node words better.
  }
}

function read(kept: string, digest: Buffer): Buffer | undefined {
  try {
    const file = readFileSync(kept);
    return file.subarray(0, DIGEST_BYTES).equals(digest) ? file.subarray(DIGEST_BYTES) : undefined;
  } catch {
    return undefined;
  }
}

/** Other instances may read at this moment, so the file appears whole. */
function write(kept: string, digest: Buffer, script: Script): void {
  try {
    mkdirSync(dirname(kept), { recursive: true });
    const part = `${kept}.${process.pid}.${threadId}`;
    writeFileSync(part, Buffer.concat([digest, script.createCachedData()]));
    renameSync(part, kept);
  } catch {
    // A folder that cannot be written to: every instance compiles for itself.
  }
}
