import { join } from 'node:path';
import { RISKY_SAMPLE } from '../../../emulator/openapi/apis';
import { startEmulated } from '../../emulated';
import type { Emulated } from '../../emulated';

let emulator: Emulated;
beforeAll(async () => {
  emulator = await startEmulated({
    functions: join(__dirname, '../fixtures/functions'),
    appId: 'wxAppOfTests',
    pages: ['pages/a/index'],
  });
});
afterAll(() => emulator.stop());

/** Through the real SDK, inside a function. */
const call = async (api: string, data: object) => (await emulator.post('notifier', { api, data }, 'oSender')).body;

test('a subscription message is accepted and lies in the inbox as WeChat gets it', async () => {
  const message = {
    touser: 'oReceiver',
    templateId: 'promoted',
    page: 'pages/mine/index',
    data: { thing1: { value: '您已递补入班' } },
    miniprogramState: 'formal',
  };

  const answer = await call('subscribeMessage.send', message);

  expect(answer).toMatchObject({ errCode: 0, errMsg: 'openapi.subscribeMessage.send:ok' });
  const over = (await emulator.send('GET', '/_emulator/inbox')).body as object[];
  expect(emulator.inbox().at(-1)).toMatchObject({
    api: 'subscribeMessage.send',
    errCode: 0,
    data: {
      touser: 'oReceiver',
      template_id: 'promoted',
      page: 'pages/mine/index',
      data: { thing1: { value: '您已递补入班' } },
      miniprogram_state: 'formal',
    },
  });
  expect(over.at(-1)).toEqual(emulator.inbox().at(-1));
});

test.each<[string, string, object, number]>([
  ['a message to nobody', 'subscribeMessage.send', { templateId: 't', data: {} }, 40003],
  ['a message without template', 'subscribeMessage.send', { touser: 'o', data: {} }, 40037],
  ['a message whose data is bare', 'subscribeMessage.send', { touser: 'o', templateId: 't', data: { a: 'b' } }, 47003],
  ['a code with a scene of 33 characters', 'wxacode.getUnlimited', { scene: 'x'.repeat(33) }, 40169],
  ['a code with % in its scene', 'wxacode.getUnlimited', { scene: 'a%20b' }, 40129],
  ['a code to a page that begins with /', 'wxacode.getUnlimited', { scene: 'a', page: '/pages/a' }, 41030],
  ['a code to a page with parameters', 'wxacode.getUnlimited', { scene: 'a', page: 'pages/a?b=1' }, 41030],
  ['a code to a page that was not released', 'wxacode.getUnlimited', { scene: 'a', page: 'pages/none/index' }, 41030],
  ['a code of no known version', 'wxacode.getUnlimited', { scene: 'a', envVersion: 'beta' }, 40097],
  ['a code that is too small', 'wxacode.getUnlimited', { scene: 'a', width: 100 }, 47001],
  ['a text without openid', 'security.msgSecCheck', { content: 'x', version: 2, scene: 1 }, 40003],
  [
    'a text that is too long',
    'security.msgSecCheck',
    { content: '字'.repeat(2501), version: 2, scene: 1, openid: 'o' },
    45002,
  ],
  ['a risky text in the old version', 'security.msgSecCheck', { content: RISKY_SAMPLE }, 87014],
  ['a text for a picture', 'security.imgSecCheck', { media: 'x' }, 41005],
  ['a phone number without code', 'phonenumber.getPhoneNumber', {}, 40029],
])('%s is refused with WeChat’s code', async (_, api, data, errCode) => {
  expect(await call(api, data)).toMatchObject({ errCode });
  expect(emulator.inbox().at(-1)).toMatchObject({ api, errCode });
});

test('somebody who agreed to no message: 43101, until the emulator is told otherwise', async () => {
  const message = (touser: string) => ({ touser, templateId: 't', data: { thing1: { value: '递补' } } });
  const set = (body: unknown) =>
    emulator.send('POST', '/_emulator/subscribers', { 'content-type': 'application/json' }, body);
  expect(await set({ oNo: 43101, oBusy: 45009 })).toMatchObject({ status: 200 });

  expect(await call('subscribeMessage.send', message('oNo'))).toMatchObject({ errCode: 43101 });
  expect(await call('subscribeMessage.send', message('oBusy'))).toMatchObject({ errCode: 45009 });
  expect(await call('subscribeMessage.send', message('oYes'))).toMatchObject({ errCode: 0 });
  expect(await set({})).toMatchObject({ status: 200 });
  expect(await call('subscribeMessage.send', message('oNo'))).toMatchObject({ errCode: 0 });
  expect(await set({ oNo: 'no' })).toMatchObject({ status: 400 });
});

test('an API that was told to: an error code, then silence until the function gives up, then as documented', async () => {
  const set = (body: unknown) =>
    emulator.send('POST', '/_emulator/answers', { 'content-type': 'application/json' }, body);
  const code = () => call('wxacode.getUnlimited', { scene: 's=1' });
  const message = () => call('subscribeMessage.send', { touser: 'o', templateId: 't', data: {} });
  expect(await set({ 'wxacode.getUnlimited': 45009, 'subscribeMessage.send': 'silence' })).toMatchObject({
    status: 200,
  });

  expect(await code()).toMatchObject({ errCode: 45009 });
  const silent = await emulator.post('notifier', {
    api: 'subscribeMessage.send',
    data: { touser: 'o', templateId: 't', data: {} },
  });
  expect(silent.body).not.toMatchObject({ errCode: 0 });
  expect(emulator.inbox().at(-1)).toMatchObject({ api: 'subscribeMessage.send', errCode: null });
  expect(await set({})).toMatchObject({ status: 200 });
  expect(await code()).toMatchObject({ contentType: 'image/png' });
  expect(await message()).toMatchObject({ errCode: 0 });
  expect(await set({ 'wxacode.getUnlimited': 'nonsense' })).toMatchObject({ status: 400 });
});

test('a mini-program code is a PNG of the width that was asked for, and says that it is a placeholder', async () => {
  const answer = await call('wxacode.getUnlimited', { scene: 's=1', width: 300 });

  const ihdr = '0000000d49484452' + '0000012c'.repeat(2);
  expect(answer).toMatchObject({ contentType: 'image/png', head: `89504e470d0a1a0a${ihdr}` });
  expect(emulator.inbox().at(-1)).toMatchObject({ note: expect.stringContaining('placeholder') });
});

test.each([
  ['a page that was released', { page: 'pages/a/index' }],
  ['any page where nobody checks', { page: 'pages/none/index', checkPath: false }],
  ['the home page where none is named', {}],
])('a code to %s', async (_, to) => {
  expect(await call('wxacode.getUnlimited', { scene: 'a', ...to })).toMatchObject({ contentType: 'image/png' });
});

test('with a link a code is the QR code of that link, page and scene put in', async () => {
  const linked = await startEmulated({
    functions: join(__dirname, '../fixtures/functions'),
    codeLink: '{url}/#/{page}?scene={scene}',
  });
  const data = { scene: 'hg.a/b', page: 'pages/a/index', width: 300 };

  expect((await linked.post('notifier', { api: 'wxacode.getUnlimited', data })).body).toMatchObject({
    contentType: 'image/png',
  });

  const link = `${linked.url}/#/pages/a/index?scene=hg.a%2Fb`;
  expect(linked.inbox().at(-1)!.note).toBe(`a QR code of ${link}`);
  await linked.stop();
});

test.each([
  ['课程建议：多开晚间班', 'pass'],
  [`有问题的文字 ${RISKY_SAMPLE}`, 'risky'],
])('the text check answers as documented: %s', async (content, suggest) => {
  const answer = await call('security.msgSecCheck', { content, version: 2, scene: 1, openid: 'oSender' });

  expect(answer).toMatchObject({ errCode: 0, result: { suggest }, traceId: expect.stringMatching(/./) });
});

test('a phone number comes with the watermark of the app', async () => {
  const answer = await call('phonenumber.getPhoneNumber', { code: '13800000001' });

  expect(answer).toMatchObject({
    phoneInfo: { phoneNumber: '13800000001', countryCode: '86', watermark: { appid: 'wxAppOfTests' } },
  });
});

test('an API that the emulator does not answer is refused by its name', async () => {
  expect(await call('ocr.idcard', { type: 'photo' })).toEqual({
    errCode: -604100,
    errMsg: expect.stringContaining('API not found: this emulator does not answer openapi.ocr.idcard'),
  });
});

test.each(['', 'multipart/form-data; boundary=x'])(
  'a body that is no call of an open API is refused (%p)',
  async type => {
    const answer = await emulator.send(
      'POST',
      '/admin',
      { 'content-type': type || 'multipart/form-data' },
      '--x nonsense',
    );

    expect(answer).toMatchObject({ status: 200, body: { code: 'INVALID_PARAM' } });
  },
);
