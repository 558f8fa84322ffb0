import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import MyClass from '../../../src/packages/me/class/index';
import { attendance } from '../../../src/app/known/attendance';
import { mine as places } from '../../../src/app/known/places';
import { timesOf } from '../../../src/app/words';
import { changesOf, ChangeForm, type SectionChange } from '../../../src/features/change/forms';
import { fullWords } from '../../../src/features/line/full-words';
import { DAY, HOUR } from '../../../domain/base/clock';
import { attended, known, START, teaClass } from '../lessons';
import { mine } from '../sample';
import { serve } from '../server';
import { phone } from '../taro';

/** Where it is a lecture, no page speaks of a class (班) or of lessons (课). */
const OF_A_CLASS = /班|课/;

const [lesson] = teaClass.lessons;
const talk = {
  ...teaClass,
  kind: 'lecture' as const,
  course: '职工心理健康',
  name: '',
  schedule: '周四 10:00-12:00',
  lessons: [{ ...lesson!, startsAt: START + DAY, endsAt: START + DAY + 2 * HOUR }],
};
const called = { ...talk, lessons: [{ ...talk.lessons[0]!, cancelled: true as const }] };
const pass = (ms = 50) => act(() => jest.advanceTimersByTimeAsync(ms));

beforeEach(() => {
  phone.reset();
  jest.useFakeTimers({ now: START });
  const nothing = { data: undefined, savedAt: 0, failed: undefined };
  attendance.store.setState(nothing);
  places.store.setState(nothing);
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

async function openMine(now: number) {
  jest.setSystemTime(now);
  phone.setParams({ sectionId: 'tea' });
  const marks = { lessons: [known({ lessonIndex: 0, mark: { state: 'present', at: START + DAY, source: 'self' } })] };
  serve({
    'line.mine': { data: { places: [{ ...mine(talk), hasGroupCode: true as const }] } },
    'lesson.mine': { data: attended(now < START + DAY ? {} : marks) },
  });
  render(<MyClass />);
  await pass();
  return screen.getByTestId('my-class').textContent;
}

test('mine, before it and after it: no class, no certificate, no sums of one', async () => {
  const before = await openMine(START);
  expect(before).toMatch('主讲');
  expect(before).toMatch('听众群');
  expect(before!.replace('看我的课', '')).not.toMatch(OF_A_CLASS);
  cleanup();

  const after = await openMine(START + 2 * DAY);
  expect(after).toMatch(/已经讲完.*签到/);
  expect(after).not.toMatch(OF_A_CLASS);
  expect(screen.queryByTestId('door-certificate')).toBeNull();
});

test('its day is that of its lesson, wherever the lesson was moved; a class has its hours of the week', () => {
  expect(timesOf(talk)).toMatch(/^\d+月\d+日 周. \d\d:\d\d–\d\d:\d\d$/);
  expect(timesOf(called)).toBe('周四 10:00–12:00');
  expect(timesOf(teaClass)).toBe(teaClass.schedule.replace('-', '–'));
});

test('only a waiting list that there is can be full', () => {
  expect(fullWords({ capacity: 300, waitlistLimit: 0 })).toBe('300 个名额都满了');
  expect(fullWords({ capacity: 20, waitlistLimit: 10 })).toBe('20 个名额和 10 个候补都满了');
});

describe('what staff can change', () => {
  const kinds = (section: typeof talk) => changesOf(section).map(one => one.kind);

  test('has the words of a lecture', () => {
    const words = changesOf(talk).flatMap(({ word, text }) => [word, text]);
    expect(words.join()).not.toMatch(OF_A_CLASS);
    expect(changesOf(teaClass).map(one => one.word)).toContain('取消整个班');
  });

  test('no substitute; another lesson only for one that was called off; no waiting list where anybody may come', () => {
    expect(kinds(talk)).toEqual(expect.arrayContaining(['moveLesson', 'cancelLesson', 'waitlist']));
    for (const kind of ['substitute', 'addLesson']) expect(kinds(talk)).not.toContain(kind);
    expect(kinds(called)).toContain('addLesson');
    expect(kinds(called)).not.toContain('moveLesson');
    expect(kinds({ ...talk, walkInFrom: 0 } as typeof talk)).not.toContain('waitlist');
  });

  test.each(changesOf(talk).map(one => one.kind))('the form %s', async (kind: SectionChange) => {
    serve({});
    render(<ChangeForm kind={kind} section={talk} now={START} onClose={() => undefined} />);
    const sheet = screen.getByRole('dialog');
    const placeholders = [...sheet.querySelectorAll('input, textarea')].map(one => one.getAttribute('placeholder'));

    expect([sheet.textContent, ...placeholders].join().replaceAll('缺课', '')).not.toMatch(OF_A_CLASS);
    fireEvent.click(screen.getByTestId('change-try'));
    await pass();
    expect(sheet.textContent!.replaceAll('缺课', '')).not.toMatch(OF_A_CLASS);
  });
});
