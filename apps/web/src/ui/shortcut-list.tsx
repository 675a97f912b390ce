import { useTranslation } from 'react-i18next';
import { Checkbox } from './field';
import { Dialog } from './dialog';
import { useShortcutsWanted } from './use-shortcuts';
import './shortcut-list.css';

/** The keys of a page and what they do, with the choice to have none of them. */
export function ShortcutList({
  open,
  onClose,
  shortcuts,
}: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly shortcuts: readonly { readonly keys: readonly string[]; readonly does: string }[];
}) {
  const { t } = useTranslation('ui');
  const [wanted, setWanted] = useShortcutsWanted();
  return (
    <Dialog open={open} title={t('shortcuts.title')} onClose={onClose}>
      <dl className="shortcuts">
        {shortcuts.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <Checkbox
        label={t('shortcuts.wanted')}
        hint={t('shortcuts.hint')}
        checked={wanted}
        onChange={({ target }) => setWanted(target.checked)}
      />
    </Dialog>
  );
}
