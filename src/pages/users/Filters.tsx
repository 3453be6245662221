import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { type DirectoryCriteria, SORT_FIELDS, type SortField, unsearchable } from '../../api/directory.ts';
import { userStatusesQuery } from '../../api/users.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { untrustedText } from '../../ui/untrustedText.ts';
import { PAGE_SIZES } from './criteria.ts';
import styles from './Users.module.css';
import { useTyped } from './useTyped.ts';

interface FiltersProps {
  criteria: DirectoryCriteria;
  onChange: (changed: Partial<DirectoryCriteria>) => void;
  /** The same for what is typed, which is no step to come back to. */
  onType: (changed: Partial<DirectoryCriteria>) => void;
}

export function Filters({ criteria, onChange, onType }: FiltersProps) {
  const { t } = useLingui();
  const { data: statuses } = useQuery(userStatusesQuery);
  const [open, setOpen] = useState(criteria.status !== undefined || criteria.organisation !== '');
  return (
    <>
      {/* On a narrow screen alone: elsewhere the filters have room, and are always there. */}
      <div className={styles.filtersButton}>
        <Button icon={<ChevronDown />} aria-expanded={open} aria-controls="filters" onClick={() => setOpen(!open)}>
          <Trans>Filters and order</Trans>
        </Button>
      </div>
      <div id="filters" className={classes(styles.filters, open && styles.open)}>
        <SelectField
          label={<Trans>Status</Trans>}
          value={criteria.status ?? ''}
          onChange={({ target }) => onChange({ status: target.value === '' ? undefined : Number(target.value) })}
        >
          <option value="">{t`Any status`}</option>
          {statuses?.rows.map(({ id, description }) => (
            <option key={id} value={id}>
              {untrustedText(description ?? '', 60).shown || id}
            </option>
          ))}
        </SelectField>
        <OrganisationField organisation={criteria.organisation} onChange={(organisation) => onType({ organisation })} />
        <SelectField
          label={<Trans>Users per page</Trans>}
          value={criteria.perPage}
          onChange={({ target }) => onChange({ perPage: Number(target.value) })}
        >
          {PAGE_SIZES.map((size) => (
            <option key={size}>{size}</option>
          ))}
        </SelectField>
        <div className={styles.sortBy}>
          <SortBy criteria={criteria} onChange={onChange} />
        </div>
      </div>
    </>
  );
}

/** What the headers of the columns do, where there are none. */
function SortBy({ criteria: { sort, descending }, onChange }: Pick<FiltersProps, 'criteria' | 'onChange'>) {
  const { t } = useLingui();
  const names: Record<SortField, string> = {
    id: t`ID`,
    name: t`Name`,
    username: t`Email`,
    status: t`Status`,
    organisation: t`Organisation`,
    created: t`Created`,
  };
  return (
    <SelectField
      label={<Trans>Sort by</Trans>}
      value={`${descending ? '-' : ''}${sort}`}
      onChange={({ target: { value } }) => {
        const field = SORT_FIELDS.find((known) => known === value.replace('-', ''));
        if (field) onChange({ sort: field, descending: value.startsWith('-') });
      }}
    >
      {SORT_FIELDS.flatMap((field) => [
        <option key={field} value={field}>{t`${names[field]}, ascending`}</option>,
        <option key={`-${field}`} value={`-${field}`}>{t`${names[field]}, descending`}</option>,
      ])}
    </SelectField>
  );
}

/** The API has no list of organisations to choose from; it looks for a part of the name. */
function OrganisationField({ organisation, onChange }: { organisation: string; onChange: (name: string) => void }) {
  const { t } = useLingui();
  const { typed, type, settle } = useTyped(organisation, onChange);
  const problem = unsearchable(typed);
  return (
    <TextField
      label={<Trans>Organisation</Trans>}
      placeholder={t`Any organisation`}
      autoComplete="off"
      value={typed}
      error={problem && t`The service can’t search for “${problem}”. Leave it out.`}
      onChange={({ target: { value } }) => type(value)}
      onBlur={() => settle()}
    />
  );
}
