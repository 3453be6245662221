export interface Mail {
  to: string;
  subject: string;
  code: string;
  /** Milliseconds since 1970 by the world's clock. */
  sentAt: number;
}

const KEPT = 500;

/** What a world's users would have got by e-mail, newest first. */
export class Mailbox {
  #mails: Mail[] = [];
  #log: ((line: string) => void) | undefined;

  constructor(log?: (line: string) => void) {
    this.#log = log;
  }

  deliver(mail: Mail): void {
    this.#mails = [mail, ...this.#mails].slice(0, KEPT);
    this.#log?.(`Mail to ${mail.to}: your verification code is ${mail.code}`);
  }

  /** All mails, or those to one address in any case. */
  mails(to?: string): Mail[] {
    return to ? this.#mails.filter((mail) => mail.to.toLowerCase() === to.toLowerCase()) : this.#mails;
  }
}
