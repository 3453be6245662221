import { html } from 'hono/html';
import type { Mail } from './mailbox.ts';

/** The mailbox for a person's browser: plain, no script and no style, so that it runs under `default-src 'none'`. */
export function mailboxPage(mails: readonly Mail[]) {
  const rows = mails.map(
    (mail) => html`<tr>
      <td>${new Date(mail.sentAt).toISOString().replace('T', ' ').slice(0, 19)} UTC</td>
      <td>${mail.to}</td>
      <td>${mail.subject}</td>
      <td><code>${mail.code}</code></td>
    </tr>`,
  );
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>Sandbox mailbox</title>
  </head>
  <body>
    <h1>Sandbox mailbox</h1>
    <p>What the sandbox would have sent by e-mail, newest first. A code is good for 20 minutes and for one sign-in.</p>
    ${
      mails.length === 0
        ? html`<p>No mail yet.</p>`
        : html`<table>
      <thead><tr><th scope="col">Date</th><th scope="col">To</th><th scope="col">Subject</th><th scope="col">Code</th></tr></thead>
      <tbody>${rows}</tbody>
    </table>`
    }
  </body>
</html>`;
}
