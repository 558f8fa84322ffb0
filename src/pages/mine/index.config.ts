export default definePageConfig({
  navigationBarTitleText: '我的课', // In a browser the page is reloaded by the browser.
  enablePullDownRefresh: process.env.TARO_ENV !== 'h5',
});
