/**
 * Mini-program sign-ups are usually written like this: read the activity, count the sign-ups, look for one's own,
 * insert. Between the count and the insert others count too, so it sells more places than there are.
 */
const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
const db = cloud.database();

exports.main = async event => {
  const { OPENID } = cloud.getWXContext();
  const { data: course } = await db.collection('courses').doc(event.sectionId).get();
  const { total } = await db.collection('signups').where({ courseId: event.sectionId }).count();
  if (total >= course.capacity + course.waitlistLimit) return { ok: false, code: 'FULL' };
  const mine = await db.collection('signups').where({ courseId: event.sectionId, openid: OPENID }).count();
  if (mine.total > 0) return { ok: false, code: 'ALREADY' };
  await db.collection('signups').add({
    data: { courseId: event.sectionId, openid: OPENID, createTime: db.serverDate() },
  });
  const seated = total < course.capacity;
  const place = { state: seated ? 'SEATED' : 'WAITING', number: seated ? total + 1 : total - course.capacity + 1 };
  return { ok: true, data: { place } };
};
