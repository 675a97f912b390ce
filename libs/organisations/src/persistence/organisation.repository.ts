import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LocalizedText, RecordIsStale, RecordNotFound } from '@app/kernel';
import {
  Condition,
  Page,
  PageRequest,
  RecordVersion,
  Transactions,
  changeRecord,
  holdsEveryWord,
  joinConditions,
  readPage,
} from '@app/platform';
import {
  MergedOrganisation,
  Organisation,
  OrganisationContent,
  OrganisationKind,
  ReportingContact,
  searchSourceOf,
} from '../domain/organisation';
import { OrganisationEntity, OrganisationVariantEntity } from './organisations.entities';
import type { OrganisationScope } from './visible-organisations';

/** Which organisations a list shows. */
export interface OrganisationFilter {
  /** Words that a name or a variant holds, in any of the three scripts. */
  readonly q?: string | null;
  readonly kind?: OrganisationKind | null;
  readonly country?: string | null;
}

/** An organisation by its names. */
export interface NamedOrganisation {
  readonly id: string;
  readonly names: LocalizedText;
}

interface OrganisationRow extends RecordVersion {
  readonly name_ar: string | null;
  readonly name_fr: string | null;
  readonly name_en: string | null;
  readonly kind: OrganisationKind;
  readonly country: string | null;
  readonly ice: string | null;
  readonly note: string | null;
  readonly variants: string[];
  readonly contacts: ReportingContact[];
  readonly mergedInto: NamedOrganisation | null;
  readonly mergedFrom: MergedOrganisation[];
}

const namesIn = (row: string) =>
  `json_build_object('ar', ${row}.name_ar, 'fr', ${row}.name_fr, 'en', ${row}.name_en)`;

const COLUMNS = `o.id, o.revision, o.name_ar, o.name_fr, o.name_en, o.kind, o.country, o.ice, o.note,
  ARRAY(SELECT v.name FROM organisation_variant v WHERE v.organisation_id = o.id ORDER BY v.name) AS variants,
  (SELECT coalesce(json_agg(json_build_object('email', c.value, 'language', c.language) ORDER BY c.id), '[]')
     FROM personal_value c WHERE c.organisation_id = o.id AND c.kind = 'contact') AS contacts,
  (SELECT json_build_object('id', s.id, 'names', ${namesIn('s')}) FROM organisation s WHERE s.id = o.merged_into)
    AS "mergedInto",
  (SELECT coalesce(json_agg(json_build_object('id', g.id, 'names', ${namesIn('g')}, 'variants',
            ARRAY(SELECT v.name FROM organisation_variant v WHERE v.organisation_id = g.id ORDER BY v.name))
            ORDER BY g.id), '[]') FROM organisation g WHERE g.merged_into = o.id) AS "mergedFrom"`;

const BY_NAME = {
  keys: [
    { sql: 'fold_text(coalesce(o.name_fr, o.name_en, o.name_ar))', type: 'text' },
    { sql: 'o.id', type: 'uuid' },
  ],
};

/** Records that were merged into others are not shown beside them. */
const STANDS_FOR_ITSELF: Condition = { sql: 'o.merged_into IS NULL', values: [] };

/** Likely the same organisation: the most alike are named, no more. */
const MOST_DUPLICATES = 5;

const namesOf = ({ name_ar: ar, name_fr: fr, name_en: en }: OrganisationRow): LocalizedText => ({
  ar,
  fr,
  en,
});

function viewOf(row: OrganisationRow): Organisation {
  return {
    id: row.id,
    names: namesOf(row),
    kind: row.kind,
    country: row.country,
    ice: row.ice,
    variants: row.variants,
    reportingContacts: row.contacts,
    note: row.note,
    revision: row.revision,
    mergedInto: row.mergedInto,
    mergedFrom: row.mergedFrom,
  };
}

const columnsOf = (content: OrganisationContent, merged: readonly MergedOrganisation[]) => ({
  nameAr: content.names.ar,
  nameFr: content.names.fr,
  nameEn: content.names.en,
  kind: content.kind,
  country: content.country,
  ice: content.ice,
  note: content.note,
  searchSource: searchSourceOf(content, merged),
});

/** Reads and writes organisations, except for their contacts, which are personal values. */
@Injectable()
export class OrganisationRepository {
  constructor(private readonly transactions: Transactions) {}

  async list(
    filter: OrganisationFilter,
    page: PageRequest,
    scope: OrganisationScope,
  ): Promise<Page<Organisation>> {
    const statement = {
      select: COLUMNS,
      from: 'organisation o',
      conditions: [
        ...holdsEveryWord('o.search', filter.q),
        ...equal('o.kind', filter.kind),
        ...equal('o.country', filter.country),
        STANDS_FOR_ITSELF,
        ...scope,
      ],
      sort: BY_NAME,
    };
    const rows = await readPage<OrganisationRow>(this.transactions.reader, statement, page);
    return { ...rows, items: rows.items.map(viewOf) };
  }

  /** Null when there is none, or none in scope. */
  async find(id: string, scope: OrganisationScope): Promise<Organisation | null> {
    return this.findIn(this.transactions.reader, id, scope, '');
  }

  /** The organisation, locked, if it still is at this revision. @throws RecordNotFound @throws RecordIsStale */
  async lock(tx: EntityManager, { id, revision }: RecordVersion): Promise<Organisation> {
    const found = await this.findIn(tx, id, [], 'FOR UPDATE');
    if (found === null) throw new RecordNotFound();
    if (found.revision !== revision) throw new RecordIsStale();
    return found;
  }

  /** The organisation, locked, at whatever revision. @throws RecordNotFound */
  async lockAny(tx: EntityManager, id: string): Promise<Organisation> {
    const found = await this.findIn(tx, id, [], 'FOR UPDATE');
    if (found === null) throw new RecordNotFound();
    return found;
  }

  /** Lets the record lead to the one that stays; null lets it stand for itself. @throws RecordIsStale */
  async lead(tx: EntityManager, version: RecordVersion, to: string | null): Promise<void> {
    await changeRecord(tx, OrganisationEntity, version, { mergedInto: to });
  }

  /** Writes once more by which words the organisation is found, after records were merged into it or taken out. */
  async renewSearch(tx: EntityManager, id: string, content: OrganisationContent): Promise<void> {
    const merged = (await this.findIn(tx, id, [], ''))?.mergedFrom ?? [];
    await tx.update(OrganisationEntity, { id }, { searchSource: searchSourceOf(content, merged) });
  }

  async insert(tx: EntityManager, id: string, content: OrganisationContent): Promise<void> {
    await tx.insert(OrganisationEntity, { id, ...columnsOf(content, []) });
    await this.insertVariants(tx, id, content.variants);
  }

  /** @param merged the records that lead to this one: their words find it too. */
  async change(
    tx: EntityManager,
    version: RecordVersion,
    content: OrganisationContent,
    merged: readonly MergedOrganisation[],
  ): Promise<void> {
    await changeRecord(tx, OrganisationEntity, version, columnsOf(content, merged));
    await tx.delete(OrganisationVariantEntity, { organisationId: version.id });
    await this.insertVariants(tx, version.id, content.variants);
  }

  /** Who has this identifier; whoever else wants it waits until this transaction ends. */
  async findHolderOfIce(tx: EntityManager, ice: string): Promise<string | null> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('ice:' || $1, 0))`, [ice]);
    const [holder] = await tx.query<{ id: string }[]>(
      'SELECT id FROM organisation WHERE ice = $1 AND merged_into IS NULL',
      [ice],
    );
    return holder?.id ?? null;
  }

  /** Organisations of which a name or a variant is much like one of these, the most alike first. */
  async findAlike(names: readonly string[]): Promise<NamedOrganisation[]> {
    const rows = await this.transactions.reader.query<OrganisationRow[]>(
      `SELECT o.id, o.name_ar, o.name_fr, o.name_en
         FROM unnest($1::text[]) AS wanted (name)
         JOIN organisation o ON fold_text(wanted.name) <<% o.search AND o.merged_into IS NULL
        GROUP BY o.id
        ORDER BY max(strict_word_similarity(fold_text(wanted.name), o.search)) DESC, o.id
        LIMIT ${MOST_DUPLICATES}`,
      [names],
    );
    return rows.map((row) => ({ id: row.id, names: namesOf(row) }));
  }

  /** Of a record that was merged, the names of the one that stays. */
  async findNames(ids: readonly string[]): Promise<NamedOrganisation[]> {
    const rows = await this.transactions.reader.query<OrganisationRow[]>(
      `SELECT asked.id, o.name_ar, o.name_fr, o.name_en
         FROM organisation asked JOIN organisation o ON o.id = coalesce(asked.merged_into, asked.id)
        WHERE asked.id = ANY($1)`,
      [ids],
    );
    return rows.map((row) => ({ id: row.id, names: namesOf(row) }));
  }

  private async findIn(
    db: EntityManager,
    id: string,
    scope: OrganisationScope,
    lock: '' | 'FOR UPDATE',
  ): Promise<Organisation | null> {
    const { where, values } = joinConditions([{ sql: 'o.id = ?', values: [id] }, ...scope]);
    const [row] = await db.query<OrganisationRow[]>(
      `SELECT ${COLUMNS} FROM organisation o ${where} ${lock}`,
      values,
    );
    return row ? viewOf(row) : null;
  }

  private async insertVariants(
    tx: EntityManager,
    organisationId: string,
    names: readonly string[],
  ): Promise<void> {
    if (names.length === 0) return;
    await tx.insert(
      OrganisationVariantEntity,
      names.map((name) => ({ organisationId, name })),
    );
  }
}

function equal(column: string, value: string | null | undefined): Condition[] {
  return value ? [{ sql: `${column} = ?`, values: [value] }] : [];
}
