import { type Environment, type Sdk, failureOf, onlyLocal, openEnvironment } from './environment';

let on: Environment;
let account: Sdk;
beforeAll(async () => {
  on = await openEnvironment('conformance_transactions', [
    { name: 'code', keys: [{ field: 'code', direction: 1 }], unique: false },
    { name: 'serial_unique', keys: [{ field: 'serial', direction: 1 }], unique: true },
  ]);
});
beforeEach(async () => {
  account = await on.empty();
  await account.add({
    data: [
      { _id: 'a', amount: 100, serial: 1 },
      { _id: 'b', amount: 100, serial: 2 },
    ],
  });
});
afterAll(() => on.close());

const inside = (transaction: Sdk) => transaction.collection(on.name);
const amount = async (id: string) => (await account.doc(id).get()).data.amount;
const CONFLICT = '[ResourceUnavailable.TransactionConflict]';

test('runTransaction commits what it wrote, and gives what the callback gave', async () => {
  const result = await on.db.runTransaction(async (transaction: Sdk) => {
    const { data } = await inside(transaction).doc('a').get();
    await inside(transaction)
      .doc('a')
      .update({ data: { amount: data.amount - 30 } });
    await inside(transaction)
      .doc('b')
      .update({ data: { amount: on._.inc(30) } });
    return 'moved';
  });

  expect(result).toBe('moved');
  expect([await amount('a'), await amount('b')]).toEqual([70, 130]);
});

test('an error in the callback rolls everything back', async () => {
  const run = on.db.runTransaction(async (transaction: Sdk) => {
    await inside(transaction)
      .doc('a')
      .update({ data: { amount: 0 } });
    throw new Error('changed my mind');
  });

  await expect(run).rejects.toThrow('changed my mind');
  expect(await amount('a')).toBe(100);
});

test('rollback gives its reason and undoes adding, setting and removing', async () => {
  const run = on.db.runTransaction(async (transaction: Sdk) => {
    await inside(transaction).add({ data: { _id: 'c', serial: 3 } });
    await inside(transaction)
      .doc('d')
      .set({ data: { amount: 1 } });
    await inside(transaction).doc('a').remove();
    await transaction.rollback('no');
  });

  await expect(run).rejects.toBe('no');
  expect((await account.get()).data.map((one: { _id: string }) => one._id)).toEqual(['a', 'b']);
});

test('startTransaction, commit', async () => {
  const transaction = await on.db.startTransaction();
  await inside(transaction)
    .doc('a')
    .update({ data: { amount: 1 } });

  expect(await amount('a')).toBe(100);
  await transaction.commit();
  expect(await amount('a')).toBe(1);
});

test('startTransaction, rollback', async () => {
  const transaction = await on.db.startTransaction();
  await inside(transaction)
    .doc('a')
    .update({ data: { amount: 1 } });
  await transaction.rollback();

  expect(await amount('a')).toBe(100);
});

test('a transaction sees its own writes, others do not', async () => {
  const transaction = await on.db.startTransaction();
  await inside(transaction)
    .doc('a')
    .update({ data: { amount: 1 } });
  await inside(transaction).add({ data: { _id: 'c', amount: 1 } });
  await inside(transaction).doc('b').remove();

  const seen = await inside(transaction).where({ amount: 1 }).get();
  expect(seen.data.map((one: { _id: string }) => one._id)).toEqual(['a', 'c']);
  expect((await account.where({ amount: 1 }).get()).data).toEqual([]);
  expect((await account.doc('b').get()).data.amount).toBe(100);
  await transaction.rollback();
});

test('a transaction sees the moment of its first read, whatever others write', async () => {
  const transaction = await on.db.startTransaction();
  await inside(transaction).doc('a').get();
  await account.doc('b').update({ data: { amount: 7 } });
  await account.doc('a').remove();
  await account.add({ data: { _id: 'c', amount: 100 } });

  const { data } = await inside(transaction).where({ amount: 100 }).get();
  expect(data.map((one: { _id: string }) => one._id)).toEqual(['a', 'b']);
  expect((await inside(transaction).doc('b').get()).data.amount).toBe(100);
  await transaction.rollback();
});

test('the second transaction that writes a document fails at once, and the first one goes through', async () => {
  const first = await on.db.startTransaction();
  const second = await on.db.startTransaction();
  await inside(first)
    .doc('a')
    .update({ data: { amount: 1 } });

  const { errCode, errMsg } = await failureOf(
    inside(second)
      .doc('a')
      .update({ data: { amount: 2 } }),
  );

  expect(errCode).toBe(-501001);
  expect(errMsg).toContain(
    `${CONFLICT} Transaction is conflict, maybe resource operated by others. Please check your request, but if the problem persists, contact us.`,
  );
  await first.commit();
  expect(await amount('a')).toBe(1);
});

test('a document that somebody wrote after the snapshot is a conflict, too', async () => {
  const transaction = await on.db.startTransaction();
  await inside(transaction).doc('a').get();
  await account.doc('a').update({ data: { amount: 50 } });

  const { errMsg } = await failureOf(
    inside(transaction)
      .doc('a')
      .update({ data: { amount: 1 } }),
  );

  expect(errMsg).toContain(CONFLICT);
  expect(await amount('a')).toBe(50);
});

test('two transactions that add the same _id: the second one conflicts', async () => {
  const first = await on.db.startTransaction();
  const second = await on.db.startTransaction();
  await inside(first).add({ data: { _id: 'c' } });

  const { errMsg } = await failureOf(inside(second).add({ data: { _id: 'c' } }));

  expect(errMsg).toContain(CONFLICT);
  await first.commit();
});

test('two transactions that want the same unique value: the second one conflicts', async () => {
  const first = await on.db.startTransaction();
  const second = await on.db.startTransaction();
  await inside(first).add({ data: { _id: 'c', serial: 9 } });

  const { errMsg } = await failureOf(inside(second).add({ data: { _id: 'd', serial: 9 } }));

  expect(errMsg).toContain(CONFLICT);
  await first.commit();
});

test('within a transaction a unique value may change hands', async () => {
  await on.db.runTransaction(async (transaction: Sdk) => {
    await inside(transaction)
      .doc('a')
      .update({ data: { serial: 3 } });
    await inside(transaction)
      .doc('b')
      .update({ data: { serial: 1 } });
  });

  const { data } = await account.where({ serial: 1 }).get();
  expect(data.map((one: { _id: string }) => one._id)).toEqual(['b']);
});

test('within a transaction a unique value that is taken is refused', async () => {
  const transaction = await on.db.startTransaction();

  const { errMsg } = await failureOf(
    inside(transaction)
      .doc('a')
      .update({ data: { serial: 2 } }),
  );

  expect(errMsg).toContain('E11000');
  await transaction.rollback();
});

test('a plain update of a locked document waits, then sees what was committed', async () => {
  const transaction = await on.db.startTransaction();
  await inside(transaction)
    .doc('a')
    .update({ data: { amount: 10 } });
  let done = false;
  const plain = account
    .doc('a')
    .update({ data: { amount: on._.inc(5) } })
    .then(() => (done = true));
  await account.doc('b').get();

  expect(done).toBe(false);
  await transaction.commit();
  await plain;
  expect(await amount('a')).toBe(15);
});

test('a guarded update that waited is judged by what was committed', async () => {
  const transaction = await on.db.startTransaction();
  await inside(transaction)
    .doc('a')
    .update({ data: { amount: 0 } });
  const guarded = account.where({ _id: 'a', amount: on._.gt(0) }).update({ data: { amount: on._.inc(-1) } });
  await account.doc('b').get();
  await transaction.commit();

  expect((await guarded).stats.updated).toBe(0);
  expect(await amount('a')).toBe(0);
});

test('money moved by eight transactions at once, retried by their text, is neither lost nor made', async () => {
  const move = async (from: string, to: string): Promise<void> => {
    try {
      await on.db.runTransaction(async (transaction: Sdk) => {
        const source = (await inside(transaction).doc(from).get()).data.amount;
        const target = (await inside(transaction).doc(to).get()).data.amount;
        await inside(transaction)
          .doc(from)
          .update({ data: { amount: source - 1 } });
        await inside(transaction)
          .doc(to)
          .update({ data: { amount: target + 1 } });
      });
    } catch (error) {
      if (!String((error as { errMsg: string }).errMsg).includes(CONFLICT)) throw error;
      await new Promise(resolve => setTimeout(resolve, Math.random() * 20));
      return move(from, to);
    }
  };

  await Promise.all(Array.from({ length: 8 }, (_, n) => (n % 4 === 0 ? move('b', 'a') : move('a', 'b'))));

  expect([await amount('a'), await amount('b')]).toEqual([96, 104]);
});

test('the control: the same without a transaction loses money', async () => {
  const move = async (from: string, to: string): Promise<void> => {
    const source = await amount(from);
    const target = await amount(to);
    await account.doc(from).update({ data: { amount: source - 1 } });
    await account.doc(to).update({ data: { amount: target + 1 } });
  };

  await Promise.all(Array.from({ length: 8 }, (_, n) => (n % 4 === 0 ? move('b', 'a') : move('a', 'b'))));

  expect([await amount('a'), await amount('b')]).not.toEqual([96, 104]);
});

test('a transaction that has ended takes nothing more', async () => {
  const transaction = await on.db.startTransaction();
  await inside(transaction).doc('a').get();
  await transaction.commit();

  const { errCode, errMsg } = await failureOf(
    inside(transaction)
      .doc('a')
      .update({ data: { amount: 0 } }),
  );

  expect(errCode).toBe(-501001);
  expect(errMsg).toContain(
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. Please check your request, but if the problem persists, contact us.',
  );
  expect(await amount('a')).toBe(100);
});

onlyLocal('a real environment’s clock cannot be moved')('a transaction lives 30 seconds', async () => {
  const transaction = await on.db.startTransaction();
  await inside(transaction)
    .doc('a')
    .update({ data: { amount: 0 } });
  on.advance(30_000);

  const { errMsg } = await failureOf(
    inside(transaction)
      .doc('a')
      .update({ data: { amount: 0 } }),
  );

  expect(errMsg).toContain(
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. Please check your request, but if the problem persists, contact us.',
  );
  expect(await amount('a')).toBe(100);
});

onlyLocal('a real environment’s clock cannot be moved')(
  'a lock of a transaction that is too old keeps nobody waiting',
  async () => {
    const transaction = await on.db.startTransaction();
    await inside(transaction)
      .doc('a')
      .update({ data: { amount: 0 } });
    on.advance(30_000);

    await account.doc('a').update({ data: { amount: on._.inc(1) } });

    expect(await amount('a')).toBe(101);
  },
);
