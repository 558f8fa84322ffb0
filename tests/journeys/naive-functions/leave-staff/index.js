/** The control: look whether somebody else is staff, then go, in one transaction that writes to nobody else. */
const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV, keepalive: true });
const db = cloud.database();
const THINKING_MS = 60;

exports.main = async ({ memberId, otherId }) =>
  db.runTransaction(async transaction => {
    const { data: other } = await transaction.collection('members').doc(otherId).get();
    if (!other) return { state: 'LAST_STAFF' };
    await new Promise(resolve => setTimeout(resolve, THINKING_MS));
    await transaction.collection('members').doc(memberId).remove();
    return { state: 'GONE' };
  });
