export default definePageConfig({ navigationBarTitleText: '愿望' });
