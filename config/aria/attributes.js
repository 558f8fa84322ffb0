/**
 * Taro's templates carry no aria attributes: what is named here is written into the WXML (at build time) and sent by
 * the runtime (on the phone). WeChat reads `aria-role` where HTML reads `role`.
 */
const attributes = {
  'aria-role': '',
  'aria-label': '',
  'aria-hidden': '',
  'aria-live': '',
  'aria-disabled': '',
  'aria-checked': '',
  'aria-selected': '',
};

module.exports = { View: attributes, Image: { 'aria-label': '', 'aria-hidden': '' } };
