const { execFileSync } = require('node:child_process');
const { join } = require('node:path');

/** The specs run what ships: the bundles of the functions and of the tools, built anew where their sources changed. */
module.exports = () => {
  execFileSync(process.execPath, [join(__dirname, '../scripts/build.mjs'), 'tools', 'functions'], { stdio: 'inherit' });
};
