import { facts } from '../../../domain/base/own-fact';

test('what has a value is a fact, in order; a number may be 0', () => {
  expect(facts({ 姓名: '陈静', 电话: '', 单位: null, 区: undefined, 缺课: 0 })).toEqual([
    { name: '姓名', value: '陈静' },
    { name: '缺课', value: 0 },
  ]);
});
