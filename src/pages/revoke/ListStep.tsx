import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { answeredPress } from '../../api/answered-press.ts';
import { MOST_LINES, type ParsedList, parseList } from '../../revocation/lines.ts';
import type { WaitingFor } from '../../revocation/patience.ts';
import { resolveList } from '../../revocation/resolve.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { asProblem } from '../../ui/problem.ts';
import { TextArea } from '../../ui/TextArea.tsx';
import { FileButton } from './FileButton.tsx';
import { ListProblems } from './ListProblems.tsx';
import styles from './Revoke.module.css';
import { lookupsOfThisPerson, type Preview } from './revocation.ts';

interface ListStepProps {
  list: string;
  onList: (list: string) => void;
  /** The list is come back to, from what took its place. */
  isReturn: boolean;
  onPreview: (preview: Preview) => void;
}

/** Bytes of a file that may still be a list: ten thousand long lines. */
const LARGEST_FILE = 5_000_000;
const EXAMPLE = 'anna@example.com\n176257\nbob@example.com';
const NO_PROBLEMS: ParsedList['problems'] = [];

export function ListStep({ list, onList, isReturn, onPreview }: ListStepProps) {
  const { t, i18n } = useLingui();
  const [problems, setProblems] = useState(NO_PROBLEMS);
  const [fault, setFault] = useState<'empty' | 'unreadable-file' | 'large-file'>();
  const [done, setDone] = useState<number>();
  const [failure, setFailure] = useState<unknown>();
  const [waitsForLimit, setWaitsForLimit] = useState(false);
  const [isTarget, setIsTarget] = useState(false);
  const asking = useRef<AbortController>(undefined);
  useEffect(() => () => asking.current?.abort(), []);

  async function preview({ isPartial }: { isPartial: boolean }) {
    asking.current?.abort();
    const controller = new AbortController();
    asking.current = controller;
    // Ten thousand lines take a while to read.
    await answeredPress();
    if (controller.signal.aborted) return;
    const parsed = parseList(list);
    const { entries } = parsed;
    const problemsThatStop = isPartial ? NO_PROBLEMS : parsed.problems;
    setProblems(problemsThatStop);
    setFault(entries.length === 0 && problemsThatStop.length === 0 ? 'empty' : undefined);
    if (entries.length === 0 || problemsThatStop.length > 0) return;
    setFailure(undefined);
    setDone(0);
    try {
      const resolved = await resolveList(entries, lookupsOfThisPerson(onWait), controller.signal, setDone);
      onPreview({ parsed, resolved });
    } catch (error) {
      if (!controller.signal.aborted) setFailure(error);
      setDone(undefined);
    }
  }

  const onWait = (waitingFor: WaitingFor | undefined) => setWaitsForLimit(waitingFor === 'limit');
  const readFile = (file: File) => {
    setFault(file.size > LARGEST_FILE ? 'large-file' : undefined);
    if (file.size > LARGEST_FILE) return;
    file.text().then(onList, () => setFault('unreadable-file'));
  };
  const faults = {
    empty: t`Paste at least one email or user ID.`,
    'large-file': t`The file is too large for a list of people.`,
    'unreadable-file': t`The file could not be read. Open it and paste what it holds.`,
  };

  return (
    <Card
      // Beside the field too: the browser would leave the page for the file.
      className={isTarget ? styles.isTarget : undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setIsTarget(event.dataTransfer.types.includes('Files'));
      }}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setIsTarget(false);
      }}
      onDrop={(event) => {
        setIsTarget(false);
        const [file] = event.dataTransfer.files;
        if (!file) return;
        event.preventDefault();
        readFile(file);
      }}
    >
      <div className={styles.step}>
        <TextArea
          label={<Trans>Emails or user IDs</Trans>}
          hint={
            <Trans>
              One a line, or CSV with or without a header; up to {i18n.number(MOST_LINES)} lines. You can drop a file
              here.
            </Trans>
          }
          error={fault && faults[fault]}
          placeholder={EXAMPLE}
          rows={10}
          // A line of the list is a line of the field, also where it is long: the problems are told by their lines.
          wrap="off"
          spellCheck={false}
          autoComplete="off"
          autoFocus={isReturn}
          value={list}
          onChange={({ target }) => onList(target.value)}
        />
        {problems.length > 0 && (
          <ListProblems problems={problems} onLeaveOut={() => void preview({ isPartial: true })} />
        )}
        {failure !== undefined && (
          <ErrorCard problem={asProblem(failure)} onRetry={() => void preview({ isPartial: false })} />
        )}
        {done !== undefined && (
          <label className={styles.progress}>
            <Trans>Looking people up</Trans>
            <progress value={done} max={1} />
            {waitsForLimit && <Trans>Waiting for the service’s limit; it goes on by itself.</Trans>}
          </label>
        )}
        <div className={styles.buttons}>
          <Button look="filled" pending={done !== undefined} onClick={() => void preview({ isPartial: false })}>
            <Trans>Preview</Trans>
          </Button>
          {done === undefined ? (
            <FileButton onFile={readFile} />
          ) : (
            <Button look="quiet" onClick={() => asking.current?.abort()}>
              <Trans>Cancel</Trans>
            </Button>
          )}
        </div>
      </div>
    </Card>
  );
}
