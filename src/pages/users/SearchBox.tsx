import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { type DirectoryCriteria, directoryQuery, unsearchable } from '../../api/directory.ts';
import { TextField } from '../../ui/TextField.tsx';
import { useKeyDescription, useSingleKey, useSingleKeysOn } from '../parts/singleKeys.ts';
import styles from './Users.module.css';

/** Milliseconds of rest after which what was typed is looked for. */
const REST = 250;

interface SearchBoxProps {
  criteria: DirectoryCriteria;
  onChange: (search: string) => void;
}

export function SearchBox({ criteria, onChange }: SearchBoxProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState(criteria.search);
  const [known, setKnown] = useState(criteria.search);
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const openSingleHit = useOpenSingleHit();
  useSingleKey('/', () => {
    input.current?.focus();
    input.current?.select();
  });
  useKeyDescription('/', t`Go to the search`);
  useKeyDescription('Enter', t`In the search: open the person, where nobody else fits`);
  const slashWorks = useSingleKeysOn();

  // Back and forward change the address under the box.
  if (known !== criteria.search) {
    setKnown(criteria.search);
    if (typed.trim() !== criteria.search) setTyped(criteria.search);
  }

  useEffect(() => () => clearTimeout(timer.current), []);

  const problem = unsearchable(typed);
  const search = (text: string) => {
    clearTimeout(timer.current);
    if (text.trim() !== criteria.search) onChange(text.trim());
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter') return;
    search(typed);
    if (problem === undefined) void openSingleHit({ ...criteria, search: typed.trim(), page: 1 });
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
        onChange={({ target }) => {
          setTyped(target.value);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => search(target.value), REST);
        }}
        onKeyDown={onKeyDown}
      />
    </search>
  );
}

/** Opens the person, where what was typed has one hit and no other. */
function useOpenSingleHit(): (criteria: DirectoryCriteria) => Promise<void> {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return async (criteria) => {
    if (criteria.search === '') return;
    // A failure shows where the list is.
    const hits = await queryClient
      .fetchQuery({ ...directoryQuery(criteria), staleTime: 10_000 })
      .catch(() => undefined);
    const [only] = hits?.rows ?? [];
    const isWhole = hits?.unreadable === 0 && (hits.totalPages ?? 1) === 1;
    if (only && isWhole && hits.rows.length === 1) navigate(`/users/${only.id}`);
  };
}
