const Sequencer = require('@jest/test-sequencer').default;

/** Longest first, so that all workers end together. */
const PROJECTS = ['e2e', 'torture', 'weapp', 'journeys', 'app', 'unit'];
const rank = test => PROJECTS.indexOf(test.context.config.displayName.name);

/**
 * Jest knows how long a suite takes once it has run here, and otherwise goes by the size of its file. A file of the end
 * to end tests is short and takes long.
 */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((one, other) => rank(one) - rank(other));
  }
};
