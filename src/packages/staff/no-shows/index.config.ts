export default definePageConfig({ navigationBarTitleText: '爽约与申诉', pageOrientation: 'auto' });
