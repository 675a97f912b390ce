import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail, changedFields, auditKind, Changed } from '@app/audit';
import { FieldsRefused } from '@app/kernel';
import { Outbox, RecordVersion, Transactions } from '@app/platform';
import {
  Organisation,
  OrganisationCorrection,
  correctedOrganisation,
  organisationViolations,
  searchSourceOf,
} from '../domain/organisation';
import { RecordMerged } from '../domain/refusals';
import { OrganisationRepository } from '../persistence/organisation.repository';
import { PersonalValues, ReplacedValues } from '../persistence/personal-values';
import { organisationRenamed } from './organisation-renamed.event';
import { requireFreeIce } from './require-free-ice';

const organisationCorrected = auditKind<Changed & { readonly reportingContactIds?: ReplacedValues }>(
  'organisation.corrected',
  'organisation',
);

/**
 * Corrects an organisation; variants and contacts replace those before.
 * @throws RecordNotFound @throws RecordIsStale @throws RecordMerged @throws FieldsRefused @throws IceAlreadyRecorded
 */
@Injectable()
export class CorrectOrganisation {
  constructor(
    private readonly organisations: OrganisationRepository,
    private readonly personalValues: PersonalValues,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  async execute(
    version: RecordVersion,
    correction: OrganisationCorrection,
    actor: Actor,
  ): Promise<Organisation> {
    const { id } = version;
    return this.transactions.run(async (tx) => {
      const before = await this.organisations.lock(tx, version);
      if (before.mergedInto !== null) throw new RecordMerged(before.mergedInto.id);
      const after = correctedOrganisation(before, correction);
      const violations = organisationViolations(after);
      if (violations.length > 0) throw new FieldsRefused(violations);
      await requireFreeIce(this.organisations, tx, after.ice, id);
      const { reportingContacts, ...changed } = changedFields(before, after);
      if (!reportingContacts && Object.keys(changed).length === 0) return before;
      await this.organisations.change(tx, version, after, before.mergedFrom);
      const contacts = after.reportingContacts.map(({ email: value, language }) => ({
        value,
        language,
        preferred: false,
      }));
      const contactIds = await this.personalValues.replace(
        tx,
        { kind: 'contact', organisationId: id },
        contacts,
      );
      await this.personalValues.eraseTwinsOfContacts(tx, id);
      await this.audit.note(tx, organisationCorrected, {
        actor,
        subjectId: id,
        payload: { changed, ...(reportingContacts ? { reportingContactIds: contactIds } : {}) },
      });
      if (searchSourceOf(before) !== searchSourceOf(after)) {
        await this.outbox.add(tx, organisationRenamed, { organisationId: id });
      }
      return { ...before, ...after, revision: before.revision + 1 };
    });
  }
}
