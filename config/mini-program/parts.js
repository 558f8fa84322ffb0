/**
 * A list of 60 classes is a tree of 100 KB. WeChat sends what `setData` gets in one piece to the thread that draws, and
 * nothing is drawn or tapped while that piece is under way. So a large tree is sent in parts, the upper rows first.
 * WeChat advises less than 256 KB in all: https://developers.weixin.qq.com/miniprogram/dev/framework/performance/tips/runtime_setData.html
 */
const MOST = 20 * 1024;

const lengthOf = value => JSON.stringify(value).length;

/**
 * Cuts what `setData` would send. One after the other, the parts do the same as the whole. Lengths are in characters
 * of JSON. A Chinese character has three bytes, so a part has at most 60 KB. A single text is never cut.
 * @param {Record<string, unknown>} data values by their paths in the tree
 * @returns {Record<string, unknown>[]}
 */
function partsOf(data, most = MOST) {
  const parts = [];
  let left = 0;
  const put = (path, value, length) => {
    if (length > left || parts.length === 0) {
      parts.push({});
      left = most;
    }
    parts[parts.length - 1][path] = value;
    left -= length;
  };
  const add = (path, value) => {
    const length = path.length + lengthOf(value) + 4;
    if (length <= most || typeof value !== 'object' || value === null) return put(path, value, length);
    if (Array.isArray(value)) {
      put(path, [], path.length + 6);
      return value.forEach((one, index) => add(`${path}.[${index}]`, one));
    }
    const { large, small } = bySize(value, most / 4);
    put(path, small, path.length + lengthOf(small) + 4);
    Object.keys(large).forEach(name => add(`${path}.${name}`, large[name]));
  };
  // What belongs to the whole page goes first, such as the drawings that its rows share.
  const depth = path => path.split('.').length;
  Object.keys(data)
    .sort((a, b) => depth(a) - depth(b))
    .forEach(path => add(path, data[path]));
  return parts;
}

function bySize(value, limit) {
  const large = {};
  const small = {};
  Object.keys(value).forEach(name => {
    (lengthOf(value[name]) > limit ? large : small)[name] = value[name];
  });
  return { large, small };
}

/** A page of WeChat whose `setData` sends in parts. */
function inParts(page) {
  return {
    setData: (data, done) => {
      const parts = partsOf(data);
      parts.forEach((part, index) => page.setData(part, index === parts.length - 1 ? done : undefined));
    },
  };
}

module.exports = { partsOf, inParts };
