import { useEffect, useState } from 'react';

/** One try to sign in. An answer that comes after it was left must not sign anybody in. */
export type Attempt = {
  /** @returns whether this try still is the current one */
  begin: () => () => boolean;
  abandon: () => void;
};

export function useAttempt(): Attempt {
  const [attempt] = useState(createAttempt);
  useEffect(() => attempt.abandon, [attempt]);
  return attempt;
}

function createAttempt(): Attempt {
  let current = 0;
  return {
    begin: () => {
      current += 1;
      const mine = current;
      return () => mine === current;
    },
    abandon: () => {
      current += 1;
    },
  };
}
