import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { MOST_LINES, type ParsedList, parseList } from '../../revocation/lines.ts';
import { resolveList } from '../../revocation/resolve.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { asProblem } from '../../ui/problem.ts';
import { TextArea } from '../../ui/TextArea.tsx';
import styles from './Revoke.module.css';
import { lookups, type Preview } from './revocation.ts';

interface ListStepProps {
  text: string;
  onPreview: (text: string, preview: Preview) => void;
}

/** Problems told by name; more would make a list nobody reads. */
const TOLD = 8;

export function ListStep({ text, onPreview }: ListStepProps) {
  const { t } = useLingui();
  const [list, setList] = useState(text);
  const [problems, setProblems] = useState<ParsedList['problems']>([]);
  const [isEmpty, setIsEmpty] = useState(false);
  const [done, setDone] = useState<number>();
  const [failure, setFailure] = useState<unknown>();
  const asking = useRef<AbortController>(undefined);
  useEffect(() => () => asking.current?.abort(), []);

  async function preview() {
    const parsed = parseList(list);
    setProblems(parsed.problems);
    setIsEmpty(parsed.entries.length === 0 && parsed.problems.length === 0);
    if (parsed.entries.length === 0 || parsed.problems.length > 0) return;
    const controller = new AbortController();
    asking.current = controller;
    setFailure(undefined);
    setDone(0);
    try {
      const resolved = await resolveList(parsed.entries, lookups, controller.signal, setDone);
      onPreview(list, { parsed, resolved });
    } catch (error) {
      if (!controller.signal.aborted) setFailure(error);
      setDone(undefined);
    }
  }

  return (
    <Card>
      <div className={styles.step}>
        <TextArea
          label={<Trans>Emails or user IDs</Trans>}
          hint={
            <Trans>
              One a line, or CSV with or without a header; up to {MOST_LINES} lines. You can drop a file here.
            </Trans>
          }
          error={isEmpty ? t`Paste at least one email or user ID.` : undefined}
          rows={10}
          spellCheck={false}
          autoComplete="off"
          value={list}
          onChange={({ target }) => setList(target.value)}
          onDrop={(event) => {
            const [file] = event.dataTransfer.files;
            if (!file) return;
            event.preventDefault();
            void file.text().then(setList);
          }}
        />
        {problems.length > 0 && (
          <Alert tone="danger" title={<Trans>Some lines name nobody</Trans>}>
            <ul>
              {problems.slice(0, TOLD).map(({ line, text: content, what }) => (
                <li key={line}>
                  {what === 'no-user' ? (
                    <Trans>
                      Line {line} has no email and no user ID: {content.slice(0, 60)}
                    </Trans>
                  ) : (
                    <Trans>
                      Line {line} is one too many: at most {MOST_LINES} are taken at a time.
                    </Trans>
                  )}
                </li>
              ))}
            </ul>
            {problems.length > TOLD && <Trans>… and {problems.length - TOLD} more.</Trans>}
          </Alert>
        )}
        {failure !== undefined && <ErrorCard problem={asProblem(failure)} onRetry={preview} />}
        {done !== undefined && (
          <label className={styles.progress}>
            <Trans>Looking people up</Trans>
            <progress value={done} max={1} />
          </label>
        )}
        <div className={styles.buttons}>
          <Button look="filled" pending={done !== undefined} onClick={preview}>
            <Trans>Preview</Trans>
          </Button>
          {done !== undefined && (
            <Button look="quiet" onClick={() => asking.current?.abort()}>
              <Trans>Cancel</Trans>
            </Button>
          )}
        </div>
      </div>
    </Card>
  );
}
