import { Trans } from '@lingui/react/macro';
import styles from './Problem.module.css';
import type { Problem, ProblemKind } from './problem.ts';
import { UntrustedText } from './UntrustedText.tsx';

interface ProblemWordsProps {
  problem: Problem;
  /** True after an attempt to change something: then it also matters whether the change was made. */
  writing?: boolean | undefined;
}

/** What happened and what to do, in a sentence or two, and the API's reason where it gave one. */
export function ProblemWords({ problem, writing = false }: ProblemWordsProps) {
  const { kind, reason, isUndone } = problem;
  const answer = reason && <UntrustedText max={300}>{reason}</UntrustedText>;
  return (
    <>
      <p>{writing ? <WriteSentence kind={kind} isUndone={isUndone} /> : <ReadSentence kind={kind} />}</p>
      {answer && (
        <p className={styles.reason}>
          <Trans>emnify’s answer: {answer}</Trans>
        </p>
      )}
    </>
  );
}

function ReadSentence({ kind }: { kind: ProblemKind }) {
  switch (kind) {
    case 'offline':
      return <Trans>You are offline. This page goes on by itself when the connection is back.</Trans>;
    case 'network':
      return <Trans>emnify’s service could not be reached. Check your connection, then try again.</Trans>;
    case 'timeout':
      return <Trans>emnify’s service took too long to answer. Try again in a moment.</Trans>;
    default:
      return <CommonSentence kind={kind} />;
  }
}

/** Where an answer is missing, the change may have been made all the same; unless a look has told. */
function WriteSentence({ kind, isUndone = false }: { kind: ProblemKind; isUndone: boolean | undefined }) {
  const change = isUndone ? (
    <Trans>The change has not been made.</Trans>
  ) : (
    <Trans>The change may or may not have been made.</Trans>
  );
  switch (kind) {
    case 'offline':
      return <Trans>You are offline. Try again when the connection is back.</Trans>;
    case 'network':
      return <Trans>The connection was lost before an answer came. {change}</Trans>;
    case 'timeout':
      return <Trans>No answer came in time. {change}</Trans>;
    case 'server':
      return <Trans>emnify’s service answered with an error. {change}</Trans>;
    case 'unreadable':
      return <Trans>emnify’s answer could not be read. {change}</Trans>;
    default:
      return <CommonSentence kind={kind} />;
  }
}

function CommonSentence({ kind }: { kind: ProblemKind }) {
  switch (kind) {
    case 'signed-out':
      return <Trans>Your session has ended. Sign in again to go on.</Trans>;
    case 'forbidden':
      return (
        <Trans>
          Your account is not allowed to do this. An administrator of your organisation can tell you who may.
        </Trans>
      );
    case 'not-found':
      return <Trans>This does not exist, or no longer does. Someone may have removed it.</Trans>;
    case 'conflict':
      return <Trans>This does not fit the present state of the account. It may have changed in the meantime.</Trans>;
    case 'rejected':
      return <Trans>emnify’s service did not accept this. Check what was entered.</Trans>;
    case 'rate-limited':
      return <Trans>There were too many requests from your network. Wait a few minutes, then try again.</Trans>;
    case 'locked':
      return <Trans>There were too many failed attempts. This account is locked for a few minutes.</Trans>;
    case 'server':
      return <Trans>emnify’s service answered with an error. Try again in a moment.</Trans>;
    case 'unreadable':
      return <Trans>emnify’s answer could not be read. Try again; if it stays, tell support.</Trans>;
    default:
      return <Trans>Something unexpected happened. Try again; if it stays, tell support.</Trans>;
  }
}
