import { Plural, Trans } from '@lingui/react/macro';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import { useRef } from 'react';
import { type DirectoryCriteria, directoryQuery, isSearchable } from '../../api/directory.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { asProblem } from '../../ui/problem.ts';
import { WhichRoles } from '../parts/StaffOnly.tsx';
import { UnreadableNote } from '../parts/UnreadableNote.tsx';
import { DirectoryLoading } from './DirectoryLoading.tsx';
import styles from './Users.module.css';
import { UserTable } from './UserTable.tsx';

/** Twice what is asked for at most; an API that gives thousands would make the page wait. */
const MOST_ROWS = 200;

interface DirectoryProps {
  criteria: DirectoryCriteria;
  onChange: (changed: Partial<DirectoryCriteria>) => void;
}

export function Directory({ criteria, onChange }: DirectoryProps) {
  const queryClient = useQueryClient();
  const searchable = isSearchable(criteria);
  const { data, error, isPlaceholderData, isFetching, refetch } = useQuery({
    ...directoryQuery(criteria),
    enabled: searchable,
    // The list stays until the next one is there, and an older answer belongs to another key.
    placeholderData: keepPreviousData,
  });
  const list = useRef<HTMLParagraphElement>(null);
  const { page } = criteria;
  const totalPages = data?.totalPages ?? 1;

  /** For whoever is about to turn the page: a list that is only looked at costs one request. */
  const begin = (coming: number) => {
    if (coming <= totalPages) void queryClient.prefetchQuery(directoryQuery({ ...criteria, page: coming }));
  };

  /** Shown from its top; the focus stays on the button, for turning on. */
  const turnTo = (next: number) => {
    onChange({ page: next });
    list.current?.scrollIntoView({ block: 'nearest' });
  };

  const clear = () => {
    onChange({ search: '', status: undefined, organisation: '' });
    // The button goes with what it clears.
    document.querySelector<HTMLElement>('[type="search"]')?.focus();
  };

  // The field says why; a list of something else beneath it would be taken for the answer.
  if (!searchable) return null;
  if (error && !isPlaceholderData && !data) {
    if (asProblem(error).kind === 'forbidden') return <WhichRoles />;
    return (
      <ErrorCard
        problem={asProblem(error)}
        title={<Trans>The list of users could not be shown</Trans>}
        onRetry={() => void refetch()}
        retrying={isFetching}
      />
    );
  }
  if (!data) return <DirectoryLoading />;
  return (
    <>
      <p ref={list} className={styles.total} role="status">
        {data.total === undefined ? (
          <Plural value={data.rows.length} one="# user on this page" other="# users on this page" />
        ) : (
          <Plural value={data.total} _0="No users" one="# user" other="# users" />
        )}
      </p>
      <Card
        padding="flush"
        aria-busy={isPlaceholderData || undefined}
        className={isPlaceholderData ? styles.stale : undefined}
      >
        {data.rows.length === 0 ? (
          <EmptyState
            icon={<SearchX />}
            title={<Trans>Nobody fits</Trans>}
            action={
              isNarrowed(criteria) && (
                <Button onClick={clear}>
                  <Trans>Clear search and filters</Trans>
                </Button>
              )
            }
          >
            <p>
              <Trans>Try a shorter part of the name or email, or another status or organisation.</Trans>
            </p>
          </EmptyState>
        ) : (
          <UserTable users={data.rows.slice(0, MOST_ROWS)} criteria={criteria} onChange={onChange} />
        )}
        <UnreadableNote>
          {data.unreadable > 0 && (
            <Plural value={data.unreadable} one="# user could not be shown." other="# users could not be shown." />
          )}
        </UnreadableNote>
        <UnreadableNote>
          {data.rows.length > MOST_ROWS && (
            <Plural
              value={data.rows.length - MOST_ROWS}
              one="# more user came than this page holds. Narrow the search."
              other="# more users came than this page holds. Narrow the search."
            />
          )}
        </UnreadableNote>
      </Card>
      {totalPages > 1 && (
        <nav className={styles.pages} aria-labelledby="pages">
          <Button disabled={page <= 1} onClick={() => turnTo(page - 1)}>
            <Trans>Previous</Trans>
          </Button>
          <span id="pages" role="status">
            <Trans>
              Page {Math.min(page, totalPages)} of {totalPages}
            </Trans>
          </span>
          <Button
            disabled={page >= totalPages}
            onPointerEnter={() => begin(page + 1)}
            onFocus={() => begin(page + 1)}
            onClick={() => {
              turnTo(page + 1);
              begin(page + 2);
            }}
          >
            <Trans>Next</Trans>
          </Button>
        </nav>
      )}
    </>
  );
}

function isNarrowed({ search, status, organisation }: DirectoryCriteria): boolean {
  return search !== '' || status !== undefined || organisation !== '';
}
