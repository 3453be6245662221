import type { Page } from '@playwright/test';
import { expect, signIn, test } from './test.ts';

/** Landmarks, headings and the main controls of each page, as they are heard: written by hand, in the order in which they come. */
const FRAME = `
  - link "Skip to content"
  - banner: MFA portal
  - navigation "Main":
    - list:
      - listitem:
        - link "Overview"
      - listitem:
        - link "Authenticator apps"
      - listitem:
        - link "Trusted devices"
      - listitem:
        - link "Activity"
    - list "Support":
      - listitem:
        - link "Users"
      - listitem:
        - link "Revoke access"
  - button "Keyboard"
  - button "admin@example.com"
`;

const PAGES: [path: string, main: string][] = [
  [
    '/',
    `
  - main:
    - heading "Account security" [level=1]
    - region "No authenticator app":
      - heading "No authenticator app" [level=2]
      - link "Set up an authenticator app"
    - region "Authenticator apps":
      - heading "Authenticator apps" [level=2]
      - link "View"
    - region "Trusted devices":
      - heading "Trusted devices" [level=2]
      - link "Review"
    - region "Latest activity":
      - heading "Latest activity" [level=2]
      - link "All activity"
      - list "Events":
        - listitem: /Sign-in failed/
`,
  ],
  [
    '/authenticators',
    `
  - main:
    - heading "Authenticator apps" [level=1]
    - region "Your apps 0":
      - heading "Your apps 0" [level=2]
      - paragraph: No authenticator app yet
      - link "Set up an authenticator app"
`,
  ],
  [
    '/authenticators/new',
    `
  - main:
    - heading "Set up an authenticator app" [level=1]
    - list "Steps":
      - listitem: 1 Confirm it’s you
      - listitem: 2 Scan the code
      - listitem: 3 Enter the code
    - textbox "Password"
    - button "Show password"
    - button "Continue"
    - link "Cancel"
`,
  ],
  [
    '/devices',
    `
  - main:
    - heading "Trusted devices" [level=1]
    - region "Your devices 0":
      - heading "Your devices 0" [level=2]
      - paragraph: No browser is trusted
`,
  ],
  [
    '/activity',
    `
  - main:
    - heading "Security activity" [level=1]
    - combobox "Show":
      - option "Everything" [selected]
    - list "Events":
      - listitem: /Sign-in failed.*Warning/
`,
  ],
  [
    '/users',
    `
  - main:
    - heading "Users" [level=1]
    - search:
      - searchbox "Search users"
    - combobox "Status":
      - option "Any status" [selected]
    - textbox "Organisation"
    - combobox "Users per page":
      - option "25" [selected]
    - status: 255 users
    - table:
      - rowgroup:
        - row:
          - columnheader "ID"
          - columnheader "Name"
          - columnheader "Email"
          - columnheader "Status"
          - columnheader "Organisation"
          - columnheader "Created"
      - rowgroup:
        - row:
          - cell "176201"
          - rowheader "Ada Minchin":
            - link "Ada Minchin"
          - cell "admin@example.com"
    - navigation /Page 1 of \\d+/:
      - button "Previous" [disabled]
      - status: /Page 1/
      - button "Next"
`,
  ],
  [
    '/users/176257',
    `
  - main:
    - link "Users"
    - heading "Edwin Abbott" [level=1]
    - term: User ID
    - definition:
      - button "Copy user ID"
    - button "Reset second factor"
    - region "Trusted devices 3":
      - heading "Trusted devices 3" [level=2]
      - button "Revoke all devices"
      - checkbox "Select all"
      - list "Trusted devices":
        - listitem:
          - checkbox "Select this device"
          - button "Revoke"
    - region "Authenticator apps 1":
      - heading "Authenticator apps 1" [level=2]
      - list "Authenticator apps":
        - listitem:
          - button "Remove key"
    - region "Security activity":
      - heading "Security activity" [level=2]
`,
  ],
  [
    '/revoke',
    `
  - main:
    - heading "Revoke access for many users" [level=1]
    - list "Steps":
      - listitem: 1 List
      - listitem: 2 Preview
      - listitem: 3 Revoke
    - textbox "Emails or user IDs"
    - button "Preview"
    - button "Choose a file"
`,
  ],
  [
    '/nowhere',
    `
  - main:
    - heading "Page not found" [level=1]
    - paragraph: There is no page at this address
    - paragraph: /It may have moved/
    - link "Go to Account security"
`,
  ],
];

const body = (page: Page) => page.locator('body');

test('sign-in is heard as one form under one heading', async ({ page }) => {
  await page.goto('/sign-in');
  await expect(body(page)).toMatchAriaSnapshot(`
    - main:
      - heading "Sign in" [level=1]
      - textbox "Email"
      - textbox "Password"
      - button "Show password"
      - button "Sign in"
      - button "Use an application token instead"
      - combobox "Language"
  `);
  await signIn(page, 'app@example.com');
  await expect(body(page)).toMatchAriaSnapshot(`
    - main:
      - heading "Enter your verification code" [level=1]
      - textbox "Verification code"
      - button "It has letters"
      - checkbox "Trust this browser for 90 days"
      - button "Verify"
      - button "Send a new code" [disabled]
      - group: Lost your phone?
      - button "Back"
  `);
});

test('every page is heard with its landmarks, headings and controls, in order', async ({ page }) => {
  await signIn(page, 'admin@example.com');
  for (const [path, main] of PAGES) {
    await test.step(path, async () => {
      await page.goto(path);
      await expect(body(page)).toMatchAriaSnapshot(FRAME + main);
    });
  }
});

test('the QR code has all that it says beside it in words', async ({ page }) => {
  await signIn(page, 'new@example.com', '/authenticators/new');
  await page.getByLabel('Password', { exact: true }).fill('sandbox');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('Can’t scan it?').click();
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - heading "Set up an authenticator app" [level=1]
    - list "Steps":
      - listitem: "Done: Confirm it’s you"
    - heading "Scan with your phone" [level=2]
    - img "QR code for your authenticator app"
    - group:
      - term: Setup key
      - definition:
        - code: /[A-Z2-7]{4} [A-Z2-7 ]+/
      - button "Copy setup key"
      - link "Open in an authenticator app"
    - textbox "6-digit code"
    - button "Activate"
    - link "Cancel"
  `);
});

test('a question is heard with its title, what it says, and the button that changes nothing first', async ({
  page,
}) => {
  await signIn(page, 'admin@example.com', '/users/176257');
  await page.getByRole('button', { name: 'Revoke all devices' }).click();
  await expect(page.getByRole('alertdialog')).toMatchAriaSnapshot(`
    - alertdialog "Revoke 3 devices of Edwin Abbott?":
      - heading "Revoke 3 devices of Edwin Abbott?" [level=2]
      - list:
        - listitem: /Safari 26 on macOS 26/
      - button "Cancel"
      - button "Revoke 3 devices"
  `);
  await expect(page.getByRole('alertdialog')).toHaveAccessibleDescription(/Edwin Abbott.*app@example\.com.*176257/);
});
