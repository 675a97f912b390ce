import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/app/services';
import { formatNumber } from '@/formats/numbers';
import { chooseText } from '@/ui/text';
import { type WordList, useWord } from '@/words/use-word';
import { useDraft } from './draft/draft-context';
import { fieldOfPath, stepsOf } from './draft/paths';
import { useCommitmentName, usePartyNames, useSignatoryNames } from './sections/names';
import { useSayStated } from './sections/say-promise';

/** Lists of words by the field whose codes they name. */
const LISTS: Readonly<Record<string, WordList>> = {
  instrumentType: 'instrumentType',
  legalState: 'legalState',
  titleStatus: 'titleStatus',
  certainty: 'certainty',
  kind: 'kind',
  measure: 'measure',
  qualifier: 'qualifier',
  unit: 'unit',
  relation: 'relation',
  stability: 'stability',
  basis: 'basis',
  level: 'level',
  absence: 'absence',
  dateAbsence: 'absence',
  deadlineAbsence: 'absence',
  partiesAbsence: 'absence',
  signatoriesAbsence: 'absence',
  scope: 'placeScope',
  standing: 'milestoneStanding',
  proofMethod: 'proofMethod',
  field: 'citationField',
  subject: 'citationSubject',
  sourcing: 'sourcing',
};

/** Fields that go by another word than their own name. */
const NAMES: Readonly<Record<string, string>> = {
  date: 'signedOn',
  dateAbsence: 'signedOn',
  eventId: 'event',
  partyId: 'party',
  personId: 'person',
  organisationId: 'organisation',
  obligorPartyId: 'obligor',
  partOfId: 'partOf',
  sourceId: 'source',
  scope: 'place',
  regionCodes: 'regions',
  zoneIds: 'zones',
  sectorCodes: 'sector',
  subjectId: 'citation',
};

/** A field in words: "Jobs in Rabat – Deadline". */
export function useFieldName(): (path: string) => string {
  const { t } = useTranslation(['logging', 'words']);
  const word = useWord();
  const { content } = useDraft().state;
  const parties = usePartyNames();
  const signatories = useSignatoryNames();
  const commitmentName = useCommitmentName();
  return (path) => {
    const { document } = content;
    const steps = stepsOf(fieldOfPath(path, content));
    const names: string[] = [];
    steps.forEach((step, at) => {
      if (typeof step !== 'number') return;
      if (steps[at - 1] === 'parties') names.push(parties.get(document.parties[step]?.id ?? '') ?? '');
      if (steps[at - 1] === 'signatories')
        names.push(signatories.get(document.signatories[step]?.id ?? '') ?? '');
      if (steps[at - 1] === 'commitments') names.push(commitmentName(step, document));
      if (steps[at - 1] === 'milestones') names.push(t('milestoneNumber', { number: step + 1 }));
      if (steps[at - 1] === 'citations') names.push(t('citationNumber', { number: step + 1 }));
    });
    const last = steps.findLast(
      (step) => typeof step === 'string' && !['ar', 'fr', 'en', 'stated'].includes(step),
    );
    const language = steps.at(-1);
    if (typeof last === 'string' && typeof steps.at(-1) === 'string')
      names.push(word('field', NAMES[last] ?? last));
    if (language === 'ar' || language === 'fr' || language === 'en')
      names.push(t(`words:language.${language}`));
    return names.filter(Boolean).join(' – ');
  };
}

/** A value in words. */
export function useShownValue(): (path: string, value: unknown) => string {
  const { t } = useTranslation('logging');
  const language = useLanguage();
  const word = useWord();
  const sayDate = useSayStated();
  const parties = usePartyNames();
  const show = (path: string, value: unknown): string => {
    const last = String(stepsOf(path).at(-1) ?? '');
    if (value === null || value === undefined || value === '') return t('check.empty');
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    if (typeof value === 'number') return formatNumber(value, language);
    if (typeof value === 'string') {
      if (LISTS[last]) return word(LISTS[last], value);
      return last === 'stated' ? sayDate(value) : (parties.get(value) ?? value);
    }
    if (Array.isArray(value)) return value.map((one) => show(path, one)).join(' · ') || t('check.empty');
    const part = value as Readonly<Record<string, unknown>>;
    const text = chooseText(part['title'] ?? part, language)?.words;
    if (text) return text;
    const said = Object.entries(part).flatMap(([key, one]) =>
      key === 'id' || one === null || typeof one === 'object' ? [] : [show(key, one)],
    );
    return said.join(' · ') || t('conflict.part');
  };
  return show;
}
