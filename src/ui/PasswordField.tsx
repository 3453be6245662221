import { Trans } from '@lingui/react/macro';
import { useEffect, useId, useRef, useState } from 'react';
import { TextButton } from './TextButton.tsx';
import { TextField, type TextFieldProps } from './TextField.tsx';

interface PasswordFieldProps extends Omit<TextFieldProps, 'type' | 'action'> {
  /** It holds a token, and no password. */
  isToken?: boolean | undefined;
}

export function PasswordField({ id, isToken = false, ...rest }: PasswordFieldProps) {
  const ownId = useId();
  const fieldId = id ?? ownId;
  const [shown, setShown] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);

  // A shown password must not stay on the screen while the answer is awaited, nor be kept by the
  // browser as the memory of a text field. The button knows its form, so the field's ref stays the caller's.
  useEffect(() => {
    const form = toggle.current?.form;
    const hide = () => setShown(false);
    form?.addEventListener('submit', hide, { capture: true });
    return () => form?.removeEventListener('submit', hide, { capture: true });
  }, []);

  return (
    <TextField
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      {...rest}
      id={fieldId}
      type={shown ? 'text' : 'password'}
      action={
        <TextButton ref={toggle} aria-controls={fieldId} onClick={() => setShown(!shown)}>
          {isToken ? (
            shown ? (
              <Trans>Hide token</Trans>
            ) : (
              <Trans>Show token</Trans>
            )
          ) : shown ? (
            <Trans>Hide password</Trans>
          ) : (
            <Trans>Show password</Trans>
          )}
        </TextButton>
      }
    />
  );
}
