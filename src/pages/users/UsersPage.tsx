import { useLingui } from '@lingui/react/macro';
import { useLayoutEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import type { DirectoryCriteria } from '../../api/directory.ts';
import { Page } from '../../ui/Page.tsx';
import { StaffOnly } from '../parts/StaffOnly.tsx';
import { readCriteria, writeCriteria } from './criteria.ts';
import { Directory } from './Directory.tsx';
import { Filters } from './Filters.tsx';
import { SearchBox } from './SearchBox.tsx';
import styles from './Users.module.css';

export function UsersPage() {
  const { t } = useLingui();
  const [searchParams, setSearchParams] = useSearchParams();
  const criteria = readCriteria(searchParams);

  // One press can ask for two things: what was typed goes to the address as the field is left, for a column or a filter.
  const asked = useRef(criteria);
  useLayoutEffect(() => {
    asked.current = readCriteria(searchParams);
  }, [searchParams]);

  const go = (changed: Partial<DirectoryCriteria>, replace = false) => {
    asked.current = { ...asked.current, page: 1, ...changed };
    setSearchParams(writeCriteria(asked.current), { replace, preventScrollReset: true });
  };
  /** Typing replaces the address, so that going back does not spell it out letter by letter. */
  const type = (changed: Partial<DirectoryCriteria>) => go(changed, true);

  return (
    <StaffOnly title={t`Users`}>
      <Page wide title={t`Users`}>
        <div className={styles.directory}>
          <div className={styles.criteria}>
            <SearchBox criteria={criteria} onChange={(search) => type({ search })} />
            <Filters criteria={criteria} onChange={go} onType={type} />
          </div>
          <Directory criteria={criteria} onChange={go} />
        </div>
      </Page>
    </StaffOnly>
  );
}
