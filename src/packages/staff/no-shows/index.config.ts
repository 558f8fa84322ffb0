export default definePageConfig({ navigationBarTitleText: '缺课与申诉', pageOrientation: 'auto' });
