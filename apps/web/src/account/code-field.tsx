import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/button';
import { TextField } from '@/ui/field';

/** What is typed of a second factor: digits of the device, or a recovery code. */
export interface ShownCode {
  readonly kind: 'code' | 'recoveryCode';
  readonly value: string;
}

/** The same as the API takes it; nothing when nothing was typed. */
export function shownCodeOf({ kind, value }: ShownCode): { code?: string; recoveryCode?: string } {
  const typed = value.trim();
  return typed ? { [kind]: typed } : {};
}

interface CodeFieldProps {
  readonly shown: ShownCode;
  readonly onChange: (shown: ShownCode) => void;
  readonly errors: ReadonlyMap<string, string>;
  /** Takes the focus when it appears, as the next thing that is asked. */
  readonly focused?: boolean;
}

/** The code that the device shows, or in its place a recovery code. */
export function CodeField({ shown: { kind, value }, onChange, errors, focused }: CodeFieldProps) {
  const { t } = useTranslation('account');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focused) box.current?.querySelector('input')?.focus();
  }, [focused, kind]);
  const device = kind === 'code';
  return (
    <div className="stack" ref={box}>
      <TextField
        key={kind}
        label={t(device ? 'code.label' : 'code.recovery')}
        hint={t(device ? 'code.hint' : 'code.recoveryHint')}
        field={kind}
        dir="ltr"
        inputMode={device ? 'numeric' : 'text'}
        autoComplete={device ? 'one-time-code' : 'off'}
        maxLength={device ? 7 : 40}
        value={value}
        onChange={({ target }) => onChange({ kind, value: target.value })}
        error={errors.get(kind)}
      />
      <div>
        <Button
          weight="quiet"
          onClick={() => onChange({ kind: device ? 'recoveryCode' : 'code', value: '' })}
        >
          {t(device ? 'code.useRecovery' : 'code.useDevice')}
        </Button>
      </div>
    </div>
  );
}
