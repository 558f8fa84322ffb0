export default definePageConfig({
  navigationBarTitleText: '本期班级',
  enableShareAppMessage: true,
  enableShareTimeline: true,
});
