export default definePageConfig({ navigationBarTitleText: '考勤', pageOrientation: 'auto' });
