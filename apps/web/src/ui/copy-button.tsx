import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button';

/** Puts a text where it can be pasted from, and says whether it is there. */
export function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
  const { t } = useTranslation('ui');
  const [outcome, setOutcome] = useState<'copied' | 'notCopied' | null>(null);
  const copy = () => {
    // A browser offers its clipboard to pages of a secure address alone.
    if (!navigator.clipboard) return setOutcome('notCopied');
    navigator.clipboard.writeText(text).then(
      () => setOutcome('copied'),
      () => setOutcome('notCopied'),
    );
  };
  return (
    <span className="row">
      <Button onClick={copy}>{label}</Button>
      <span role="status" className="small">
        {outcome ? t(outcome) : ''}
      </span>
    </span>
  );
}
