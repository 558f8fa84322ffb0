/** The bar of WeChat in the colour of the tiles. */
export default definePageConfig({
  navigationBarTitleText: '签到码',
  navigationBarBackgroundColor: '#4A3730',
  navigationBarTextStyle: 'white',
  backgroundColor: '#A53A2C',
  // Turned, the code is as large as the screen lets it be.
  pageOrientation: 'auto',
});
