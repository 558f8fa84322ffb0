/**
 * Something that the app asks of the phone or of WeChat. Each is asked for only at the act that needs it. The text also
 * says what still works without it.
 */
export interface Asked {
  title: string;
  why: string;
  without: string;
}

/**
 * Keyed by WeChat's name for the interface (`referrer` of wx.onNeedPrivacyAuthorization), or the beginning of that
 * name.
 */
export const ASKED: Record<string, Asked> = {
  getPhoneNumber: {
    title: '手机号',
    why: '填资料时用微信的手机号，少打 11 个数字',
    without: '您可以自己填手机号，别的不受影响',
  },
  getLocation: {
    title: '位置',
    why: '签到时给老师参考离教室多远',
    without: '不开位置照样签到',
  },
  addPhoneCalendar: {
    title: '日历',
    why: '把您的课加到手机日历，只写不读',
    without: '课表在“我的课”里都有',
  },
  setClipboardData: {
    title: '剪贴板',
    why: '把上课地点复制出来，好在地图里找',
    without: '地点写在页面上，可以自己记',
  },
  chooseMessageFile: {
    title: '选中的文件',
    why: '工作人员上传课程表',
    without: '不影响职工报名和上课',
  },
  chooseMedia: {
    title: '选中的照片',
    why: '老师和工作人员放班级群的二维码',
    without: '不影响报名和上课，群可以当面加',
  },
  saveImageToPhotosAlbum: {
    title: '相册（只存不看）',
    why: '把海报和小程序码存到手机里',
    without: '海报和码仍可以在页面上看',
  },
};

/** The entry for an interface of WeChat such as `button.getPhoneNumber`, `getLocation` or `wx.addPhoneCalendar`. */
export const askedBy = (referrer: string): Asked | undefined =>
  Object.entries(ASKED).find(([name]) => referrer.toLowerCase().includes(name.toLowerCase()))?.[1];
