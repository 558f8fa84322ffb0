import { handOver } from '../../../../src/app/files/hand-over';

const file = { fileName: '名单.xlsx', file: btoa('a workbook') };

test('a file that is handed over has its name, one that cannot be kept says so, and a refusal its own words', async () => {
  const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  expect(await handOver({ ok: false, message: '没有找到这一期' })).toEqual({ fault: '没有找到这一期' });

  // jsdom has no such thing, as an old browser has none.
  expect(await handOver({ ok: true, data: file })).toEqual({ fault: expect.stringContaining('没能打开') });

  Object.assign(URL, { createObjectURL: () => 'blob:1', revokeObjectURL: () => undefined });
  const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  expect(await handOver({ ok: true, data: file })).toEqual({ fileName: '名单.xlsx' });
  expect(click).toHaveBeenCalledTimes(1);
  expect(warn).toHaveBeenCalledTimes(1);
});
