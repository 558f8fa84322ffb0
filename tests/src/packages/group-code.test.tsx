import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { DAY } from '../../../domain/base/clock';
import { GroupSheet } from '../../../src/packages/me/class/group-sheet';
import { GroupCodeSheet } from '../../../src/features/lesson/group-code-sheet';
import { section, STROKE } from '../sample';
import { serve } from '../server';
import { phone } from '../taro';

const mockPick = jest.fn<Promise<string | undefined>, [number]>();
jest.mock('../../../src/app/files/pick-picture', () => ({ pickPicture: (most: number) => mockPick(most) }));

const pass = (ms = 50) => act(() => jest.advanceTimersByTimeAsync(ms));
const put = (at: number) => ({ data: { code: { picture: 'iVBORw0KGgo=', contentType: 'image/png', at } } });
const none = { data: { code: null } };

beforeEach(() => {
  phone.reset();
  mockPick.mockReset();
  jest.useFakeTimers({ now: STROKE });
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

describe('somebody with a seat', () => {
  const open = async (answer: Parameters<typeof serve>[0]['lesson.groupCode']) => {
    const server = serve({ 'lesson.groupCode': answer! });
    render(<GroupSheet section={section({ sectionId: 's-tea' })} now={STROKE} onClose={() => undefined} />);
    await pass();
    return server;
  };

  test('sees the code and how to join; it is not called old', async () => {
    await open(put(STROKE - 7 * DAY + 1));
    expect(screen.getByLabelText('群二维码').firstElementChild!.getAttribute('src')).toBe(
      'data:image/png;base64,iVBORw0KGgo=',
    );
    expect(screen.getByText(/长按二维码/)).toBeTruthy();
    expect(screen.queryByTestId('group-code-stale')).toBeNull();
  });

  test('is told that a code of seven days may not open the group', async () => {
    await open(put(STROKE - 7 * DAY));
    expect(screen.getByTestId('group-code-stale')).toBeTruthy();
  });

  test('is told that there is none', async () => {
    await open(none);
    expect(screen.getByText('还没有放班级群的二维码。')).toBeTruthy();
  });

  test('is told why they see none, and may try again', async () => {
    const server = await open({ refuse: 'SEATED_ONLY' });
    expect(screen.getByTestId('no-group-code').textContent).toContain('有座位的人才看得到班级群的二维码');
    fireEvent.click(screen.getByTestId('group-code-again'));
    await pass();
    expect(server.asked('lesson.groupCode')).toBe(2);
  });
});

describe('those who run the class', () => {
  const onClose = jest.fn();
  const open = async (rules: Parameters<typeof serve>[0]) => {
    const server = serve(rules);
    render(<GroupCodeSheet section={section({ sectionId: 'tea' })} onClose={onClose} />);
    await pass(1_000);
    return server;
  };
  const tap = async (testId: string) => {
    fireEvent.click(screen.getByTestId(testId));
    await pass();
  };
  beforeEach(() => onClose.mockReset());

  test('put a picture', async () => {
    const server = await open({ 'lesson.groupCode': none, 'roll.putGroupCode': { data: { at: STROKE } } });
    mockPick.mockResolvedValue('iVBORw0KGgo=');
    await tap('group-code-put');
    expect(server.calls.at(-1)).toMatchObject({ input: { sectionId: 'tea', picture: 'iVBORw0KGgo=' } });
    expect(onClose).toHaveBeenCalledWith(true);
  });

  test('who choose nothing, or something that cannot be opened, send nothing', async () => {
    const server = await open({ 'lesson.groupCode': none });
    mockPick.mockResolvedValue(undefined);
    await tap('group-code-put');
    mockPick.mockRejectedValue(new Error('这张图打不开，请换一张 JPG 或 PNG'));
    await tap('group-code-put');
    expect(screen.getByText('这张图打不开，请换一张 JPG 或 PNG')).toBeTruthy();
    expect(server.asked('roll.putGroupCode')).toBe(0);
    expect(onClose).not.toHaveBeenCalled();
  });

  test('read why a picture was refused', async () => {
    await open({ 'lesson.groupCode': none, 'roll.putGroupCode': { refuse: 'PICTURE_RISKY' } });
    mockPick.mockResolvedValue('iVBORw0KGgo=');
    await tap('group-code-put');
    expect(screen.getByText('这张图没有通过微信的内容检查，请换一张')).toBeTruthy();
  });

  test('are asked for a new one after seven days, and may take it away', async () => {
    const server = await open({
      'lesson.groupCode': put(STROKE - 7 * DAY),
      'roll.putGroupCode': { data: { at: null } },
    });
    expect(screen.getByTestId('group-code-age').textContent).toContain('已过期，请换一张');
    await tap('group-code-remove');
    expect(server.calls.at(-1)).toMatchObject({ input: { sectionId: 'tea', picture: null } });
  });
});
