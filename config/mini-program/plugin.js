const { join } = require('node:path');

/**
 * Taro's templates bind every touch and every step of an animation of most elements, 16 templates deep. Nothing here
 * listens to one, and WeChat would send each to the logic thread.
 */
const FOR_NOBODY = /^bind(touch|long|animation|transition)/i;

/**
 * A Taro plugin: adds the attributes of `attributes.js` to the components of the mini-program, and takes events away
 * that nobody listens to.
 */
module.exports = context => {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      const { template } = platform;
      if (!template) return;
      template.mergeComponents(context, require('./attributes'));
      for (const component of Object.values(template.internalComponents))
        for (const name of Object.keys(component)) if (FOR_NOBODY.test(name)) delete component[name];
      platform.runtimePath = [].concat(platform.runtimePath, join(__dirname, 'runtime.js'));
    },
  });
};
