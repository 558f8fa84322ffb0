import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { CheckedCertificate, ClassGraduate, MyCertificate, MyProgress } from '../../../domain/api';
import { factsOf } from '../../../domain/certificate/facts';
import { certificateLayout } from '../../../src/packages/me/certificate/layout';
import CertificatePage from '../../../src/packages/me/certificate/index';
import Certificates from '../../../src/packages/me/certificates/index';
import CheckCertificate from '../../../src/packages/me/check/index';
import GraduatesPage from '../../../src/packages/staff/graduates/index';
import { forgetPerson } from '../../../src/app/memory/forget';
import { serve } from '../server';
import { phone } from '../taro';

const AT = Date.UTC(2027, 5, 1, 2);
beforeEach(() => {
  phone.reset();
  forgetPerson();
  jest.useFakeTimers({ now: AT });
  // A browser that cannot draw.
  jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
});
afterEach(() => {
  cleanup();
  jest.restoreAllMocks();
  jest.useRealTimers();
});
const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
const press = async (testId: string) => {
  await pass(1_000);
  fireEvent.click(screen.getByTestId(testId));
  await pass(50);
};
const type = (testId: string, value: string) => fireEvent.change(screen.getByTestId(testId), { target: { value } });

const certificate: MyCertificate = {
  code: 'ABCDEFGHJKMN',
  union: '永川区总工会',
  course: '茶艺',
  title: '茶艺 初级班',
  hours: 18,
  came: 9,
  held: 12,
  from: AT - 90 * 86_400_000,
  until: AT - 5 * 86_400_000,
  issuedAt: AT,
  sectionId: 'tea',
  name: '张桂丽',
};
const progress: MyProgress = { state: 'short', held: 12, closed: 12, came: 8, needed: 9, hours: 16, certificate: null };

describe.each([true, false])('the picture, with a code to scan: %s', withCode => {
  test('it has every fact that the check shows', () => {
    const drawn = certificateLayout(certificate, withCode).strokes.flatMap(stroke =>
      stroke.draw === 'text' ? [stroke.text] : [],
    );

    for (const [, text] of factsOf(certificate, certificate.name)) expect(drawn).toContain(text);
  });

  /** In widths of a Chinese character. No font has digits wider than this. */
  const widthOf = (text: string): number => text.replace(/\d/g, '').length + text.replace(/\D/g, '').length * 0.6;

  test('nothing reaches beyond its frame, also with the longest names', () => {
    const long = { ...certificate, name: '欧阳文秀买买提江吐尔逊', title: '长'.repeat(40), union: 'W'.repeat(40) };
    const { width, strokes } = certificateLayout(long, withCode);

    for (const stroke of strokes)
      if (stroke.draw === 'text' && stroke.align !== 'center')
        expect(stroke.x + widthOf(stroke.text) * stroke.size).toBeLessThanOrEqual(width - 60);
  });
});

describe('one class', () => {
  const open = async (data: Partial<MyProgress>, more: Parameters<typeof serve>[0] = {}) => {
    phone.setParams({ sectionId: 'tea' });
    const server = serve({ 'certificate.ofClass': { data: { ...progress, ...data } }, ...more });
    render(<CertificatePage />);
    await pass(20);
    return server;
  };

  test('too few lessons: how many are missing, and nothing to take', async () => {
    await open({});

    expect(screen.getByTestId('certificate').textContent).toContain('还差 1 次');
    expect(screen.queryByTestId('take-certificate')).toBeNull();
  });

  test('not over yet: what it still waits for', async () => {
    await open({ state: 'running', closed: 10 });

    expect(screen.getByTestId('certificate').textContent).toContain('还有 2 次课没上完或没确认考勤');
  });

  test('none is given: said in words', async () => {
    await open({ state: 'off' });

    expect(screen.getByTestId('no-certificate').textContent).toContain('这个班不发结课证明');
  });

  test('reached: one tap takes it, and every fact is there in words', async () => {
    let taken = false;
    const server = await open(
      {},
      {
        'certificate.ofClass': () => ({
          data: { ...progress, state: 'reached', came: 9, certificate: taken ? certificate : null },
        }),
        'certificate.take': () => ((taken = true), { data: { certificate } }),
      },
    );
    await press('take-certificate');

    expect(server.asked('certificate.take')).toBe(1);
    expect(screen.getByTestId('certificate-facts').textContent).toContain('ABCD-EFGH-JKMN');
    // This phone has no canvas, so the words have to do.
    expect(screen.getByTestId('certificate').textContent).toContain('没能画出图片，内容在下面');
  });

  describe('with a canvas', () => {
    /** A canvas that takes every command, and the sources of the images that were loaded for it. */
    const withCanvas = () => {
      const ctx = new Proxy({} as CanvasRenderingContext2D, { get: () => () => undefined, set: () => true });
      jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(ctx as never);
      jest.spyOn(HTMLCanvasElement.prototype, 'toDataURL').mockReturnValue('data:image/png;base64,AA');
      const loaded: string[] = [];
      class Loaded {
        onload = (): void => undefined;
        set src(source: string) {
          loaded.push(source);
          queueMicrotask(() => this.onload());
        }
      }
      Object.assign(window, { Image: Loaded });
      return loaded;
    };
    const { Image: RealImage } = window;
    afterEach(() => void Object.assign(window, { Image: RealImage }));
    const picture = { picture: 'AA==', contentType: 'image/png', scene: 'hgc.Ab3-_9.ABCDEFGHJKMN' };

    test('the picture gets its code to scan', async () => {
      const loaded = withCanvas();
      const server = await open({ certificate }, { 'certificate.code': { data: picture } });
      await pass(50);
      // A phone that has it keeps it.
      cleanup();
      render(<CertificatePage />);
      await pass(50);

      expect(server.asked('certificate.code')).toBe(1);
      expect(server.calls.find(one => one.endpoint === 'certificate.code')?.input).toEqual({ sectionId: 'tea' });
      expect(new Set(loaded)).toEqual(new Set(['data:image/png;base64,AA==']));
      expect(screen.queryByTestId('no-scan-code')).toBeNull();
    });

    test('without a code the picture is there, it says so, and another try brings it', async () => {
      const loaded = withCanvas();
      let ok = false;
      await open(
        { certificate },
        {
          'certificate.code': () => (ok ? { data: picture } : { refuse: 'CODE_NOT_ANSWERED' }),
        },
      );
      await pass(50);

      expect(screen.getByTestId('keep-certificate')).toBeTruthy();
      expect(screen.getByTestId('no-scan-code').textContent).toContain('没取到，图上只有编号');
      expect(loaded).toEqual([]);
      ok = true;
      await press('scan-code-again');
      await pass(50);
      expect(screen.queryByTestId('no-scan-code')).toBeNull();
      expect(loaded).toHaveLength(1);
    });
  });

  test('revoked: why', async () => {
    await open({ certificate: { ...certificate, revoked: { at: AT, reason: '点名记错' } } });

    expect(screen.getByTestId('certificate-revoked').textContent).toContain('点名记错');
  });
});

test('hours by year; a revoked one does not count', async () => {
  const older = { ...certificate, code: 'BBBBBBBBBBBB', sectionId: 'choir', until: AT - 300 * 86_400_000, hours: 20 };
  const gone = { ...certificate, code: 'CCCCCCCCCCCC', sectionId: 'x', revoked: { at: AT, reason: '' } };
  serve({ 'certificate.mine': { data: { certificates: [certificate, gone, older] } } });
  render(<Certificates />);
  await pass(20);

  expect(screen.getByTestId('year-2027').textContent).toContain('2027 年，18 学时');
  expect(screen.getByTestId('year-2026').textContent).toContain('2026 年，20 学时');
});

describe('the check', () => {
  const { sectionId: _where, name: _name, ...stated } = certificate;
  const seen: CheckedCertificate = { stated, maskedName: '张*丽', nameIs: false, revoked: null, calledOff: false };

  test('scanned: the code is filled in, and every fact is there without a tap', async () => {
    phone.setParams({ scene: encodeURIComponent('hgc.Ab3-_9.ABCDEFGHJKMN') });
    const server = serve({
      'link.scene': { data: { to: 'certificate', code: 'ABCDEFGHJKMN' } },
      'certificate.look': { data: seen },
    });
    render(<CheckCertificate />);
    await pass(50);

    expect(server.calls.map(one => one.input)).toEqual([
      { scene: 'hgc.Ab3-_9.ABCDEFGHJKMN' },
      { code: 'ABCDEFGHJKMN' },
    ]);
    expect((screen.getByTestId('check-code') as HTMLInputElement).value).toBe('ABCD-EFGH-JKMN');
    const said = screen.getByTestId('checked').textContent!;
    for (const [label, text] of factsOf(stated, '张*丽')) expect(said).toContain(`${label}${text}`);
  });

  test('scanned in the app of another union: it says so, and checks nothing', async () => {
    phone.setParams({ scene: 'hgc.xxxxxx.ABCDEFGHJKMN' });
    const server = serve({ 'link.scene': { refuse: 'SCENE_FOREIGN' } });
    render(<CheckCertificate />);
    await pass(50);

    expect(screen.getByTestId('scene-lost').textContent).toContain('这是别的工会的码');
    expect(server.asked('certificate.look')).toBe(0);
  });

  test('what is wrong with a code is said before anybody is asked', async () => {
    const server = serve({});
    render(<CheckCertificate />);
    type('check-code', 'ABCD-EFGH-JKM0');
    await press('check-now');

    expect(screen.getByTestId('check').textContent).toContain('没有数字 0、1');
    expect(server.calls).toEqual([]);
  });

  test('every fact, the name by its ends, and whether it is this one', async () => {
    const server = serve({ 'certificate.look': { data: seen } });
    render(<CheckCertificate />);
    type('check-code', 'abcd efgh jkmn');
    type('check-name', '李四');
    await press('check-now');

    expect(server.calls[0]?.input).toEqual({ code: 'ABCDEFGHJKMN', name: '李四' });
    const said = screen.getByTestId('checked').textContent!;
    for (const [, text] of factsOf(stated, '张*丽')) expect(said).toContain(text);
    expect(screen.getByTestId('checked-name').textContent).toContain('不一致');
  });

  test.each([
    ['revoked', { revoked: { at: AT } }, '已经撤销'],
    ['a class that was called off since', { calledOff: true }, '后来取消了'],
  ])('%s', async (_, change, words) => {
    serve({ 'certificate.look': { data: { ...seen, ...change } } });
    render(<CheckCertificate />);
    type('check-code', 'ABCDEFGHJKMN');
    await press('check-now');

    expect(screen.getByTestId('checked').textContent).toContain(words);
  });

  test('a code that is not there takes away what was shown before', async () => {
    const doings = [{ data: seen }, { refuse: 'CERTIFICATE_UNKNOWN' as const }];
    serve({ 'certificate.look': () => doings.shift()! });
    render(<CheckCertificate />);
    type('check-code', 'ABCDEFGHJKMN');
    await press('check-now');
    await press('check-now');

    expect(screen.queryByTestId('checked')).toBeNull();
    expect(screen.getByTestId('check-now-fault').textContent).toContain('没有查到这个编号');
  });
});

test('staff: who has one, who is doubtful, and revoking with a reason', async () => {
  const person = (change: Partial<ClassGraduate>): ClassGraduate => ({
    memberId: 'a',
    name: '张桂丽',
    phone: '138****1234',
    held: 12,
    closed: 12,
    came: 9,
    needed: 9,
    hours: 18,
    state: 'reached',
    certificate: null,
    doubtful: false,
    ...change,
  });
  const people = [
    person({ certificate: { code: certificate.code, issuedAt: AT, revoked: null }, doubtful: true, came: 8 }),
    person({ memberId: 'b', name: '李四' }),
    person({ memberId: 'c', name: '王五', state: 'short', came: 3 }),
  ];
  phone.setParams({ batchId: 'b', sectionId: 'tea' });
  const server = serve({
    'certificate.section': { data: { state: 'reached', held: 12, closed: 12, people } },
    'certificate.revoke': { data: { revoked: true } },
  });
  render(<GraduatesPage />);
  await pass(20);

  const rows = screen.getAllByTestId('graduate').map(row => row.textContent);
  expect(rows[0]).toContain('要看一下：考勤改过，现在不够 9 次');
  expect(rows[1]).toContain('可以领');
  expect(rows[2]).toContain('差 6 次');
  await press('revoke');
  await press('revoke-now');
  expect(screen.getByText('请写一句原因，本人看得到')).toBeTruthy();
  type('revoke-reason', '点名记错了');
  await press('revoke-now');
  expect(server.calls.find(one => one.endpoint === 'certificate.revoke')?.input).toMatchObject({
    sectionId: 'tea',
    memberId: 'a',
    reason: '点名记错了',
  });
});
