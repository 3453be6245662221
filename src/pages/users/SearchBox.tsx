import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useRef } from 'react';
import { useNavigate } from 'react-router';
import { type DirectoryCriteria, type DirectoryUser, directoryQuery, unsearchable } from '../../api/directory.ts';
import { TextField } from '../../ui/TextField.tsx';
import { useKeyDescription, useSingleKey, useSingleKeysOn } from '../parts/singleKeys.ts';
import styles from './Users.module.css';
import { useTyped } from './useTyped.ts';

interface SearchBoxProps {
  criteria: DirectoryCriteria;
  onChange: (search: string) => void;
}

export function SearchBox({ criteria, onChange }: SearchBoxProps) {
  const { t } = useLingui();
  const { typed, type, settle } = useTyped(criteria.search, onChange);
  const input = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const singleHit = useSingleHit();
  useSingleKey('/', () => {
    input.current?.focus();
    input.current?.select();
  });
  useKeyDescription('/', t`Go to the search`);
  useKeyDescription('Enter', t`In the search: open the person, where nobody else fits`);
  const slashWorks = useSingleKeysOn();

  const problem = unsearchable(typed);
  const onKeyDown = async ({ key, currentTarget }: KeyboardEvent<HTMLInputElement>) => {
    if (key !== 'Enter') return;
    settle();
    if (problem !== undefined) return;
    const only = await singleHit({ ...criteria, search: typed.trim(), page: 1 });
    // Whoever has gone on meanwhile is not taken away from there.
    if (only && document.activeElement === currentTarget) navigate(`/users/${only.id}`);
  };

  return (
    <search>
      <TextField
        ref={input}
        type="search"
        label={<Trans>Search users</Trans>}
        action={
          slashWorks && (
            <kbd className={styles.key} title={t`Press / to come here.`}>
              /
            </kbd>
          )
        }
        aria-keyshortcuts={slashWorks ? '/' : undefined}
        hint={<Trans>* stands for anything.</Trans>}
        placeholder={t`Email, name or number`}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        error={problem && t`The service can’t search for “${problem}”. Leave it out.`}
        onChange={({ target }) => type(target.value)}
        onBlur={() => settle()}
        onKeyDown={onKeyDown}
      />
    </search>
  );
}

/** Finds the person, where what was typed has one hit and no other. */
function useSingleHit(): (criteria: DirectoryCriteria) => Promise<DirectoryUser | undefined> {
  const queryClient = useQueryClient();
  return async (criteria) => {
    if (criteria.search === '') return undefined;
    // A failure shows where the list is.
    const hits = await queryClient
      .fetchQuery({ ...directoryQuery(criteria), staleTime: 10_000 })
      .catch(() => undefined);
    const isWhole = hits?.unreadable === 0 && (hits.totalPages ?? 1) === 1;
    return isWhole && hits.rows.length === 1 ? hits.rows[0] : undefined;
  };
}
