export default definePageConfig({
  navigationBarTitleText: '我的课', // In a browser the browser itself reloads the page.
  enablePullDownRefresh: process.env.TARO_ENV !== 'h5',
});
