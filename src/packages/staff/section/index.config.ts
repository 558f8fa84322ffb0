export default definePageConfig({ navigationBarTitleText: '班级', pageOrientation: 'auto' });
