const happened = [];
const note = name => () => happened.push(name);

App({
  happened,
  onLaunch: ({ path, scene }) => happened.push(`launch ${path} ${scene}`),
  onShow: note('app show'),
  onHide: note('app hide'),
});
