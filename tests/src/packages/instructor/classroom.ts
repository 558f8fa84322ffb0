import type { RollPerson, RollView, SectionCard, ShownMark } from '../../../../domain/api';
import { DAY, HOUR, instantOf } from '../../../../domain/base/clock';
import type { Lesson, Section } from '../../../../domain/model';
import { emptyRoll, type Mark, type Roll } from '../../../../domain/roll/roll';
import { instructorMark, newMarks, type NewMark } from '../../../../domain/roll/mark';
import { onRoll, stateIn, wasCalled } from '../../../../domain/roll/on-roll';
import { isRefused } from '../../../../domain/base/refuse';
import { cameLate } from '../../../../domain/lesson/roll-times';
import { freeSeats } from '../../../../domain/roll/walk-in';
import { section } from '../../sample';
import type { Doing } from '../../server';

/** 19:30 in Shanghai: the third lesson begins. */
export const BEGINS = instantOf('2027-03-24', '19:30')!;
export const LESSON = { sectionId: 'tea', lessonIndex: 2 };
export const KEY = 'tea/2';

const lessons: Lesson[] = [-2, -1, 0, 1].map(week => ({
  startsAt: BEGINS + week * 7 * DAY,
  endsAt: BEGINS + week * 7 * DAY + 1.5 * HOUR,
}));

export const NAMES = ['王桂芳', '刘建国', '欧阳雪梅', '何小燕', '阿依古丽·买买提', '陈大勇'];
/** As the contract wants an id. */
export const idOf = (name: string): string => `m${NAMES.indexOf(name)}`;

function shownMark(mark: Mark): ShownMark | null {
  const { state, source, at, receivedAt, by, metres = null } = mark;
  return state && { state, source, at, receivedAt: cameLate(mark) ? receivedAt : null, mine: by === 'me', metres };
}

/** What a server of rolls does, by the very rules of the functions: enough of it for one class and one instructor. */
export class Classroom {
  readonly card: SectionCard = section({ sectionId: 'tea', lessons, capacity: 6 });
  readonly line: Section['line'] = NAMES.map((_, i) => ({ memberId: `m${i}`, at: i }));
  readonly names = new Map(NAMES.map((name, i) => [`m${i}`, name]));
  roll: Roll = emptyRoll({ _id: 'tea', batchId: 'b1' }, 2, lessons[2]!);

  constructor(private readonly clock: () => number = Date.now) {}

  get of() {
    return { line: this.line, capacity: this.card.capacity, lessons };
  }

  /** A mark that did not come from the phone of the test. */
  add(mark: Partial<Mark> & { memberId: string }): void {
    const at = mark.at ?? this.clock();
    const made: Mark = {
      nonce: `other-${this.roll.markCount}`,
      state: 'present',
      source: 'instructor',
      at,
      receivedAt: at,
      by: 'somebody',
      device: 'other-phone',
      seen: this.roll.markCount,
      ...mark,
    };
    this.roll = { ...this.roll, marks: [...this.roll.marks, made], markCount: this.roll.markCount + 1 };
  }

  view(): RollView {
    return {
      section: this.card,
      lessonIndex: 2,
      people: onRoll(this.of, this.roll).map((person): RollPerson => {
        const { memberId, as, seat, leave, mark, disputed } = person;
        return {
          memberId,
          name: this.names.get(memberId) ?? '',
          phone: `138****000${memberId.slice(1)}`,
          employer: '永川区萱花中学',
          as,
          seat,
          leave: leave && { at: leave.at, reason: leave.reason },
          mark: mark && shownMark(mark),
          disputed: disputed && shownMark(disputed),
          state: stateIn(person, this.roll),
        };
      }),
      called: wasCalled(this.roll),
      waiting: this.line
        .slice(this.card.capacity)
        .map(({ memberId }, i) => ({
          memberId,
          name: this.names.get(memberId) ?? '',
          phone: '139****0000',
          number: i + 1,
        }))
        .filter(({ memberId }) => !this.roll.guests.some(guest => guest.memberId === memberId)),
      freeSeats: freeSeats(this.of, this.roll),
      seen: this.roll.markCount,
      closedAt: this.roll.closedAt,
    };
  }

  mark = (input: Record<string, unknown>): Doing => {
    const { marks, device } = input as unknown as { marks: NewMark[]; device: string };
    const now = this.clock();
    const lesson = lessons[2]!;
    const fresh = newMarks({ section: this.of, roll: this.roll, lesson, marks, now });
    if (isRefused(fresh)) return { refuse: fresh.refused, details: 'details' in fresh ? fresh.details : undefined };
    const added = fresh.map(mark => instructorMark(mark, 'me', device, now));
    this.roll = { ...this.roll, marks: [...this.roll.marks, ...added], markCount: this.roll.markCount + added.length };
    return { data: this.view() };
  };

  /** `serve(room.rules)`; more rules, or others, may follow. */
  readonly rules = {
    'roll.lesson': (): Doing => ({ data: this.view() }),
    'roll.mark': this.mark,
  };

  stateOf = (name: string) => onRoll(this.of, this.roll).find(one => one.memberId === idOf(name))?.mark?.state ?? null;
}
