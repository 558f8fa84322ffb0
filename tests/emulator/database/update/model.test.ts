import fc from 'fast-check';
import { compileQuery } from '../../../../emulator/database/query';
import { compileUpdate } from '../../../../emulator/database/update/apply';

interface State {
  n: number;
  list: number[];
  inside: { word: string; list: { id: number }[] };
}

/** An update, and what it does to a plain object that is simply changed in place. */
interface Step {
  update: object;
  change(state: State): void;
}

const number = fc.integer({ min: 0, max: 9 });
const numbers = fc.array(number, { maxLength: 3 });
const step: fc.Arbitrary<Step> = fc.oneof(
  number.map(by => ({ update: { $inc: { n: by } }, change: (state: State) => void (state.n += by) })),
  number.map(to => ({ update: { $set: { n: to } }, change: (state: State) => void (state.n = to) })),
  fc.string().map(word => ({
    update: { $set: { 'inside.word': word } },
    change: (state: State) => void (state.inside.word = word),
  })),
  numbers.map(list => ({ update: { $set: { list } }, change: (state: State) => void (state.list = [...list]) })),
  numbers.map(each => ({
    update: { $push: { list: { $each: each } } },
    change: (state: State) => void state.list.push(...each),
  })),
  fc
    .tuple(numbers, fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 6 }))
    .map(([each, $position, $slice]) => ({
      update: { $push: { list: { $each: each, $position, $slice } } },
      change(state: State) {
        state.list.splice($position, 0, ...each);
        state.list.length = Math.min(state.list.length, $slice);
      },
    })),
  number.map(id => ({
    update: { $push: { 'inside.list': { id } } },
    change: (state: State) => void state.inside.list.push({ id }),
  })),
  number.map(one => ({
    update: { $pull: { list: one } },
    change: (state: State) => void (state.list = state.list.filter(item => item !== one)),
  })),
  number.map(id => ({
    update: { $pull: { 'inside.list': { id } }, $inc: { n: 1 } },
    change(state: State) {
      state.inside.list = state.inside.list.filter(item => item.id !== id);
      state.n++;
    },
  })),
);

const copyOf = (state: State): State => JSON.parse(JSON.stringify(state)) as State;

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
}

test('any sequence of $inc, $set, $push and $pull does what plain assignments do, and touches no earlier version', () => {
  const all = compileQuery({});
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), steps => {
      const model: State = { n: 0, list: [], inside: { word: '', list: [] } };
      let document: object = deepFreeze({ _id: 'd', ...copyOf(model) });
      for (const { update, change } of steps) {
        document = deepFreeze(compileUpdate(update).apply(document as never, all));
        change(model);
      }
      expect(document).toEqual({ _id: 'd', ...model });
    }),
  );
});
