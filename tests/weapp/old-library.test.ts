import { startPhone } from './phone';

test('with a base library before 2.20.1 the app opens', async () => {
  const phone = await startPhone(async () => ({ ok: true, now: Date.now(), batches: [], earlier: [] }), {
    without: ['getAppBaseInfo', 'getWindowInfo', 'onThemeChange'],
  });

  await phone.open('pages/home/index');

  await phone.shows(/报名、候补和退课的规则/);
});
