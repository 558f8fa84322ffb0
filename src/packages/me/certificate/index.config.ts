export default definePageConfig({ navigationBarTitleText: '结课证明' });
