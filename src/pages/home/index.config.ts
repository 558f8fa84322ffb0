export default definePageConfig({
  navigationBarTitleText: '惠工课堂', // In a browser the browser itself reloads the page.
  enableShareAppMessage: true,
  enableShareTimeline: true,
  enablePullDownRefresh: process.env.TARO_ENV !== 'h5',
});
