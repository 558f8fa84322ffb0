export default definePageConfig({ navigationBarTitleText: '惠工课堂', enablePullDownRefresh: true });
