export const PASSWORD = 'sandbox';
export const APP_SETUP_KEY = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
/** Stands for the workspace Example Industries, not for a person. */
export const APPLICATION_TOKEN = 'sandbox-application-token';

export interface SandboxAccount {
  email: string;
  name: string;
  description: string;
  /** Base32, for an authenticator app. */
  setupKey?: string;
}

/** The accounts that every world begins with, to be printed. Password of each: `sandbox`. */
export const ACCOUNTS: readonly SandboxAccount[] = [
  {
    email: 'new@example.com',
    name: 'Nina Ewing',
    description: 'plain user, no authenticator app, no second factor due',
  },
  {
    email: 'mail@example.com',
    name: 'Mark Aillet',
    description: 'code by e-mail at each sign-in (see /sandbox/mailbox)',
  },
  {
    email: 'app@example.com',
    name: 'Edwin Abbott',
    description: 'authenticator app and three trusted devices, one about to expire',
    setupKey: APP_SETUP_KEY,
  },
  { email: 'admin@example.com', name: 'Ada Minchin', description: 'Administrator, no second factor due' },
  { email: 'observer@example.com', name: 'Oscar Bserani', description: 'Observer, no second factor due' },
];
