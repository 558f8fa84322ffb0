import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { OWN } from './own-mutators.mjs';

const PACKAGE = '@stryker-mutator/instrumenter';

/**
 * The instrumenter's list of mutators is not part of its public interface. We add ours to that list, so its version
 * is pinned.
 */
async function mutators() {
  const root = dirname(createRequire(join(process.cwd(), 'package.json')).resolve(`${PACKAGE}/package.json`));
  const { allMutators } = await import(pathToFileURL(join(root, 'dist/src/mutators/index.js')).href);
  for (const one of OWN) if (!allMutators.includes(one)) allMutators.push(one);
  return allMutators.map(({ name }) => name);
}

const logger = {
  isDebugEnabled: () => false,
  debug: () => undefined,
  info: () => undefined,
  warn: console.warn,
};

export async function instrument(files, mutations) {
  const { Instrumenter } = await import(PACKAGE);
  const names = await mutators();
  const unknown = mutations.filter(name => !names.includes(name));
  if (unknown.length > 0) throw new Error(`No such mutator: ${unknown.join(', ')}`);
  const options = { plugins: null, ignorers: [], excludedMutations: names.filter(name => !mutations.includes(name)) };
  const whole = files.map(file => ({ ...file, mutate: true }));
  const made = await new Instrumenter(logger).instrument(whole, options);
  return { files: made.files, mutants: made.mutants.filter(mutant => !mutant.statusReason) };
}
