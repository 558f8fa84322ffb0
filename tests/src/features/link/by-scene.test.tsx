import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import CheckInPage from '../../../../src/pages/checkin/index';
import SectionPage from '../../../../src/pages/section/index';
import { batchOf } from '../../../../src/app/known/catalog';
import { HOUR, MINUTE } from '../../../../domain/base/clock';
import type { SceneLeads } from '../../../../domain/api';
import { batch, STROKE, tea } from '../../sample';
import { serve, type Doing } from '../../server';
import { phone } from '../../taro';

const pass = (ms = 50) => act(() => jest.advanceTimersByTimeAsync(ms));
let scenes = 0;
/** Each test scans a code of its own: what a code led to is remembered. */
const anotherScene = () => `hg.abcdef.${String(++scenes).padStart(20, '0')}`;

beforeEach(() => {
  phone.reset();
  jest.useFakeTimers({ now: STROKE });
  batchOf('b1').store.setState({ data: undefined, savedAt: 0 });
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

async function openSection(doing: Doing, scene = anotherScene()) {
  phone.setParams({ scene: encodeURIComponent(scene) });
  const server = serve({
    'link.scene': doing,
    'catalog.batch': { data: { batch, sections: [tea] } },
    'line.mine': { data: { places: [] } },
  });
  render(<SectionPage />);
  await pass(3_000);
  return { server, scene };
}
const toTea: Doing = { data: { to: 'section', batchId: 'b1', sectionId: 'tea' } satisfies SceneLeads };

test('a section’s code: the server is asked where it leads, by the decoded scene, and the section is shown', async () => {
  const { server, scene } = await openSection(toTea);

  expect(server.calls.find(one => one.endpoint === 'link.scene')!.input).toEqual({ scene });
  expect(screen.getByTestId('section').textContent).toContain('李文秀');
});

test.each([
  ['SCENE_UNKNOWN', '这张码打不开', '这张码不是本工会的，或者已经用不了了'],
  ['SCENE_FOREIGN', '这是别的工会的码', '请在那个工会的小程序里打开'],
  ['SCENE_GONE', '已经下架了', '看看别的班'],
] as const)('%s: said so, with a way home', async (code, title, text) => {
  await openSection({ refuse: code });

  const lost = screen.getByTestId('scene-lost');
  expect(lost.textContent).toContain(title);
  expect(lost.textContent).toContain(text);
  fireEvent.click(screen.getByText('回首页看看'));
  expect(phone.went()).toEqual(['/pages/home/index']);
});

test('without network it says so; another try opens the section', async () => {
  const { scene } = await openSection('no network');
  expect(screen.getByTestId('broken').textContent).toContain('网断了');

  serve({
    'link.scene': toTea,
    'catalog.batch': { data: { batch, sections: [tea] } },
    'line.mine': { data: { places: [] } },
  });
  expect(scene).toMatch(/^hg/);
  fireEvent.click(screen.getByText('再试一次'));
  await pass(3_000);

  expect(screen.getByTestId('section').textContent).toContain('李文秀');
});

test('a lone % in a scene that somebody wrote by hand breaks nothing', async () => {
  phone.setParams({ scene: '%E0%A4%A' });
  serve({ 'link.scene': { refuse: 'SCENE_UNKNOWN' } });
  render(<SectionPage />);
  await pass();

  expect(screen.getByTestId('scene-lost')).toBeTruthy();
});

describe('the code at the door', () => {
  const startsAt = STROKE + HOUR;
  const lesson = { startsAt, endsAt: startsAt + HOUR };
  const open = async (part: object = {}) => {
    phone.setParams({ scene: anotherScene() });
    const leads = {
      to: 'lesson',
      section: { ...tea, lessons: [lesson], ...part },
      lessonIndex: 0,
      from: startsAt - 30 * MINUTE,
    };
    const server = serve({
      'link.scene': { data: leads },
      'lesson.checkIn': { refuse: 'NUMBER_WRONG' },
      'lesson.mine': { data: { places: [] } },
    });
    render(<CheckInPage />);
    await pass();
    return server;
  };

  test('too early: it says from when, and opens by itself then', async () => {
    await open();
    expect(screen.getByTestId('door-early').textContent).toContain('今晚 20:30 起可以签到');

    await pass(30 * MINUTE + 2_000);

    expect(screen.getByTestId('check-in').textContent).toContain('茶艺一班第 1 次课');
  });

  test('nobody is checked in by it: the digits are asked for, and say which lesson was meant', async () => {
    jest.setSystemTime(startsAt);
    const server = await open();
    expect(server.asked('lesson.checkIn')).toBe(0);

    fireEvent.change(screen.getByTestId('number'), { target: { value: '1234' } });
    await pass();

    expect(server.calls.find(one => one.endpoint === 'lesson.checkIn')!.input).toEqual({
      code: '1234',
      expected: { sectionId: 'tea', lessonIndex: 0 },
    });
  });

  test('a lesson that is over, and one that was called off, say so', async () => {
    jest.setSystemTime(lesson.endsAt);
    await open();
    expect(screen.getByTestId('door-ended').textContent).toContain('已经下课');
    cleanup();

    jest.setSystemTime(startsAt);
    await open({ lessons: [{ ...lesson, cancelled: true }] });
    expect(screen.getByTestId('door-cancelled')).toBeTruthy();
    cleanup();

    await open({ cancelledAt: STROKE });
    expect(screen.getByTestId('door-cancelled')).toBeTruthy();
    cleanup();

    await open({ cancelledAt: startsAt + MINUTE });
    expect(screen.getByTestId('check-in')).toBeTruthy();
  });
});
