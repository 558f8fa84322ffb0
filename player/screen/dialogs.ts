type Options = Record<string, unknown>;
type Result = Record<string, unknown>;

/** What a person was asked and refused, in the words that WeChat puts after `fail`. */
export class Declined extends Error {
  constructor(
    words: string,
    readonly errCode?: number,
  ) {
    super(words);
  }
}

const make = <K extends keyof HTMLElementTagNameMap>(
  name: K,
  className: string,
  text = '',
): HTMLElementTagNameMap[K] => {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
};

/** Shows a question over the page. Resolves with the name of the chosen button. */
function question(
  what: string,
  title: string,
  body: (string | HTMLElement)[],
  buttons: [name: string, label: string][],
): Promise<string> {
  const veil = make('div', 'veil');
  const box = make('div', `dialog dialog--${what}`);
  veil.dataset.asked = what;
  box.setAttribute('role', 'alertdialog');
  box.setAttribute('aria-label', title);
  if (title) box.append(make('div', 'dialog__title', title));
  for (const one of body) box.append(typeof one === 'string' ? make('div', 'dialog__text', one) : one);
  const row = make('div', 'dialog__buttons');
  box.append(row);
  veil.append(box);
  return new Promise(resolve => {
    for (const [name, label] of buttons) {
      const button = make('button', `dialog__button dialog__button--${name}`, label);
      button.addEventListener('click', () => {
        veil.remove();
        resolve(name);
      });
      row.append(button);
    }
    document.getElementById('over')!.append(veil);
  });
}

async function confirmed(
  what: string,
  title: string,
  body: (string | HTMLElement)[],
  yes = '允许',
  no = '拒绝',
): Promise<boolean> {
  return (
    (await question(what, title, body, [
      ['no', no],
      ['yes', yes],
    ])) === 'yes'
  );
}

const input = (type: string, value = ''): HTMLInputElement =>
  Object.assign(make('input', 'dialog__input'), { type, value });

async function filled(what: string, title: string, type: string, value = ''): Promise<string> {
  const field = input(type, value);
  if (!(await confirmed(what, title, [field], '确定', '取消'))) throw new Declined('cancel');
  return field.value;
}

const SCOPES: Record<string, string> = {
  'scope.writePhotosAlbum': '保存图片到相册',
  'scope.addPhoneCalendar': '添加日程到系统日历',
  'scope.userLocation': '获取你的位置信息',
};

/** What WeChat asks people, each with a dialogue of the player's own. The real ones look otherwise. */
export const DIALOGS: Record<string, (options: Options) => Promise<Result>> = {
  async showModal({
    title = '',
    content = '',
    confirmText = '确定',
    cancelText = '取消',
    showCancel = true,
    editable,
    placeholderText = '',
  }) {
    const field = Object.assign(input('text'), { placeholder: String(placeholderText) });
    const body = [String(content), ...(editable ? [field] : [])].filter(one => one !== '');
    const buttons: [string, string][] = [
      ...(showCancel ? [['cancel', String(cancelText)] as [string, string]] : []),
      ['confirm', String(confirmText)],
    ];
    const chosen = await question('showModal', String(title), body, buttons);
    return {
      confirm: chosen === 'confirm',
      cancel: chosen === 'cancel',
      ...(editable ? { content: field.value } : {}),
    };
  },
  async showActionSheet({ itemList = [], alertText = '' }) {
    const items = itemList as string[];
    const chosen = await question(
      'showActionSheet',
      String(alertText),
      [],
      [...items.map((one, i): [string, string] => [String(i), one]), ['cancel', '取消']],
    );
    if (chosen === 'cancel') throw new Declined('cancel');
    return { tapIndex: Number(chosen) };
  },
  authorize: async ({ scope }) => ({
    allowed: await confirmed('authorize', '申请', [SCOPES[String(scope)] ?? String(scope)]),
  }),
  privacy: async ({ referrer }) => ({
    agreed: await confirmed('privacy', '用户隐私保护提示', [String(referrer)], '同意'),
  }),
  async getPhoneNumber() {
    if (!(await confirmed('getPhoneNumber', '申请获取并验证你的手机号', []))) throw new Declined('user deny');
    return { code: `phone-${Date.now()}-${Math.random()}` };
  },
  async requestSubscribeMessage({ tmplIds = [] }) {
    const ids = tmplIds as string[];
    const isAllowed = await confirmed('requestSubscribeMessage', '申请发送消息', ids, '允许', '取消');
    return Object.fromEntries(ids.map(id => [id, isAllowed ? 'accept' : 'reject']));
  },
  scanCode: async () => ({
    result: await filled('scanCode', '扫一扫：写下码里的内容', 'text'),
    scanType: 'QR_CODE',
    charSet: 'utf-8',
  }),
  getClipboardData: async () => ({ data: await filled('getClipboardData', '剪贴板', 'text') }),
  getLocation: async () => {
    const [latitude, longitude] = (await filled('getLocation', '纬度,经度', 'text', '29.356,105.927'))
      .split(',')
      .map(Number);
    return { latitude, longitude, accuracy: 30 };
  },
  async chooseMessageFile() {
    const field = input('file');
    if (!(await confirmed('chooseMessageFile', '从聊天里选一个文件', [field], '确定', '取消')))
      throw new Declined('cancel');
    const file = field.files?.[0];
    if (!file) throw new Declined('cancel');
    return { files: [{ name: file.name, base64: await base64Of(file) }] };
  },
  async openSetting({ scopes }) {
    const fields = Object.entries(scopes as Record<string, boolean>).map(([scope, isAllowed]) => {
      const field = Object.assign(input('checkbox'), { checked: isAllowed });
      const label = make('label', 'dialog__text', SCOPES[scope] ?? scope);
      label.prepend(field);
      return { scope, field, label };
    });
    await question(
      'openSetting',
      '设置',
      fields.map(({ label }) => label),
      [['yes', '返回']],
    );
    return { scopes: Object.fromEntries(fields.map(({ scope, field }) => [scope, field.checked])) };
  },
  async picker({ mode, value, range = [], 'range-key': key, start = '', end = '' }) {
    if (mode === 'date' || mode === 'time') {
      const field = Object.assign(input(String(mode), String(value ?? '')), {
        min: String(start ?? ''),
        max: String(end ?? ''),
      });
      if (!(await confirmed('picker', '', [field], '确定', '取消'))) throw new Declined('cancel');
      return { value: field.value };
    }
    const select = make('select', 'dialog__input');
    (range as unknown[]).forEach((one, i) => {
      const text = typeof key === 'string' && key ? (one as Record<string, unknown>)[key] : one;
      select.append(
        Object.assign(make('option', '', String(text)), { value: String(i), selected: i === Number(value) }),
      );
    });
    if (!(await confirmed('picker', '', [select], '确定', '取消'))) throw new Declined('cancel');
    return { value: select.value };
  },
};

const base64Of = (file: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error!);
    reader.readAsDataURL(file);
  });
