import { later, post } from './port';
import { ask } from './person';
import { Fail, type Bag } from './wx/call';

type Resolve = (answer: { event: string; buttonId?: string }) => void;
type Listener = (resolve: Resolve, info: { referrer: string }) => void;

/** Where the phone keeps what a person has allowed. No key of the app begins like this. */
const KEPT = '//allowed';

/** What a person has agreed to: the privacy contract once for all, and each kind of access of its own. */
export class Consent {
  private agreed: boolean;
  private readonly scopes: Record<string, boolean>;
  private readonly tapped = new Set<string>();
  private listener: Listener | undefined;
  private gesture = false;

  constructor(
    kept: Map<string, string>,
    agreedBefore: boolean,
    private readonly isChecked: boolean,
  ) {
    const { agreed, ...scopes } = JSON.parse(kept.get(KEPT) ?? '{}') as Record<string, boolean>;
    kept.delete(KEPT);
    this.agreed = agreedBefore || Boolean(agreed);
    this.scopes = scopes;
  }

  readonly onNeedPrivacyAuthorization = (listen: Listener): void => void (this.listener = listen);
  readonly setting = (): Bag => ({ ...this.scopes });
  readonly contract = (): Bag => ({
    needAuthorization: this.isChecked && !this.agreed,
    privacyContractName: '《小程序隐私保护指引》',
  });

  allow(scope: string, isAllowed: boolean): void {
    this.scopes[scope] = isAllowed;
    this.keep();
  }

  /** A tap on a button with `open-type="agreePrivacyAuthorization"`. Only such a tap counts as consent. */
  agreedBy(buttonId: string): void {
    this.tapped.add(buttonId);
  }

  /** Before an API that touches personal data. @param referrer its name. @throws Fail if the person does not agree. */
  async privacy(referrer: string): Promise<void> {
    if (!this.isChecked || this.agreed) return;
    const isAgreed = this.listener ? await this.askApp(this.listener, referrer) : await this.askPerson(referrer);
    if (!isAgreed) throw new Fail('privacy permission is not authorized', 104);
    this.agreed = true;
    this.keep();
  }

  /** Before an API with a scope of its own. WeChat asks once; after a refusal it fails at once. */
  async scope(scope: string): Promise<void> {
    if (this.scopes[scope] === undefined) {
      const { allowed } = await ask<{ allowed: boolean }>('authorize', { scope });
      this.allow(scope, allowed);
    }
    if (!this.scopes[scope]) throw new Fail('auth deny');
  }

  /** What a button with an `open-type` gives to its handler; undefined if the player has no such button. */
  async button(openType: string): Promise<Bag | undefined> {
    if (openType === 'agreePrivacyAuthorization') return {};
    if (openType !== 'getPhoneNumber') return undefined;
    try {
      await this.privacy('button.getPhoneNumber');
      return { errMsg: 'getPhoneNumber:ok', ...(await ask('getPhoneNumber', {})) };
    } catch (error) {
      return { errMsg: `getPhoneNumber:fail ${(error as Fail).message}` };
    }
  }

  /** Runs what a person's finger set off. Until it ends, an API that requires a tap may be called. */
  duringTap(run: () => void): void {
    this.gesture = true;
    try {
      run();
    } finally {
      later(() => (this.gesture = false), 0);
    }
  }

  requireTap(): void {
    if (!this.gesture) throw new Fail('can only be invoked by user TAP gesture.');
  }

  private askApp(listener: Listener, referrer: string): Promise<boolean> {
    return new Promise(resolve =>
      listener(
        ({ event, buttonId = '' }) => {
          if (event === 'disagree') resolve(false);
          if (event === 'agree') resolve(this.tapped.has(buttonId));
        },
        { referrer },
      ),
    );
  }

  private askPerson = async (referrer: string): Promise<boolean> =>
    (await ask<{ agreed: boolean }>('privacy', { referrer })).agreed;

  private keep(): void {
    post({ kind: 'store', key: KEPT, json: JSON.stringify({ ...this.scopes, agreed: this.agreed }) });
  }
}
