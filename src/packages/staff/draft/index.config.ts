export default definePageConfig({ navigationBarTitleText: '准备一期', pageOrientation: 'auto' });
