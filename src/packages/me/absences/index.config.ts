export default definePageConfig({ navigationBarTitleText: '缺课' });
