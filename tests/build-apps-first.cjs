const { execFileSync } = require('node:child_process');
const { join } = require('node:path');

/** The end-to-end tests also open both builds of the app, and the player of the mini-program. */
module.exports = () => {
  const targets = ['tools', 'functions', 'player', 'h5', 'weapp'];
  execFileSync(process.execPath, [join(__dirname, '../scripts/build.mjs'), ...targets], { stdio: 'inherit' });
};
