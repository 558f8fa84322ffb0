import readXlsxFile from 'read-excel-file/node';
import type { Member, RecordEntry } from '../../domain/model';
import { sentenceOn } from '../../domain/record/said';
import { good } from './classroom';
import { range, startScene, type Scene } from './scene';

/** Names and numbers as people write them, wherever somebody is looked for. */
let scene: Scene;
beforeEach(async () => {
  scene = await startScene({
    sections: {
      tea: { instructor: '陈 静、李芳老师', organisation: '甲校', capacity: 5 },
      choir: { instructor: '陈静（主讲）', organisation: '乙校', capacity: 5 },
      guqin: { instructor: '陈静怡', organisation: '甲校' },
    },
    workers: 5,
    emulator: { instances: { min: 0, max: 2 } },
  });
});
afterEach(() => scene.stop());

const own = async (name: string, change: Partial<Member> = {}) => {
  const person = await scene.holder('instructor', `${name}${JSON.stringify(change)}`, {
    instructorName: name,
    ...change,
  });
  const { sections } = await good(person.call('roll.sections', {}));
  for (const { sectionId } of sections) await good(person.call('roll.roster', { sectionId }));
  return sections.map(section => section.sectionId).sort();
};

test('an instructor sees every class whose cell names them, among others, with a title or spread out', async () => {
  expect(await own('陈静')).toEqual(['choir', 'tea']);
  expect(await own('陈静老师')).toEqual(['choir', 'tea']);
  expect(await own('李芳')).toEqual(['tea']);
  expect(await own('陈静', { instructorFor: ['乙校'] })).toEqual(['choir']);
  expect(await own('静')).toEqual([]);
});

test('an invitation with an organisation opens the classes of that organisation alone; a second one adds its own', async () => {
  const staff = await scene.holder('staff', '王敏');
  const person = scene.stranger('chen');
  const accept = async (organisation: string) => {
    const input = { role: 'instructor', name: '陈静', organisation } as const;
    const { code, hints } = await good(staff.call('invite.create', input));
    await good(person.call('invite.accept', { code }));
    return hints;
  };
  const sections = async () =>
    (await good(person.call('roll.sections', {}))).sections.map(section => section.sectionId).sort();

  expect(await accept('甲校')).toEqual([]);
  expect(await sections()).toEqual(['tea']);
  expect(await person.call('roll.roster', { sectionId: 'choir' })).toMatchObject({ code: 'SECTION_NOT_FOUND' });
  await accept('乙校');
  expect(await sections()).toEqual(['choir', 'tea']);
  expect(await accept('')).toEqual([
    expect.stringContaining('乙校、甲校的班里都有'),
    expect.stringContaining('已经有 1 位'),
  ]);
});

test('staff are told who teaches and has not come in', async () => {
  const staff = await scene.holder('staff', '王敏');
  await scene.holder('instructor', '李芳', { instructorName: '李芳' });
  await good(staff.call('invite.create', { role: 'instructor', name: '陈静', organisation: '乙校' }));

  const { missing, people } = await good(staff.call('invite.list', {}));

  expect(missing.map(({ name, organisation, invited }) => [name, organisation, invited])).toEqual(
    expect.arrayContaining([
      ['陈静', '甲校', false],
      ['陈静', '乙校', true],
      ['陈静怡', '甲校', false],
    ]),
  );
  expect(missing).toHaveLength(3);
  expect(people.filter(person => person.isMe).map(person => person.name)).toEqual(['王敏']);
});

test.each([
  '13637790521',
  '\u202d13637790521\u202c',
  '+86 136-3779-0521',
  '１３６３７７９０５２１',
  '86 136 3779 0521',
  '阿依古丽·买买提',
  '阿依古丽•买买提',
  '阿依古丽 买买提',
  '\u200b阿依古丽买买提\ufe0f',
])('staff find somebody by %j', async query => {
  const staff = await scene.holder('staff', '王敏');
  const person = scene.stranger('ayi');
  const profile = {
    name: '阿依古丽‧买买提',
    phone: '\u202d136 3779 0521\u202c',
    employer: '永川区医院',
    unionMember: true,
  };
  await good(person.call('member.save', profile));

  const { people } = await good(staff.call('staff.find', { query }));

  expect(people).toMatchObject([{ name: '阿依古丽·买买提', phone: '136****0521' }]);
});

test('the last four digits find a few people, masked; each search is on the record, and many show nobody', async () => {
  const staff = await scene.holder('staff', '王敏');
  const save = (index: number) =>
    good(
      scene.stranger(`four-${index}`).call('member.save', {
        name: '李芳',
        phone: `138000${index}7777`,
        employer: '永川区医院',
        unionMember: true,
      }),
    );
  const four = () => good(staff.call('staff.find', { query: '7777' }));
  const searches = () =>
    scene.emulator.database
      .read<RecordEntry>('record')
      .filter(one => one.act === 'staff.find')
      .map(sentenceOn);
  for (const index of range(5)) await save(index);

  const { people } = await four();
  expect(people.map(person => person.phone)).toEqual(range(5).map(() => '138****7777'));
  await save(5);
  expect(await four()).toEqual({ people: [], tooMany: true });
  // Three digits, and five, are no such question.
  for (const query of ['777', '77777']) expect(await good(staff.call('staff.find', { query }))).toEqual({ people: [] });

  expect(searches().filter(one => one.includes('后四位'))).toEqual(
    expect.arrayContaining(['按手机号后四位找人，看到 5 人', '按手机号后四位找人，看到 0 人']),
  );
  expect(JSON.stringify(searches())).not.toContain('7777');
});

test('of eleven people with one name ten are shown, and staff hear that there are more', async () => {
  const staff = await scene.holder('staff', '黄丽', { phone: '13594218831' });
  const save = (index: number) =>
    good(
      scene.stranger(`namesake-${index}`).call('member.save', {
        name: '王建国',
        phone: `13900${String(index).padStart(2, '0')}1234`,
        employer: '永川区医院',
        unionMember: true,
      }),
    );
  const find = () => good(staff.call('staff.find', { query: '王建国' }));
  for (const index of range(10)) await save(index);
  const ten = await find();
  expect(ten.people).toHaveLength(10);
  expect(ten).not.toHaveProperty('tooMany');

  await save(10);
  const eleven = await find();
  expect(eleven.people).toHaveLength(10);
  expect(eleven.tooMany).toBe(true);
});

test('one number, several accounts: nobody is refused, staff see it in the line, the roster and the nightly check', async () => {
  const staff = await scene.holder('staff', '王敏');
  const phone = '13800001234';
  for (const index of range(3)) {
    const profile = { name: '李芳', phone, employer: '永川区医院', unionMember: true };
    await good(scene.worker(index).call('member.save', profile));
    expect(await scene.worker(index).claimUntilAnswered(index === 2 ? 'choir' : 'tea')).toMatchObject({ ok: true });
  }
  await scene.worker(3).claimUntilAnswered('tea');

  const { people } = await good(staff.call('staff.line', { sectionId: 'tea' }));
  const { report } = await good(staff.call('staff.check', {}));

  expect(people.map(person => person.sameNumber)).toEqual([2, 2, 0]);
  const asked = { kind: 'roster', batchId: 'b', phones: 'masked', reason: '' } as const;
  const { file } = await good(staff.call('export.make', asked));
  const sheets = await readXlsxFile(Buffer.from(file, 'base64'));
  const rows = sheets.flatMap(({ data }) => data.slice(1)).map(row => [row[1], row.at(-1)]);
  expect(sheets.map(({ data }) => data[0]!.at(-1))).toEqual(sheets.map(() => '同一手机号'));
  expect(rows.filter(([name]) => name === '李芳')).toEqual(range(3).map(() => ['李芳', '另有 2 个账号同号']));
  expect(rows.filter(([name]) => name !== '李芳')).toEqual([[expect.any(String), null]]);
  expect(report.alarms).toEqual([
    { sectionId: expect.any(String), text: expect.stringContaining('138****1234 有 3 个账号，共 3 个位置') },
  ]);
});

test('what is typed is kept without what nobody sees', async () => {
  const staff = await scene.holder('staff', '王敏');
  const change = { kind: 'place', sectionId: 'tea', place: '\u202e301\u200b 室\u0000' } as const;
  await good(staff.call('change.make', { actId: 'act-place-1', change, reason: '\ufeff漏水\u202c', dryRun: false }));

  expect(scene.section('tea').place).toBe('301 室');
  const record = scene.emulator.database.read<{ reason?: string }>('record');
  expect(record.at(-1)!.reason).toBe('漏水');
});
