import { useLingui } from '@lingui/react/macro';
import { Card } from './Card.tsx';
import { LoadingRegion, Skeleton } from './Skeleton.tsx';

interface ListLoadingProps {
  /** How many rows are likely. */
  count: number;
  /** The card that is coming has a heading. */
  headed?: boolean;
}

/** The shape of a list in its card. */
export function ListLoading({ count, headed = false }: ListLoadingProps) {
  const { t } = useLingui();
  return (
    <LoadingRegion label={t`Loading`}>
      <Card padding="flush">
        {headed && <Skeleton shape="heading" />}
        <Skeleton shape="row" count={count} />
      </Card>
    </LoadingRegion>
  );
}
