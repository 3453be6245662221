import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { MOST_LINES, type ParsedList } from '../../revocation/lines.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { UntrustedText } from '../../ui/UntrustedText.tsx';
import styles from './Revoke.module.css';

interface ListProblemsProps {
  problems: ParsedList['problems'];
  /** Goes on with the lines that can be read. */
  onLeaveOut: () => void;
}

/** Problems told one by one; more would make a list nobody reads. */
const TOLD = 8;

/** Which lines can't be read, and why. */
export function ListProblems({ problems, onLeaveOut }: ListProblemsProps) {
  const { i18n } = useLingui();
  const canGoOn = problems.every(({ what }) => what === 'no-user' || what === 'several-users');
  return (
    <Alert
      tone="danger"
      title={<Plural value={problems.length} one="# line can’t be used" other="# lines can’t be used" />}
    >
      <ul className={styles.problems}>
        {problems.slice(0, TOLD).map(({ line, text, what }) => {
          const words = <UntrustedText max={60}>{text}</UntrustedText>;
          return (
            <li key={line}>
              {what === 'no-user' && (
                <Trans>
                  Line {line} has no email and no user ID: {words}
                </Trans>
              )}
              {what === 'several-users' && (
                <Trans>
                  Line {line} names more than one person: {words}
                </Trans>
              )}
              {what === 'unclear-header' && (
                <Trans>
                  Line {line} looks like a header that has not one column named Email, Username or User ID: {words}
                </Trans>
              )}
              {what === 'too-many-lines' && (
                <Trans>
                  Line {line} is one too many: at most {i18n.number(MOST_LINES)} are taken at a time.
                </Trans>
              )}
            </li>
          );
        })}
      </ul>
      {problems.length > TOLD && (
        <p>
          <Plural value={problems.length - TOLD} one="… and # more." other="… and # more." />
        </p>
      )}
      {canGoOn && (
        <Button size="small" onClick={onLeaveOut}>
          <Plural value={problems.length} one="Leave this line out" other="Leave these lines out" />
        </Button>
      )}
    </Alert>
  );
}
