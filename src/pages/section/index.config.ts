export default definePageConfig({
  navigationBarTitleText: '班级',
  enableShareAppMessage: true,
  enableShareTimeline: true,
});
