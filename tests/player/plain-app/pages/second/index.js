const { happened } = getApp();
const tell = name => value => happened.push(`second ${name}${value && value.a ? ' ' + value.a : ''}`);

Page({
  onLoad: tell('load'),
  onShow: tell('show'),
  onReady: tell('ready'),
  onHide: tell('hide'),
  onUnload: tell('unload'),
});
