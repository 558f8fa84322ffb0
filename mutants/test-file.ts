import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants, Script } from 'node:vm';
import { collector } from './collect';
import { tamed } from './properties';

const PARAMETERS = ['exports', 'require', 'module', '__filename'];
const compiled = new Map<string, Script>();

/** The names of jest's globals, in a fixed order. */
const names = Object.keys(collector('').globals);

function scriptOf(bundle: string): Script {
  const known = compiled.get(bundle);
  if (known) return known;
  const script = new Script(
    `(function (${[...PARAMETERS, ...names].join(', ')}) {${readFileSync(bundle, 'utf8')}\n})`,
    {
      filename: bundle,
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    },
  );
  compiled.set(bundle, script);
  return script;
}

/**
 * Loads a bundle of a test and its sources afresh, so that nothing of an earlier mutant is left in it. Packages are
 * shared, because they are not mutated.
 */
export function loadTests(file: string, bundle: string) {
  const found = collector(file);
  const real = createRequire(bundle);
  const require = Object.assign((name: string) => tamed(name, real(name)), real);
  const module = { exports: {} };
  const body = scriptOf(bundle).runInThisContext() as (...values: unknown[]) => void;
  body(module.exports, require, module, bundle, ...Object.values(found.globals));
  return found;
}
