/** The control: a rating as it is usually kept: the sheet at the end of the list, as the rater is. */
const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV, keepalive: true });
const db = cloud.database();
const { command: _ } = db;

exports.main = async ({ sectionId, memberId, sheet }) => {
  const book = db.collection('ratings').where({ _id: sectionId, raters: _.neq(memberId) });
  const { stats } = await book.update({
    data: { raters: _.push([memberId]), raterCount: _.inc(1), sheets: _.push([sheet]) },
  });
  return { already: stats.updated === 0 };
};
