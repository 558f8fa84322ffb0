export default definePageConfig({ navigationBarTitleText: '菜单和承办' });
