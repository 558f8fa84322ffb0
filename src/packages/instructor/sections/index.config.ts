export default definePageConfig({ navigationBarTitleText: '我教的班' });
