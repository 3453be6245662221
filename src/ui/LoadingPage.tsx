import { useLingui } from '@lingui/react/macro';
import { LoadingRegion, Skeleton } from './Skeleton.tsx';

/** The shape of a page whose code is still on its way. */
export function LoadingPage() {
  const { t } = useLingui();
  return (
    <LoadingRegion label={t`Loading`}>
      <Skeleton shape="title" />
      <Skeleton shape="card" count={2} />
    </LoadingRegion>
  );
}
