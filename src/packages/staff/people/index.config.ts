export default definePageConfig({ navigationBarTitleText: '人员', pageOrientation: 'auto' });
