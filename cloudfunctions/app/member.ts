import type { Endpoints } from '../../server/base/door';
import { consent } from '../../server/telling/consent';
import { data } from '../../server/privacy/data';
import { erase } from '../../server/privacy/erase';
import { eraseLook } from '../../server/privacy/erase-look';
import { follow } from '../../server/telling/follow';
import { followClass } from '../../server/telling/follow-class';
import { followedClasses } from '../../server/telling/followed-classes';
import { follows } from '../../server/telling/follows';
import { me } from '../../server/people/me';
import { messages } from '../../server/telling/messages';
import { notices } from '../../server/telling/notices';
import { phone } from '../../server/people/phone';
import { readNotices } from '../../server/telling/read-notices';
import { reminders } from '../../server/telling/reminders';
import { save } from '../../server/people/save';

export const member: Endpoints<'app', 'member'> = {
  me,
  save,
  phone,
  notices,
  readNotices,
  messages,
  consent,
  follow,
  follows,
  followClass,
  followedClasses,
  reminders,
  data,
  eraseLook,
  erase,
};
