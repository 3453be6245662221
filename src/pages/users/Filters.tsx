import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { type DirectoryCriteria, unsearchable } from '../../api/directory.ts';
import { userStatusesQuery } from '../../api/users.ts';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { untrustedText } from '../../ui/untrustedText.ts';
import { PAGE_SIZES } from './criteria.ts';
import styles from './Users.module.css';

interface FiltersProps {
  criteria: DirectoryCriteria;
  onChange: (changed: Partial<DirectoryCriteria>) => void;
  /** The same for what is typed, which is no step to come back to. */
  onType: (changed: Partial<DirectoryCriteria>) => void;
}

/** Milliseconds of rest after which what was typed is looked for. */
const REST = 250;

export function Filters({ criteria, onChange, onType }: FiltersProps) {
  const { t } = useLingui();
  const { data: statuses } = useQuery(userStatusesQuery);
  return (
    <div className={styles.filters}>
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
    </div>
  );
}

/** The API has no list of organisations to choose from; it looks for a part of the name. */
function OrganisationField({ organisation, onChange }: { organisation: string; onChange: (name: string) => void }) {
  const { t } = useLingui();
  const [typed, setTyped] = useState(organisation);
  const [known, setKnown] = useState(organisation);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  if (known !== organisation) {
    setKnown(organisation);
    if (typed.trim() !== organisation) setTyped(organisation);
  }
  useEffect(() => () => clearTimeout(timer.current), []);
  const problem = unsearchable(typed);
  return (
    <TextField
      label={<Trans>Organisation</Trans>}
      placeholder={t`Any organisation`}
      autoComplete="off"
      value={typed}
      error={problem && t`The service can’t search for “${problem}”. Leave it out.`}
      onChange={({ target: { value } }) => {
        setTyped(value);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => onChange(value.trim()), REST);
      }}
    />
  );
}
