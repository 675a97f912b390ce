import { useTranslation } from 'react-i18next';
import { Text, type TextInLanguages, chooseText } from '@/ui/text';
import { useLanguage } from '@/app/services';
import { OrganisationName, PersonName, SourceName } from '../names';
import type { AgreementDocument, Part } from './parts';

/** What a part is called: its kind, and the name by which people know it. */
export function PartTitle({ part, document }: { readonly part: Part; readonly document: AgreementDocument }) {
  const { t } = useTranslation('words');
  const word = t(`citationSubject.${part.kind === 'citation' ? 'agreement' : part.kind}`);
  if (part.kind === 'agreement') return <>{word}</>;
  const name = <NameOfPart part={part} document={document} />;
  return (
    <>
      <span className="muted">{part.kind === 'citation' ? t('field.citation') : word}</span> {name}
    </>
  );
}

function NameOfPart({ part, document }: { readonly part: Part; readonly document: AgreementDocument }) {
  const { t } = useTranslation('words');
  const language = useLanguage();
  const { fields } = part;
  const text = (key: string) => chooseText(fields[key] as TextInLanguages | null | undefined, language);
  switch (part.kind) {
    case 'party':
      if (typeof fields.organisationId === 'string') return <OrganisationName id={fields.organisationId} />;
      return text('described') ? <Text of={fields.described as TextInLanguages} /> : null;
    case 'signatory':
      return typeof fields.personId === 'string' ? (
        <PersonName id={fields.personId} />
      ) : (
        <>{t(`absence.${(fields.absence ?? 'not_stated') as 'not_stated'}`)}</>
      );
    case 'citation':
      return typeof fields.sourceId === 'string' ? <SourceName id={fields.sourceId} /> : null;
    case 'commitment':
    case 'milestone':
      if (text('title')) return <Text of={fields.title as TextInLanguages} />;
      return typeof fields.kind === 'string' ? <>{t(`kind.${fields.kind as 'jobs'}`)}</> : null;
    case 'agreement':
      return <Text of={document.title} />;
  }
}
