export default definePageConfig({ navigationBarTitleText: '一次课的考勤', pageOrientation: 'auto' });
