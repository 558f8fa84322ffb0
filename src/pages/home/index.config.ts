export default definePageConfig({
  navigationBarTitleText: '惠工课堂', // In a browser the page is reloaded by the browser.
  enableShareAppMessage: true,
  enableShareTimeline: true,
  enablePullDownRefresh: process.env.TARO_ENV !== 'h5',
});
