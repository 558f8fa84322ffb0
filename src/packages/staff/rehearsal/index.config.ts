export default definePageConfig({ navigationBarTitleText: '放号演练', pageOrientation: 'auto' });
