import { Trans } from '@lingui/react/macro';
import type { TrustedDevice } from '../../api/trusted-devices.ts';
import { UntrustedText } from '../../ui/UntrustedText.tsx';

/** A device as people know it: "Firefox on Ubuntu". */
export function DeviceName({ device: { browser, operating_system } }: { device: TrustedDevice }) {
  const browserText = browser && <UntrustedText max={60}>{browser}</UntrustedText>;
  const systemText = operating_system && <UntrustedText max={60}>{operating_system}</UntrustedText>;
  if (browserText && systemText) {
    return (
      <Trans>
        {browserText} on {systemText}
      </Trans>
    );
  }
  return browserText || systemText || <Trans>Unknown device</Trans>;
}
