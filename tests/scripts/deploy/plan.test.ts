import { NOTHING, type Found, type FoundFunction } from '../../../scripts/deploy/found';
import { missingIn } from '../../../scripts/deploy/missing';
import { planOf } from '../../../scripts/deploy/plan';
import { sayPlan } from '../../../scripts/deploy/say';
import { index, TEMPLATES, WANTED } from './small';

const ALL = { SUBSCRIBE_TEMPLATES: TEMPLATES };

const line: FoundFunction = {
  status: 'Active',
  runtime: 'Nodejs20.19',
  memory: 256,
  timeout: 5,
  timers: [],
  variables: { HG_BUILD: 'aaaa' },
};
const tell: FoundFunction = {
  ...line,
  timeout: 60,
  timers: [{ name: 'tell', cron: '0 * * * * * *', on: true }],
  variables: { HG_BUILD: 'bbbb', SUBSCRIBE_TEMPLATES: TEMPLATES },
};
const WHOLE: Found = {
  functions: { line, tell },
  collections: {
    members: { indexes: [index('_id_', '_id', 1, true), index('phone')], closed: true },
    rolls: { indexes: [index('sectionId'), index('noShows')], closed: true },
  },
};
const withFunction = (name: string, change: Partial<FoundFunction>): Found => ({
  ...WHOLE,
  functions: { ...WHOLE.functions, [name]: { ...WHOLE.functions[name]!, ...change } },
});
const withCollection = (name: string, change: object): Found => ({
  ...WHOLE,
  collections: { ...WHOLE.collections, [name]: { ...WHOLE.collections[name]!, ...change } },
});

describe('the plan of a deployment', () => {
  test('an empty environment gets collections, closed before anything else, then indexes, and functions last', () => {
    const { steps, needs } = planOf(WANTED, NOTHING, ALL);

    expect(steps.map(step => step.do)).toEqual([
      ...['create-collection', 'close-rule', 'create-index'],
      ...['create-collection', 'close-rule', 'create-index', 'create-index'],
      ...['create-function', 'create-function'],
    ]);
    expect(steps.at(-1)).toEqual({
      do: 'create-function',
      function: 'tell',
      timers: [{ name: 'tell', cron: '0 * * * * * *' }],
      variables: { SUBSCRIBE_TEMPLATES: TEMPLATES, HG_BUILD: 'bbbb' },
    });
    expect(needs).toEqual([]);
  });

  test('where all is as wanted there is nothing to do', () => {
    expect(planOf(WANTED, WHOLE, ALL)).toEqual({ steps: [], needs: [] });
    // And the variable need not be given again by whoever deploys next.
    expect(planOf(WANTED, WHOLE)).toEqual({ steps: [], needs: [] });
  });

  test.each<[string, Partial<FoundFunction>, object[]]>([
    ['other code', { variables: { HG_BUILD: 'old' } }, [{ kind: 'code' }]],
    ['code of unknown origin', { variables: {} }, [{ kind: 'code' }]],
    ['an update that failed', { status: 'UpdateFailed' }, [{ kind: 'code' }]],
    ['less memory', { memory: 128 }, [{ kind: 'memory', is: 128, wanted: 256 }]],
    ["the platform's three seconds", { timeout: 3 }, [{ kind: 'timeout', is: 3, wanted: 5 }]],
  ])('a function with %s is updated', (_, change, differs) => {
    expect(planOf(WANTED, withFunction('line', change), ALL).steps).toMatchObject([
      { do: 'update-function', function: 'line', differs },
    ]);
  });

  test('variables that somebody set in the console survive an update, because the platform replaces them all', () => {
    const found = withFunction('line', { memory: 128, variables: { HG_BUILD: 'aaaa', THEIRS: 'x' } });

    const [step] = planOf(WANTED, found, ALL).steps;

    expect(step).toMatchObject({ variables: { THEIRS: 'x', HG_BUILD: 'aaaa' } });
  });

  test('a timer at other times is removed before it is made anew; one that is right is not touched', () => {
    const found = withFunction('tell', { timers: [{ name: 'tell', cron: '0 0 * * * * *', on: true }] });

    expect(planOf(WANTED, found, ALL).steps).toMatchObject([
      { do: 'drop-timer', function: 'tell', timer: { name: 'tell', cron: '0 0 * * * * *' } },
      { do: 'update-function', function: 'tell', timers: [{ name: 'tell', cron: '0 * * * * * *' }] },
    ]);
    expect(planOf(WANTED, withFunction('tell', { memory: 128 }), ALL).steps).toMatchObject([
      { do: 'update-function', function: 'tell', timers: [] },
    ]);
  });

  test('an open collection is closed', () => {
    expect(planOf(WANTED, withCollection('members', { closed: false }), ALL).steps).toEqual([
      { do: 'close-rule', collection: 'members' },
    ]);
  });

  test('an index counts by its keys, not by its name; one that is in the way goes first', () => {
    const renamed = withCollection('members', { indexes: [index('made by hand', 'phone')] });
    const unique = withCollection('members', { indexes: [index('phone', 'phone', 1, true)] });
    const otherKeys = withCollection('members', { indexes: [index('phone', 'name')] });

    expect(planOf(WANTED, renamed, ALL).steps).toEqual([]);
    for (const found of [unique, otherKeys])
      expect(planOf(WANTED, found, ALL).steps).toEqual([
        { do: 'drop-index', collection: 'members', index: 'phone' },
        { do: 'create-index', collection: 'members', index: index('phone') },
      ]);
  });

  test('what only a person can do is named and no step pretends to do it', () => {
    expect(planOf(WANTED, withFunction('line', { runtime: 'Nodejs8.9' }), ALL)).toEqual({
      steps: [],
      needs: [{ need: 'runtime', function: 'line', is: 'Nodejs8.9', wanted: 'Nodejs20.19' }],
    });
    expect(planOf(WANTED, withFunction('line', { status: 'CreateFailed' }), ALL)).toEqual({
      steps: [],
      needs: [{ need: 'remove-failed', function: 'line' }],
    });
    const off = withFunction('tell', { timers: [{ name: 'tell', cron: '0 * * * * * *', on: false }] });
    expect(planOf(WANTED, off, ALL)).toEqual({
      steps: [],
      needs: [{ need: 'timer-on', function: 'tell', timer: 'tell' }],
    });
    expect(planOf(WANTED, NOTHING).needs).toEqual([
      { need: 'variable', name: 'SUBSCRIBE_TEMPLATES', functions: ['tell'] },
    ]);
  });
});

describe('in words', () => {
  test('the plan names everything but the values of variables', () => {
    const words = sayPlan(planOf(WANTED, NOTHING, ALL), WANTED.functions);

    expect(words).toContain('要做 9 步：');
    expect(words).toContain('4. 建集合 rolls');
    expect(words).toContain('给集合 rolls 建索引 noShows（noShows 升）');
    expect(words).toContain(
      '新建函数 tell（Nodejs20.19，256 MB，60 秒，定时器 tell（0 * * * * * *），环境变量 SUBSCRIBE_TEMPLATES、HG_BUILD）',
    );
    expect(words).not.toContain('p-1');
    expect(sayPlan({ steps: [], needs: [] }, [])).toBe('都已经是要的样子，没有要做的。');
  });

  test('the doctor says each thing once', () => {
    const found: Found = {
      functions: { line, tell: { ...tell, timers: [], variables: { HG_BUILD: 'bbbb' } } },
      collections: { members: { indexes: [], closed: false } },
    };

    expect(missingIn(planOf(WANTED, found))).toEqual([
      '集合 members 的权限不是“仅云函数”：小程序里的人能直接读写它。',
      '索引 members.phone 没有，或者不一样。',
      '缺集合 rolls。',
      '定时器 tell 没有，或者时间不对（函数 tell，应该是 0 * * * * * *）。',
      '环境变量 SUBSCRIBE_TEMPLATES 没有设（函数 tell）：通知只进小程序的消息，不会发到微信。',
    ]);
    expect(missingIn(planOf(WANTED, { ...WHOLE, functions: { tell } }))).toEqual(['函数 line 还没部署。']);
    expect(missingIn(planOf(WANTED, WHOLE))).toEqual([]);
  });
});
