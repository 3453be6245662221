import { Trans, useLingui } from '@lingui/react/macro';
import { QRCodeSVG } from 'qrcode.react';
import { useState } from 'react';
import type { NewMfaKey } from '../../../api/mfa-keys.ts';
import { parseKeyUri } from '../../../otp/key-uri.ts';
import { Alert } from '../../../ui/Alert.tsx';
import { Card } from '../../../ui/Card.tsx';
import { useFocusOnMount } from '../../../ui/useFocusOnMount.ts';
import { ActivateForm } from './ActivateForm.tsx';
import { AppPreview } from './AppPreview.tsx';
import { CannotScan } from './CannotScan.tsx';
import styles from './New.module.css';

/** Modules of white around the code (ISO/IEC 18004 asks for four). */
const QUIET_ZONE = 4;

/** Bytes above which a phone can't read the code from a screen any more; far above, there is no code at all. */
const QR_LIMIT = 1_000;

interface ScanStepProps {
  mfaKey: NewMfaKey;
  onCodeBegun: () => void;
  onActivated: () => void;
  onStartAgain: () => void;
}

export function ScanStep({ mfaKey, onCodeBegun, onActivated, onStartAgain }: ScanStepProps) {
  const { t } = useLingui();
  const heading = useFocusOnMount<HTMLHeadingElement>();
  const { otpauth = '' } = mfaKey;
  const [keyUri] = useState(() => parseKeyUri(otpauth));
  // Its camera can't look at its own screen.
  const [isPhone] = useState(() => matchMedia('(pointer: coarse) and (width < 37.5em)').matches);
  const isDrawable = otpauth !== '' && otpauth.isWellFormed() && new TextEncoder().encode(otpauth).length <= QR_LIMIT;
  return (
    <Card padding="flush" className={styles.scan}>
      <div className={styles.how}>
        <h2 ref={heading} tabIndex={-1}>
          <Trans>Scan with your phone</Trans>
        </h2>
        <p className={styles.lead}>
          <Trans>Open your authenticator app, add an account and point the camera at the code.</Trans>
        </p>
      </div>
      <div className={styles.code}>
        {isDrawable ? (
          <QRCodeSVG
            className={styles.qr}
            value={otpauth}
            title={t`QR code for your authenticator app`}
            marginSize={QUIET_ZONE}
            size={256}
            bgColor="#ffffff"
            fgColor="#000000"
          />
        ) : (
          <NoQrCode />
        )}
        <CannotScan mfaKey={mfaKey} keyUri={keyUri} open={!isDrawable || isPhone} />
      </div>
      <div className={styles.enter}>
        {keyUri && <AppPreview keyUri={keyUri} />}
        <ActivateForm
          keyId={mfaKey.id}
          keyUri={keyUri}
          onCodeBegun={onCodeBegun}
          onActivated={onActivated}
          onStartAgain={onStartAgain}
        />
      </div>
    </Card>
  );
}

/** Where there is no Key URI, or one that is too long for a QR code: the setup key does the same. */
function NoQrCode() {
  return (
    <Alert tone="warning" live={false}>
      <Trans>This code can’t be drawn. Use the setup key instead.</Trans>
    </Alert>
  );
}
