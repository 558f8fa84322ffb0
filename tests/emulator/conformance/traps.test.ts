import { type Environment, type Sdk, failureOf, onlyLocal, openEnvironment } from './environment';

/** What surprises in the real SDK and service, and what our code must therefore not rely on. */
let on: Environment;
let account: Sdk;
beforeAll(async () => {
  on = await openEnvironment('conformance_traps');
});
beforeEach(async () => {
  account = await on.empty();
  await account.add({
    data: [
      { _id: 'a', amount: 100 },
      { _id: 'b', amount: 100 },
    ],
  });
});
afterAll(() => on.close());

const inside = (transaction: Sdk) => transaction.collection(on.name);
const amount = async (id: string) => (await account.doc(id).get()).data.amount;

test('runTransaction does not retry a conflict at an operation', async () => {
  const holder = await on.db.startTransaction();
  await inside(holder)
    .doc('a')
    .update({ data: { amount: 1 } });
  let runs = 0;

  const { errCode, errMsg } = await failureOf(
    on.db.runTransaction(async (transaction: Sdk) => {
      runs++;
      await inside(transaction)
        .doc('a')
        .update({ data: { amount: 2 } });
    }),
  );

  expect(runs).toBe(1);
  expect(errCode).toBe(-501001);
  expect(errMsg).toContain('[ResourceUnavailable.TransactionConflict]');
  await holder.rollback();
});

onlyLocal('only the emulator can be made to conflict at commit time')(
  'runTransaction retries a conflict at commit time',
  async () => {
    let runs = 0;

    await on.db.runTransaction(async (transaction: Sdk) => {
      await inside(transaction)
        .doc('a')
        .update({ data: { amount: on._.inc(1) } });
      // A writer that heeds no lock, as the import of the emulator does.
      if (++runs === 1) await on.database.import(on.name, [{ _id: 'a', amount: 50 }]);
    });

    expect(runs).toBe(2);
    expect(await amount('a')).toBe(51);
  },
);

/** Built at run time: the lint rule that keeps this out of our code would rightly refuse it here. */
const whereInside = (transaction: Sdk, condition: object): Sdk => inside(transaction)['where'](condition);

test('where().update() in a transaction runs outside of it and survives the rollback', async () => {
  const transaction = await on.db.startTransaction();
  await whereInside(transaction, { _id: 'a' }).update({ data: { amount: 1 } });

  expect(await amount('a')).toBe(1);
  await transaction.rollback();
  expect(await amount('a')).toBe(1);
});

test('where().remove() in a transaction runs outside of it and survives the rollback', async () => {
  const transaction = await on.db.startTransaction();
  await whereInside(transaction, { _id: 'a' }).remove();
  await transaction.rollback();

  expect((await account.count()).total).toBe(1);
});

test('where().count() in a transaction counts what is outside of it', async () => {
  const transaction = await on.db.startTransaction();
  await inside(transaction).add({ data: { _id: 'c' } });

  expect((await whereInside(transaction, { _id: on._.exists(true) }).count()).total).toBe(2);
  await transaction.rollback();
});

test('where().get() in a transaction does run in it', async () => {
  const transaction = await on.db.startTransaction();
  await inside(transaction).add({ data: { _id: 'c', amount: 100 } });

  expect((await whereInside(transaction, { amount: 100 }).get()).data).toHaveLength(3);
  await transaction.rollback();
});

test('an update with an object merges it, set() does not', async () => {
  await account.doc('a').update({ data: { facts: { x: 1, y: 1 } } });
  await account.doc('a').update({ data: { facts: { x: 2 } } });
  expect((await account.doc('a').get()).data.facts).toEqual({ x: 2, y: 1 });

  await account.doc('a').update({ data: { facts: on._.set({ x: 3 }) } });
  expect((await account.doc('a').get()).data.facts).toEqual({ x: 3 });
});

test('a duplicate _id is -502001, and only its text says why', async () => {
  const { errCode, errMsg } = await failureOf(account.add({ data: { _id: 'a' } }));

  expect(errCode).toBe(-502001);
  expect(errMsg).toContain('E11000');
  expect(await amount('a')).toBe(100);
});

test('stats.updated counts documents that changed, not documents that matched', async () => {
  expect((await account.where({ amount: 100 }).update({ data: { amount: 100 } })).stats.updated).toBe(0);
});

test('in a transaction a document that is not there fails like outside of it', async () => {
  const transaction = await on.db.startTransaction();

  expect((await failureOf(inside(transaction).doc('none').get())).errCode).toBe(-1);
  await transaction.rollback();
});
