const { happened } = getApp();
const tell = name => () => happened.push(`first ${name}`);

const NAMES = `window document self location navigator localStorage fetch XMLHttpRequest WebSocket indexedDB
  importScripts postMessage caches performance crypto structuredClone queueMicrotask URL TextEncoder Blob
  OffscreenCanvas requestAnimationFrame`.split(/\s+/);
const reached = run => {
  try {
    return typeof run() !== 'undefined';
  } catch {
    return false;
  }
};

Page({
  data: { said: '', items: [{ name: 'a' }, { name: 'b' }], isOpen: false },
  onLoad: tell('load'),
  onShow: tell('show'),
  onReady: tell('ready'),
  onHide: tell('hide'),
  onUnload: tell('unload'),
  say(said) {
    this.setData({ said: typeof said === 'string' ? said : JSON.stringify(said) });
  },
  globals() {
    const seen = NAMES.filter(name => reached(() => globalThis[name]));
    const made = [
      () => Function('return 1')(),
      () => (0, eval)('1'),
      () => (() => 0).constructor('return 1')(),
      () => (async () => 0).constructor('return 1'),
      () => setTimeout('1'),
    ].filter(reached);
    this.say({ seen, made: made.length, byName: [typeof window, typeof document, typeof XMLHttpRequest] });
  },
  deep() {
    const answers = [];
    const step = left => {
      if (left === 0) return this.say(answers);
      wx.navigateTo({
        url: '/pages/second/index?n=' + left,
        fail: ({ errMsg }) => answers.push(errMsg),
        complete: () => step(left - 1),
      });
    };
    step(11);
  },
  refused() {
    const calls = [
      () => wx.navigateTo({ url: '/pages/tab/index' }),
      () => wx.redirectTo({ url: '/pages/tab/index' }),
      () => wx.switchTab({ url: '/pages/second/index' }),
      () => wx.navigateTo({ url: '/pages/nowhere/index' }),
      () => wx.navigateBack(),
      () => wx.getLocation(),
      () => wx.chooseMedia(),
      () => wx.removeStorage({ key: 'none' }).then(() => wx.getStorage({ key: 'none' })),
      () => wx.getFileSystemManager().readFileSync('wxfile://usr/none'),
      () => wx.getFileSystemManager().writeFileSync('/etc/x', 'x'),
    ];
    Promise.all(
      calls.map(call =>
        Promise.resolve()
          .then(call)
          .then(
            () => 'went through',
            error => error.errMsg,
          ),
      ),
    ).then(said => this.say(said));
  },
  storage() {
    const said = [];
    const attempt = run => {
      try {
        run();
      } catch (error) {
        said.push(error.errMsg);
      }
    };
    const kept = { list: [1] };
    wx.setStorageSync('kept', kept);
    kept.list.push(2);
    said.push(wx.getStorageSync('kept').list.length, wx.getStorageSync('none'));
    attempt(() => wx.setStorageSync('big', 'x'.repeat(1024 * 1024)));
    for (let i = 0; i < 11; i++) attempt(() => wx.setStorageSync('part' + i, 'x'.repeat(1000 * 1024)));
    this.say(said);
  },
  large() {
    this.setData({ said: 'x'.repeat(1024 * 1024) });
    setTimeout(() => this.say('after'), 50);
  },
  story() {
    this.say(happened);
  },
  second: () => wx.navigateTo({ url: '../second/index?a=1' }),
  more() {
    this.setData({ 'items[0].name': 'A', 'items[2]': { name: 'c' }, isOpen: true });
  },
  inner: event => happened.push(`inner ${event.currentTarget.dataset.name}`),
  outer: event => happened.push(`outer by ${event.target.dataset.name}`),
  caught: () => happened.push('caught'),
  typed({ detail }) {
    this.say(detail.value);
  },
  subscribe() {
    const ask = () => wx.requestSubscribeMessage({ tmplIds: ['t1'] });
    const words = asked =>
      asked.then(
        answer => answer.t1,
        error => error.errMsg,
      );
    words(ask()).then(now => setTimeout(() => words(ask()).then(later => this.say([now, later])), 100));
  },
  copy() {
    wx.setClipboardData({ data: 'x' }).then(
      () => this.say('copied'),
      error => this.say(error.errMsg),
    );
  },
});
