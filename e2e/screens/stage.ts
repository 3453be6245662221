import { expect, type Locator, type Page } from '@playwright/test';
import { codeOf } from '../phone.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Say } from '../words.ts';

/** Brings a page of the portal into one state. */
export type Screen = (stage: Stage) => Promise<void>;

export const ADMIN = 'admin@example.com';
/** Has nothing yet. */
export const NEW = 'new@example.com';
/** Has an active key and three trusted devices. */
export const APP = 'app@example.com';
const APP_SETUP_KEY = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
export const ME = 'someone@example.com';
/** What a name may come to. */
export const LONG = {
  email: 'someone.with.a.rather.long.name.indeed@some-department.of-a-long-organisation.example.com',
  name: 'Wolfeschlegelsteinhausenbergerdorff-Müller von der Vogelweide zu Hohenlohe',
  words: 'A browser with a name that nobody would think of but somebody did',
};

/** Finds what a person sees by its role and its English name, in whatever language the page is. */
export class Stage {
  readonly page: Page;
  readonly sandbox: Sandbox;
  readonly say: Say;

  constructor(page: Page, sandbox: Sandbox, say: Say) {
    this.page = page;
    this.sandbox = sandbox;
    this.say = say;
  }

  button(name: string, within: Page | Locator = this.page): Locator {
    return within.getByRole('button', { name: this.say(name), exact: true });
  }

  field(name: string, values: Record<string, string> = {}): Locator {
    return this.page.getByLabel(this.say(name, values), { exact: true });
  }

  checkbox(name: string): Locator {
    return this.page.getByRole('checkbox', { name: this.say(name), exact: true });
  }

  text(message: string): Locator {
    return this.page.getByText(this.say(message)).first();
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { name: this.say(name) });
  }

  dialog(): Locator {
    return this.page.getByRole('alertdialog');
  }

  /** The button of a dialog that does it; the first one takes it back. */
  confirm(): Locator {
    return this.dialog().getByRole('button').last();
  }

  async sees(...what: Locator[]): Promise<void> {
    for (const one of what) await expect(one).toBeVisible();
  }

  /** Nothing moves, and nothing is about to appear. */
  async settles(): Promise<void> {
    const moving = () => document.getAnimations().filter(({ playState }) => playState !== 'finished').length;
    await expect.poll(() => this.page.evaluate(moving)).toBe(0);
  }

  /** Up to the answer. */
  async enter(email: string, password = 'sandbox'): Promise<void> {
    await this.field('Email').fill(email);
    await this.field('Password').fill(password);
    const answer = this.page.waitForResponse('**/api/v1/authenticate');
    await this.button('Sign in').click();
    await (await answer).finished();
  }

  /** Signs in, with a code where one is due, and waits for the page and what it loads. */
  async open(path: string, email: string): Promise<void> {
    await this.begin(path, email);
    await expect(this.page.locator('[aria-busy="true"]')).toHaveCount(0);
  }

  /** The same, without waiting for what the page loads. */
  async begin(path: string, email: string): Promise<void> {
    await this.page.goto(path);
    await this.enter(email);
    if (email === APP) {
      await this.checkbox('Trust this browser for 90 days').check();
      await this.field('Verification code').fill(codeOf(APP_SETUP_KEY));
    }
    await expect(this.page.getByRole('main').and(this.page.locator('#content'))).toBeVisible();
  }

  /** The API never answers on these paths. */
  async holdBack(path: RegExp): Promise<void> {
    await this.page.route(path, () => undefined);
  }

  /** A page while what it asked for is on its way, with the shape of it shown. */
  async openWaiting(path: string, email: string, held: RegExp): Promise<void> {
    await this.holdBack(held);
    await this.begin(path, email);
    await expect(this.page.locator('[aria-busy="true"]').first()).toBeVisible();
  }

  /** A page where the API refuses, told in full. */
  async openFailing(path: string, email: string, refused: string): Promise<void> {
    await this.sandbox.addFault({
      path: refused,
      status: 500,
      times: 'always',
      body: { error_code: 1000, error_token: 'InternalError', message: 'Something went wrong on our side' },
    });
    await this.open(path, email);
    await this.text('Details').click();
  }
}
