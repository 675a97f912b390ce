import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail, auditKind } from '@app/audit';
import { FieldsRefused } from '@app/kernel';
import { Transactions, newId } from '@app/platform';
import {
  Organisation,
  OrganisationContent,
  OrganisationToRecord,
  newOrganisation,
  organisationViolations,
} from '../domain/organisation';
import { NamedOrganisation, OrganisationRepository } from '../persistence/organisation.repository';
import { PersonalValues } from '../persistence/personal-values';
import { requireFreeIce } from './require-free-ice';

const organisationRecorded = auditKind<
  Omit<OrganisationContent, 'reportingContacts'> & { readonly reportingContactIds: readonly string[] }
>('organisation.recorded', 'organisation');

/** The organisation as recorded, and those it may be a second record of. */
export interface RecordedOrganisation extends Organisation {
  readonly possibleDuplicates: readonly NamedOrganisation[];
}

/**
 * Adds an organisation. Two may have the same name; who records one is shown those that are much alike.
 * @throws FieldsRefused @throws IceAlreadyRecorded
 */
@Injectable()
export class RecordOrganisation {
  constructor(
    private readonly organisations: OrganisationRepository,
    private readonly personalValues: PersonalValues,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
  ) {}

  async execute(given: OrganisationToRecord, actor: Actor): Promise<RecordedOrganisation> {
    return this.transactions.run(async (tx) => {
      const content = newOrganisation(given);
      const violations = organisationViolations(content);
      if (violations.length > 0) throw new FieldsRefused(violations);
      await requireFreeIce(this.organisations, tx, content.ice, null);
      const { ar, fr, en } = content.names;
      const names = [ar, fr, en, ...content.variants].filter((name) => name !== null);
      const possibleDuplicates = await this.organisations.findAlike(names);
      const id = newId();
      await this.organisations.insert(tx, id, content);
      const contacts = content.reportingContacts.map(({ email: value, language }) => ({
        value,
        language,
        preferred: false,
      }));
      const stored = await this.personalValues.replace(tx, { kind: 'contact', organisationId: id }, contacts);
      const { reportingContacts: _, ...impersonal } = content;
      await this.audit.note(tx, organisationRecorded, {
        actor,
        subjectId: id,
        payload: { ...impersonal, reportingContactIds: stored.added },
      });
      return { ...content, id, revision: 1, mergedInto: null, mergedFrom: [], possibleDuplicates };
    });
  }
}
