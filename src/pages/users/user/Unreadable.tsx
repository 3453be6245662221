import { Plural } from '@lingui/react/macro';

/** Says of what this page can't read, and so can't take away, that it stays. */
export function Unreadable({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <p>
      <strong>
        <Plural
          value={count}
          one="# more could not be read. It stays, and may still let somebody in."
          other="# more could not be read. They stay, and may still let somebody in."
        />
      </strong>
    </p>
  );
}
