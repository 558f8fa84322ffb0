export default definePageConfig({ navigationBarTitleText: '报名须知' });
