/**
 * Taro's templates carry no aria attributes: what is named here is written into the WXML (at build time) and sent by
 * the runtime (on the phone). WeChat reads `aria-role` where HTML reads `role`.
 */
const spoken = {
  'aria-role': '',
  'aria-label': '',
  'aria-hidden': '',
  'aria-live': '',
  'aria-disabled': '',
  'aria-checked': '',
  'aria-selected': '',
};
const label = { 'aria-label': '' };

module.exports = {
  View: spoken,
  Image: { 'aria-label': '', 'aria-hidden': '' },
  Input: label,
  Textarea: label,
  Picker: label,
};
