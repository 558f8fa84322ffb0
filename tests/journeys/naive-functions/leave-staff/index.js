/** The control: look whether somebody else is staff, then go, in one transaction that writes to nobody else. */
const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV, keepalive: true });
const db = cloud.database();
const PAUSE_MS = 10;

/** Until both have looked: the race needs no luck, and no load hides it. */
async function bothHaveLooked(memberId) {
  const looked = db.collection('members').where({ looked: true });
  await db.collection('members').add({ data: { _id: `${memberId}-looked`, looked: true } });
  while ((await looked.count()).total < 2) await new Promise(resolve => setTimeout(resolve, PAUSE_MS));
}

exports.main = async ({ memberId, otherId }) =>
  db.runTransaction(async transaction => {
    const { data: other } = await transaction.collection('members').doc(otherId).get();
    if (!other) return { state: 'LAST_STAFF' };
    await bothHaveLooked(memberId);
    await transaction.collection('members').doc(memberId).remove();
    return { state: 'GONE' };
  });
