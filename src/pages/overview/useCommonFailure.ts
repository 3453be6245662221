import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { eventsQuery } from '../../api/events.ts';
import { trustedDevicesQuery } from '../../api/trusted-devices.ts';
import { myUserQuery } from '../../api/users.ts';
import { asProblem } from '../../ui/problem.ts';
import { useMe } from '../parts/useMe.ts';

const devicesQuery = trustedDevicesQuery('my');
const activityQuery = eventsQuery('my', undefined);

/** What kept all of the account from being shown, where that is one thing; it is told once then. */
export function useCommonFailure(): { failure: Error | undefined; retry: () => void } {
  const queryClient = useQueryClient();
  // Looks on: the cards ask again when they are drawn anew.
  const user = useMe();
  const devices = useQuery({ ...devicesQuery, retryOnMount: false });
  const activity = useInfiniteQuery({ ...activityQuery, retryOnMount: false });

  const parts = [user, devices, activity];
  const errors = parts.map(({ error }) => error).filter((error) => error !== null);
  const causes = new Set(errors.map((error) => `${asProblem(error).kind} ${asProblem(error).status}`));
  // One that is asked for once more counts as failed until it is there: the page should not change for that moment.
  const isCommon = causes.size === 1 && parts.every((part) => part.data === undefined && part.errorUpdateCount > 0);

  const retry = () => {
    for (const { queryKey } of [myUserQuery, devicesQuery, activityQuery]) void queryClient.resetQueries({ queryKey });
  };
  return { failure: isCommon ? errors[0] : undefined, retry };
}
