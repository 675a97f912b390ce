import type { Language } from '@app/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
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
}

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
