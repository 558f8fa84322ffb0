const { hooks, mergeInternalComponents } = require('@tarojs/shared');

mergeInternalComponents(require('./attributes'));

/**
 * Taro registers every event of a page on every page, and WeChat then sends each scroll to the logic thread. Only what
 * a page listens to is registered.
 */
hooks.tap('getMiniLifecycle', lifecycle => {
  const page = lifecycle.page.slice();
  page[5] = ['onPullDownRefresh'];
  return Object.assign({}, lifecycle, { page });
});

hooks.tap('proxyToRaw', require('./parts').inParts);
