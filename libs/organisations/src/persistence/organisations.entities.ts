import type { Language } from '@app/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MergeChanges } from '../domain/merge';
import type { OrganisationKind } from '../domain/organisation';
import type { PersonalValueKind } from '../domain/personal-value';

@Entity('organisation')
export class OrganisationEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('integer', { default: 1 })
  revision: number;

  @Column('text', { name: 'name_ar', nullable: true })
  nameAr: string | null;

  @Column('text', { name: 'name_fr', nullable: true })
  nameFr: string | null;

  @Column('text', { name: 'name_en', nullable: true })
  nameEn: string | null;

  @Column('text')
  kind: OrganisationKind;

  @Column('text', { nullable: true })
  country: string | null;

  @Column('text', { nullable: true })
  ice: string | null;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('text', { name: 'search_source' })
  searchSource: string;

  /** The record that stays for this one; always one that stands for itself. */
  @Column('uuid', { name: 'merged_into', nullable: true })
  mergedInto: string | null;
}

@Entity('organisation_variant')
export class OrganisationVariantEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' })
  organisationId: string;

  @PrimaryColumn('text')
  name: string;
}

@Entity('person')
export class PersonEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('integer', { default: 1 })
  revision: number;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('timestamptz', { name: 'erased_at', nullable: true })
  erasedAt: Date | null;

  /** The record that stays for this one; always one that stands for itself. */
  @Column('uuid', { name: 'merged_into', nullable: true })
  mergedInto: string | null;
}

/** That two records were found to be one, and, where it was undone, that they are two. */
abstract class MergeColumns {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'gone_id' })
  goneId: string;

  @Column('uuid', { name: 'kept_id' })
  keptId: string;

  @Column('text')
  reason: string;

  @Column('text', { name: 'merged_by' })
  mergedBy: string;

  @Column('timestamptz', { name: 'merged_at' })
  mergedAt: Date;

  @Column('text', { name: 'separated_by', nullable: true })
  separatedBy: string | null;

  @Column('timestamptz', { name: 'separated_at', nullable: true })
  separatedAt: Date | null;

  @Column('text', { name: 'separation_reason', nullable: true })
  separationReason: string | null;
}

@Entity('organisation_merge')
export class OrganisationMergeEntity extends MergeColumns {
  @Column('jsonb')
  changes: MergeChanges;

  /** Ids of rows that followed and go back, by table. */
  @Column('jsonb')
  moved: Record<string, string[]>;
}

@Entity('person_merge')
export class PersonMergeEntity extends MergeColumns {}

@Entity('personal_value')
export class PersonalValueEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  kind: PersonalValueKind;

  @Column('uuid', { name: 'person_id', nullable: true })
  personId: string | null;

  @Column('uuid', { name: 'organisation_id', nullable: true })
  organisationId: string | null;

  @Column('text')
  value: string;

  @Column('text', { nullable: true })
  language: Language | null;

  @Column('boolean', { default: false })
  preferred: boolean;
}
