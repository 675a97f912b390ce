import {
  ABSENCES,
  BASES,
  LEVELS,
  QUALIFIERS,
  RELATIONS,
  STABILITIES,
  isExactValue,
  isMoneyUnit,
  isUnit,
  parseCalendarDate,
  parsePublishedDate,
} from '@app/kernel';
import {
  CERTAINTIES,
  CITED_FIELDS,
  INSTRUMENT_TYPES,
  LOGGED_LEGAL_STATES,
  MILESTONE_STANDINGS,
  PARTY_ROLES,
  PLACE_SCOPES,
  SIGNATORY_ROLES,
  SOURCING,
  TITLE_STATUSES,
} from '../../libs/agreements/src/domain/agreement-document';
import { COMMITMENT_KIND_DEFINITIONS } from '../../libs/agreements/src/domain/kinds';
import { type Agreement, type ProfileCode, readProfileFiles } from './profile-files';

const ORGANISATION_KINDS = ['company', 'public_body', 'federation', 'training_body', 'other'];

function expectUnique(values: readonly string[]): void {
  expect(values).toEqual([...new Set(values)]);
}

function datesOf(agreement: Agreement): string[] {
  return [
    agreement.legalStateSince,
    agreement.signing.date,
    ...agreement.commitments.flatMap((commitment) => [
      commitment.deadline,
      ...commitment.milestones.map((milestone) => milestone.deadline),
    ]),
  ].flatMap((date) => (date ? [date.stated] : []));
}

function quantitiesOf(agreement: Agreement) {
  return agreement.commitments.flatMap((commitment) =>
    [commitment.quantity, ...commitment.milestones.map((milestone) => milestone.quantity)].flatMap(
      (quantity) =>
        quantity ? [{ quantity, definition: COMMITMENT_KIND_DEFINITIONS[commitment.kind] }] : [],
    ),
  );
}

describe.each<ProfileCode>(['ma', 'nuria'])('the profile %s', (code) => {
  const files = readProfileFiles(code);
  const keys = (records: readonly { key: string }[]) => records.map((record) => record.key);
  const codes = (records: readonly { code: string }[]) => records.map((record) => record.code);

  it('names the country and how it works', () => {
    const { profile } = files;
    expect(profile.code).toBe(code);
    expect(profile.currency).toMatch(/^[A-Z]{3}$/);
    expect(profile.languages).toContain(profile.defaultLanguage);
    expect(new Set(profile.weekend).size).toBe(profile.weekend.length);
    for (const text of profile.legalTexts)
      if (text.replaces) expect(codes(profile.legalTexts)).toContain(text.replaces);
    for (const group of profile.searchSynonyms) expectUnique(group);
  });

  it('has no key twice', () => {
    for (const list of [files.regions, files.zones, files.sectors, files.indicators.indicators])
      expectUnique(codes(list));
    for (const list of [files.holidays, files.sources, files.organisations, files.persons, files.events])
      expectUnique(keys(list));
    expectUnique(files.sources.map((source) => source.url));
    expectUnique(files.agreements.map((agreement) => agreement.publishedReference));
  });

  it('gives regions, zones, sectors, holidays, indicators, events and titles three names', () => {
    const named = [
      files.profile,
      ...files.regions,
      ...files.zones,
      ...files.sectors,
      ...files.holidays,
      ...files.indicators.indicators,
      ...files.events,
    ].map((record) => record.names);
    const titled = files.agreements.flatMap((agreement) => [
      agreement.title,
      ...agreement.commitments.flatMap(({ title, milestones }) => [title, ...milestones.map((m) => m.title)]),
      ...agreement.parties.flatMap(({ described }) => (described ? [described] : [])),
    ]);
    for (const text of [...named, ...titled]) {
      expect(Object.keys(text)).toEqual(['ar', 'fr', 'en']);
      for (const value of Object.values(text)) expect(value?.trim()).toBeTruthy();
      expect(text.ar).toMatch(/\p{Script=Arabic}/u);
    }
    for (const organisation of files.organisations) {
      expect(organisation.names.fr && organisation.names.en).toBeTruthy();
      expect(ORGANISATION_KINDS).toContain(organisation.kind);
      expect(organisation.ice).toBeNull();
      if (organisation.country) expect(organisation.country).toMatch(/^[A-Z]{2}$/);
    }
    for (const person of files.persons) expect(person.names.filter((name) => name.preferred)).toHaveLength(1);
  });

  it('refers only to records that it holds', () => {
    const references = files.agreements.map((agreement) => agreement.publishedReference);
    for (const zone of files.zones) {
      expect(codes(files.regions)).toContain(zone.regionCode);
      if (zone.managerOrganisation) expect(keys(files.organisations)).toContain(zone.managerOrganisation);
      expect(zone.manager === null).toBe(zone.managerAbsence !== null);
    }
    for (const link of files.links) expect(references).toEqual(expect.arrayContaining([link.from, link.to]));
    for (const event of files.events) expect(references).toEqual(expect.arrayContaining(event.members));
    for (const holiday of files.holidays)
      if (holiday.kind === 'dated')
        expect(files.holidays).toContainEqual(expect.objectContaining({ kind: 'lunar', key: holiday.feast }));
    for (const figure of files.indicators.figures) {
      expect(codes(files.indicators.indicators)).toContain(figure.indicator);
      const indicator = files.indicators.indicators.find(({ code }) => code === figure.indicator);
      const kind = figure.kind === 'observation' ? 'method' : 'plan';
      expect(indicator?.series).toContainEqual(expect.objectContaining({ code: figure.series, kind }));
      if (figure.measuredIn) expect(codes(indicator?.series ?? [])).toContain(figure.measuredIn);
      expect(figure.unit).toBe(indicator?.unit);
      if (figure.sectorCode) expect(codes(files.sectors)).toContain(figure.sectorCode);
      if (figure.sourceUrl) expect(files.sources.map((source) => source.url)).toContain(figure.sourceUrl);
      expect(figure.sourceUrl === null).toBe(figure.sourceAbsence !== null);
      expect(figure.period === null).toBe(figure.periodAbsence !== null);
    }
  });

  it('has dates that can be read', () => {
    const stated = [
      ...files.agreements.flatMap(datesOf),
      ...files.events.map((event) => event.dates.stated),
      ...files.sources.flatMap((source) => (source.publishedOn ? [source.publishedOn] : [])),
    ];
    for (const date of stated) expect([date, parsePublishedDate(date)]).not.toContain(null);
    for (const holiday of files.holidays) {
      if (holiday.kind === 'dated') expect(parseCalendarDate(holiday.firstDay)).not.toBeNull();
      if (holiday.kind === 'fixed') expect(parseCalendarDate(`2026-${holiday.monthDay}`)).not.toBeNull();
    }
    for (const { period } of files.indicators.figures)
      if (period) for (const part of period.split('/')) expect(parsePublishedDate(part)).not.toBeNull();
  });

  describe.each(files.agreements.map((agreement) => [agreement.publishedReference, agreement] as const))(
    'agreement %s',
    (_reference, agreement) => {
      const partyIds = agreement.parties.map(({ id }) => id);
      const commitmentIds = agreement.commitments.map(({ id }) => id);
      const milestoneIds = agreement.commitments.flatMap(({ milestones }) => milestones.map(({ id }) => id));

      it('uses the words of the register', () => {
        expect(INSTRUMENT_TYPES).toContain(agreement.instrumentType);
        expect(LOGGED_LEGAL_STATES).toContain(agreement.legalState);
        expect(TITLE_STATUSES).toContain(agreement.titleStatus);
        expect(SOURCING).toContain(agreement.sourcing);
        for (const party of agreement.parties) {
          expect(PARTY_ROLES).toContain(party.role);
          expect(CERTAINTIES).toContain(party.certainty);
        }
        for (const signatory of agreement.signatories) expect(SIGNATORY_ROLES).toContain(signatory.role);
        for (const citation of agreement.citations) expect(CITED_FIELDS).toContain(citation.field);
        for (const commitment of agreement.commitments) {
          expect(PLACE_SCOPES).toContain(commitment.place.scope);
          for (const { standing } of commitment.milestones) expect(MILESTONE_STANDINGS).toContain(standing);
        }
      });

      it('refers only to records that exist', () => {
        const { signing } = agreement;
        if (signing.event) expect(keys(files.events)).toContain(signing.event);
        const event = files.events.find(({ key }) => key === signing.event);
        const inBatch = event?.members.includes(agreement.publishedReference) && event.amount !== null;
        expect(signing.sharesEventAmount).toBe(inBatch ?? false);
        expect(codes(files.sectors)).toEqual(expect.arrayContaining([...agreement.sectorCodes]));
        for (const { organisation, described } of agreement.parties) {
          expect(organisation === null).toBe(described !== null);
          if (organisation) expect(keys(files.organisations)).toContain(organisation);
        }
        for (const { person, absence, partyId } of agreement.signatories) {
          expect(person === null).toBe(absence !== null);
          if (person) expect(keys(files.persons)).toContain(person);
          if (partyId) expect(partyIds).toContain(partyId);
        }
        for (const { place, obligorPartyId } of agreement.commitments) {
          expect(place.scope === 'regions').toBe(place.regionCodes.length > 0);
          expect(codes(files.regions)).toEqual(expect.arrayContaining([...place.regionCodes]));
          expect(codes(files.zones)).toEqual(expect.arrayContaining(place.zones));
          if (obligorPartyId) expect(partyIds).toContain(obligorPartyId);
        }
      });

      it('numbers its parts once and cites them', () => {
        const signatoryIds = agreement.signatories.map(({ id }) => id);
        const citationIds = agreement.citations.map(({ id }) => id);
        expectUnique([...partyIds, ...signatoryIds, ...commitmentIds, ...milestoneIds, ...citationIds]);
        const subjects: Record<string, readonly (string | null)[]> = {
          agreement: [null],
          party: partyIds,
          signatory: signatoryIds,
          commitment: commitmentIds,
          milestone: milestoneIds,
        };
        for (const citation of agreement.citations) {
          expect(subjects[citation.subject]).toContain(citation.subjectId);
          expect(keys(files.sources)).toContain(citation.source);
        }
        expect(agreement.citations).toContainEqual(
          expect.objectContaining({ field: 'whole', subject: 'agreement', adopted: true }),
        );
      });

      it('says why a fact is missing', () => {
        expect(agreement.signing.date === null).toBe(agreement.signing.dateAbsence !== null);
        if (agreement.signatories.length === 0) expect(ABSENCES).toContain(agreement.signatoriesAbsence);
        expect(agreement.parties.length + (agreement.partiesAbsence ? 1 : 0)).toBeGreaterThan(0);
        for (const { deadline, deadlineAbsence } of agreement.commitments)
          expect(deadline === null).toBe(deadlineAbsence !== null);
      });

      it('has figures of their kind', () => {
        for (const { kind, measure, quantity } of agreement.commitments) {
          expect(COMMITMENT_KIND_DEFINITIONS[kind].measures).toContain(measure);
          expect(quantity !== null).toBe(measure === 'quantity');
        }
        for (const { quantity, definition } of quantitiesOf(agreement)) {
          if (quantity.unit === null) throw new Error('a figure of the register counts nothing');
          expect(isUnit(quantity.unit)).toBe(true);
          expect(definition.units).toContain(isMoneyUnit(quantity.unit) ? 'money' : quantity.unit);
          if (isMoneyUnit(quantity.unit)) expect(quantity.unit).toBe(files.profile.currency);
          if (quantity.value === null) expect(quantity.qualifier).toBe('not_stated');
          else expect(isExactValue(quantity.value, quantity.unit)).toBe(true);
          expect(QUALIFIERS).toContain(quantity.qualifier);
          expect(RELATIONS).toContain(quantity.relation);
          expect(STABILITIES).toContain(quantity.stability);
          expect(BASES).toContain(quantity.basis);
          expect(LEVELS).toContain(quantity.level);
        }
      });
    },
  );
});

describe('the fictional profile', () => {
  const files = readProfileFiles('nuria');

  it('says that it is fictional in every name', () => {
    const names = [
      files.profile,
      ...files.regions,
      ...files.zones,
      ...files.sectors,
      ...files.holidays,
      ...files.organisations,
      ...files.events,
      ...files.indicators.indicators,
    ].map((record) => record.names);
    for (const text of [...names, ...files.agreements.map((agreement) => agreement.title)]) {
      expect(text.en).toContain('fictional');
      expect(text.fr).toContain('fictif');
      expect(text.ar).toContain('خيالي');
    }
    for (const person of files.persons) expect(person.names[0]?.value).toContain('Fictional');
  });

  it('works another week, in another zone, with another currency', () => {
    expect(files.profile).toMatchObject({ weekend: [5, 6], timeZone: 'Asia/Dubai', currency: 'NUR' });
    const counts = [files.regions, files.sectors, files.zones, files.events, files.agreements];
    expect(counts.map((list) => list.length)).toEqual([3, 2, 1, 1, 2]);
  });
});
