export default definePageConfig({ navigationBarTitleText: '周表' });
