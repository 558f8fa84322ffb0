const { join } = require('node:path');

/** A Taro plugin: adds the attributes of `attributes.js` to the components of the mini-program. */
module.exports = context => {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template) return;
      platform.template.mergeComponents(context, require('./attributes'));
      platform.runtimePath = [].concat(platform.runtimePath, join(__dirname, 'runtime.js'));
    },
  });
};
