import { defineFunction } from '../door';
import { consent } from '../endpoints/member/consent';
import { data } from '../endpoints/member/data';
import { erase } from '../endpoints/member/erase';
import { eraseLook } from '../endpoints/member/erase-look';
import { follow } from '../endpoints/member/follow';
import { follows } from '../endpoints/member/follows';
import { me } from '../endpoints/member/me';
import { messages } from '../endpoints/member/messages';
import { notices } from '../endpoints/member/notices';
import { phone } from '../endpoints/member/phone';
import { readNotices } from '../endpoints/member/read-notices';
import { save } from '../endpoints/member/save';

export const main = defineFunction('member', {
  me,
  save,
  phone,
  notices,
  readNotices,
  messages,
  consent,
  follow,
  follows,
  data,
  eraseLook,
  erase,
});
