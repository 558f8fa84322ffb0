export default definePageConfig({ navigationBarTitleText: '报名现场', pageOrientation: 'auto' });
