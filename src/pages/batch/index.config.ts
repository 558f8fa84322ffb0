export default definePageConfig({ navigationBarTitleText: '本期班级' });
