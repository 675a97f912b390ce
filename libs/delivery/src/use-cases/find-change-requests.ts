import { Injectable } from '@nestjs/common';
import { AgreementsInScope } from '@app/agreements';
import { Access } from '@app/identity';
import { type ActionOffer, RecordNotFound, offeredActions } from '@app/kernel';
import type { Condition, Page, PageRequest } from '@app/platform';
import { CHANGE_REQUEST_WORKFLOW, type RequestAction } from '../domain/change-request';
import {
  ASKER,
  AskedPromise,
  ChangeRequestRepository,
  ChangeRequestRow,
} from '../persistence/change-request.repository';

/** A request, and what whoever asks may do about it. */
export interface FoundChangeRequest extends ChangeRequestRow {
  readonly offers: readonly ActionOffer<RequestAction>[];
}

/** What a list of requests may be narrowed to. */
export interface ChangeRequestQuestion {
  readonly state: string | null;
  readonly agreement: string | null;
  readonly commitment: string | null;
}

/** Finds requests: all of them for the house, those of their own organisations for investors. */
@Injectable()
export class FindChangeRequests {
  constructor(
    private readonly requests: ChangeRequestRepository,
    private readonly inScope: AgreementsInScope,
    private readonly access: Access,
  ) {}

  async list(question: ChangeRequestQuestion, page: PageRequest): Promise<Page<FoundChangeRequest>> {
    const { state, agreement, commitment } = question;
    const conditions = [...this.scope];
    if (state !== null) conditions.push({ sql: 'r.state = ?', values: [state] });
    if (agreement !== null) conditions.push({ sql: 'r.agreement_id = ?', values: [agreement] });
    if (commitment !== null) conditions.push({ sql: 'r.commitment_id = ?', values: [commitment] });
    const found = await this.requests.list(conditions, this.inScope.isOfTheHouse, page);
    return { ...found, items: found.items.map((row) => this.withOffers(row)) };
  }

  /** @throws RecordNotFound, also when it is of another organisation */
  async find(id: string): Promise<FoundChangeRequest> {
    const row = await this.requests.find(id, this.scope, this.inScope.isOfTheHouse);
    if (row === null) throw new RecordNotFound();
    return this.withOffers(row);
  }

  /** @throws RecordNotFound */
  async promise(commitmentId: string): Promise<AskedPromise & { readonly isOwn: boolean }> {
    const promise = await this.requests.promise(commitmentId, this.inScope.conditions);
    if (promise === null) throw new RecordNotFound();
    return { ...promise, isOwn: this.isOwn(promise.obligorId) };
  }

  private get scope(): Condition[] {
    const own = this.access.visibleOrganisations;
    return own === null ? [] : [{ sql: `${ASKER} = ANY (?::uuid[])`, values: [own] }];
  }

  private isOwn(organisationId: string | null): boolean {
    return organisationId !== null && (this.access.visibleOrganisations ?? []).includes(organisationId);
  }

  private withOffers(row: ChangeRequestRow): FoundChangeRequest {
    const isOwn = this.isOwn(row.organisationId);
    return {
      ...row,
      offers: offeredActions(CHANGE_REQUEST_WORKFLOW, row.state, {
        permission: (permission) => this.access.hindranceAnywhere(permission),
        guard: () => (isOwn ? null : { code: 'asking_is_for_obligor' }),
      }),
    };
  }
}

export type { ChangeRequestRow } from '../persistence/change-request.repository';
