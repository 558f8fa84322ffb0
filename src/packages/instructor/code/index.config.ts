/** WeChat's bar in the colour of the tiles. */
export default definePageConfig({
  navigationBarTitleText: '签到码',
  navigationBarBackgroundColor: '#4A3730',
  navigationBarTextStyle: 'white',
  backgroundColor: '#A53A2C',
  // If the phone is turned, the code fills the screen as far as possible.
  pageOrientation: 'auto',
});
