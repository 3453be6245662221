import { Trans } from '@lingui/react/macro';
import type { TrustedDevice } from '../../api/trusted-devices.ts';
import { UntrustedText } from '../../ui/UntrustedText.tsx';
import { cleanText } from '../../ui/untrustedText.ts';

/** A device as people know it: "Firefox on Ubuntu". */
export function DeviceName({ device: { browser, operating_system } }: { device: TrustedDevice }) {
  const browserText = cleanText(browser ?? '') && <UntrustedText max={60}>{browser ?? ''}</UntrustedText>;
  const systemText = cleanText(operating_system ?? '') && (
    <UntrustedText max={60}>{operating_system ?? ''}</UntrustedText>
  );
  if (browserText && systemText) {
    return (
      <Trans>
        {browserText} on {systemText}
      </Trans>
    );
  }
  return browserText || systemText || <Trans>Unknown device</Trans>;
}
