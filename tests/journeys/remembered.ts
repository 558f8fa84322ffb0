import { memberIdOf } from '../../server/people/member-id';
import type { Member } from '../../domain/model';
import { emptyRoll, type Mark, type Roll } from '../../domain/roll/roll';
import { openidOf } from '../../sample/synthetic';
import { menuItem } from './menus';
import { book } from './rated';
import { wish } from './wishing';
import { range, startScene, type Person, type Scene } from './scene';

const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** Classes in every state in which somebody can be erased: the line moves, stands still, is history. */
export const CLASSES = ['moving', 'running', 'over'] as const;

export interface Somebody extends Person {
  name: string;
  phone: string;
}

/**
 * People about whom every collection says something, and one who waits behind them in each line. `moving` can still be
 * dropped; `running` is frozen with a lesson tomorrow and one next week; `over` ended last month, a lesson was missed.
 */
export async function startRemembered(
  count: number,
  emulator: object = {},
): Promise<Scene & { people: Somebody[]; waiting: Person }> {
  const now = Date.now();
  const lessons = (...starts: number[]) => starts.map(startsAt => ({ startsAt, endsAt: startsAt + HOUR }));
  const size = { capacity: count, waitlistLimit: 5 };
  const scene = await startScene({
    sections: {
      moving: { ...size, lessons: lessons(now + 20 * DAY), dropUntil: now + 10 * DAY, freezeAt: now + 19 * DAY },
      running: {
        ...size,
        lessons: lessons(now - 7 * DAY, now + DAY, now + 8 * DAY),
        dropUntil: now - 9 * DAY,
        freezeAt: now - 8 * DAY,
      },
      over: {
        ...size,
        lessons: lessons(now - 40 * DAY, now - 33 * DAY),
        dropUntil: now - 45 * DAY,
        freezeAt: now - 41 * DAY,
      },
    },
    batch: { opensAt: now - 50 * DAY, closesAt: now + 15 * DAY, limit: 3 },
    workers: 2,
    emulator: { instances: { min: 0, max: 2 }, ...emulator },
  });
  const people = range(count).map(index => somebody(scene, index));
  const waiting = scene.worker(0);
  const everybody = [...people, waiting];
  await scene.emulator.database.import(
    'members',
    people.map(one => memberOf(one, now)),
  );
  for (const id of CLASSES) {
    const line = everybody.map(({ memberId }, index) => ({ memberId, at: now - 49 * DAY + index }));
    await scene.set('sections', { ...scene.section(id), line, lineCount: line.length });
  }
  const standings = everybody.map(({ memberId }, index) => ({
    _id: memberId,
    holds: CLASSES.map(sectionId => ({ sectionId, batchId: 'b', at: now - 49 * DAY + index })),
    batches: { b: { settledAt: now - 50 * DAY, count: 3 } },
  }));
  await scene.emulator.database.import('standings', standings);
  for (const [index, startsAt] of [now - 40 * DAY, now - 33 * DAY].entries())
    await scene.set('rolls', rollOf(people, index, startsAt, index === 1));
  for (const [name, documents] of Object.entries(aboutAll(people, now)))
    await scene.emulator.database.import(name, documents);
  return Object.assign(scene, { people, waiting });
}

function somebody(scene: Scene, index: number): Somebody {
  const openid = openidOf('remembered', String(index));
  const person = scene.stranger('nobody');
  const call = scene.emulator.as(openid);
  const letters = [...String(index)].map(digit => '零壹贰叁肆伍陆柒捌玖'[Number(digit)]).join('');
  return {
    ...person,
    openid,
    memberId: memberIdOf(openid),
    call,
    name: `忆${letters}人`,
    phone: `1360000${String(index).padStart(4, '0')}`,
  };
}

const memberOf = ({ memberId, openid, name, phone }: Somebody, now: number): Member => ({
  _id: memberId,
  openid,
  name,
  phone,
  employer: `${name}的单位`,
  unionMember: true,
  roles: [],
  createdAt: now - 60 * DAY,
  updatedAt: now - 60 * DAY,
});

function rollOf(people: readonly Somebody[], lessonIndex: number, startsAt: number, missed: boolean): Roll {
  const ids = people.map(one => one.memberId);
  const marks = people.flatMap(({ memberId }, index): Mark[] => [
    mark(`self-${memberId}`, memberId, memberId, 'present', startsAt + index),
    {
      ...mark(`n${lessonIndex}-${index}`, memberId, 'mteacher', missed ? 'absent' : 'late', startsAt + index),
      source: 'staff',
      reason: '核对过',
    },
  ]);
  return {
    ...emptyRoll({ _id: 'over', batchId: 'b' }, lessonIndex, { startsAt }),
    marks,
    markCount: marks.length,
    leaves: missed ? [] : ids.map(memberId => ({ memberId, at: startsAt - DAY, reason: '家里有事' })),
    guests: ids.map(memberId => ({ memberId, at: startsAt, as: 'walk-in', seatOf: null })),
    declined: ids,
    closedAt: startsAt + DAY,
    expected: ids,
    noShows: missed ? ids : [],
    appeals: missed
      ? ids.map(memberId => ({ memberId, at: startsAt + 2 * DAY, text: '那天在加班', answer: null }))
      : [],
  };
}

const mark = (nonce: string, memberId: string, by: string, state: 'present' | 'late' | 'absent', at: number): Mark => ({
  nonce,
  memberId,
  state,
  source: 'self',
  at,
  receivedAt: at,
  by,
  device: 'self',
  seen: 0,
  metres: 12,
});

/** Of the collections that name one person a document, one each. */
function aboutAll(people: readonly Somebody[], now: number): Record<string, object[]> {
  const each = (make: (one: Somebody, index: number) => object | object[]) => people.flatMap(make);
  const about = { sectionId: 'over', batchId: 'b' };
  return {
    notices: each(({ memberId }) => ({
      _id: `promoted-over-${memberId}-1`,
      memberId,
      kind: 'PROMOTED',
      ...about,
      title: '茶艺 over',
      createdAt: now - 45 * DAY,
      readAt: null,
    })),
    wishes: [wish('w-remembered', '古琴', people, { why: `我是${people[0]?.name ?? ''}` })],
    menus: each(({ memberId }, index) => menuItem(`o-${index}`, { by: memberId })),
    ratings: [
      book(
        'over',
        people.map(one => one.memberId),
        { closesAt: now },
      ),
    ],
    follows: each(({ memberId }) => ({ _id: `b-${memberId}`, batchId: 'b', memberId, at: now, toldFor: null })),
    classFollows: [
      {
        _id: 'moving',
        sectionId: 'moving',
        batchId: 'b',
        people: people.map(({ memberId }) => ({ memberId, at: now })),
        tellAt: null,
      },
    ],
    consents: each(({ memberId }) => ({ _id: memberId, left: { promoted: 2 }, at: now })),
    outbox: each(({ memberId }) => ({
      _id: `lent-over-L0-${memberId}-1`,
      kind: 'LENT',
      ...about,
      title: '茶艺 over',
      to: [{ memberId }],
      push: null,
      lessonAt: null,
      createdAt: now - DAY,
      doneAt: now - DAY,
    })),
    record: each(({ memberId, name }, index) => [
      {
        _id: `act-${index}`,
        at: now - index,
        by: 'mstaff',
        byName: '王敏',
        act: 'change.remove',
        ...about,
        memberId,
        summary: `把${name}移出队伍`,
        reason: `${name}来电`,
      },
      {
        _id: `letin-over-L0-${memberId}`,
        at: now,
        by: memberId,
        byName: name,
        act: 'roll.letIn',
        ...about,
        memberId,
        summary: `${name} 进来上课`,
      },
      {
        _id: `mark-n1-${index}`,
        at: now - 33 * DAY,
        by: 'mteacher',
        byName: '李文秀',
        act: 'roll.correct',
        ...about,
        summary: `补签：${name} 缺课、别人 到`,
      },
      {
        _id: `i-used-${index}`,
        at: now - 9 * DAY - index,
        by: 'mstaff',
        byName: '王敏',
        act: 'invite.create',
        summary: `邀请${name}成为讲师`,
      },
      {
        _id: `i-used-${index}-${memberId}`,
        at: now,
        by: memberId,
        byName: name,
        act: 'invite.accept',
        memberId,
        summary: `${name}接受邀请，成为讲师`,
      },
    ]),
    invites: each(({ memberId, name }, index) => [
      {
        _id: `i-used-${index}`,
        role: 'instructor',
        name,
        organisation: '',
        createdAt: now - 9 * DAY - index,
        expiresAt: now,
        createdBy: 'mstaff',
        invitedBy: '王敏',
        usedBy: memberId,
        usedAt: now,
        revokedAt: null,
      },
      {
        _id: `i-made-${index}`,
        role: 'instructor',
        name: '别人',
        organisation: '',
        createdAt: now,
        expiresAt: now,
        createdBy: memberId,
        invitedBy: name,
        usedBy: null,
        usedAt: null,
        revokedAt: null,
      },
    ]),
    rehearsals: each(({ memberId, name }, index) => ({
      _id: `r-${index}`,
      actId: `r-${index}`,
      at: now,
      by: memberId,
      byName: name,
      people: 1,
    })),
    certificates: each(({ memberId, name }, index) => ({
      _id: `over-${memberId}`,
      code: `ABCDEFGH${String(2000 + index)}`,
      memberId,
      sectionId: 'over',
      batchId: 'b',
      name,
      union: '区总工会',
      course: '茶艺',
      title: '茶艺',
      hours: 18,
      came: 9,
      held: 12,
      from: now,
      until: now,
      issuedAt: now,
    })),
    waivers: each(({ memberId }, index) => ({
      _id: `2020-01-${String(index).padStart(3, '0')}`,
      reason: '暴雨',
      by: memberId,
      at: now,
    })),
    sums: [
      {
        _id: 'b',
        lastLessonAt: now,
        at: now,
        revision: 1,
        sections: {
          over: {
            course: '茶艺',
            name: 'over',
            organisation: '',
            instructor: '',
            seats: 3,
            people: people.map(one => one.memberId.slice(1, 9)).join(''),
            lessons: [{ startsAt: now, minutes: 60, came: people.map((_one, index) => index), present: 0, absent: 0 }],
            employers: people.map((one, index) => ({ name: `${one.name}的单位`, heads: [index], gone: 0 })),
            rolls: 0,
            marks: 0,
          },
        },
      },
    ],
    tallies: [
      {
        _id: 't',
        batchId: 'b',
        answers: { FULL: people.length },
        seconds: {},
        tries: {},
        turnedAway: { over: people.map(one => one.memberId.slice(1, 9)).join('') },
        atLeast: false,
      },
    ],
  };
}
