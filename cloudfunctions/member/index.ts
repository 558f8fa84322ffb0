import { defineFunction } from '../door';
import { consent } from '../endpoints/member/consent';
import { follow } from '../endpoints/member/follow';
import { follows } from '../endpoints/member/follows';
import { me } from '../endpoints/member/me';
import { messages } from '../endpoints/member/messages';
import { notices } from '../endpoints/member/notices';
import { readNotices } from '../endpoints/member/read-notices';
import { save } from '../endpoints/member/save';

export const main = defineFunction('member', { me, save, notices, readNotices, messages, consent, follow, follows });
