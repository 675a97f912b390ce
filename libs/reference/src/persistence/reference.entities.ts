import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { HolidayKind, HolidayStatus } from '../domain/holiday';
import type { ZoneStatus } from '../domain/zone';

@Entity('country_profile')
export class LoadedProfileEntity {
  @PrimaryColumn('boolean', { name: 'only_one', default: true })
  onlyOne: boolean;

  @Column('text')
  code: string;

  @Column('timestamptz', { name: 'loaded_at' })
  loadedAt: Date;
}

abstract class NamedRecord {
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
}

@Entity('region')
export class RegionEntity extends NamedRecord {
  @Column('text')
  code: string;

  @Column('text', { nullable: true })
  seat: string | null;
}

@Entity('zone')
export class ZoneEntity extends NamedRecord {
  @Column('text')
  code: string;

  @Column('text', { nullable: true })
  city: string | null;

  @Column('text', { name: 'region_code' })
  regionCode: string;

  @Column('text')
  kind: string;

  @Column('text', { nullable: true })
  manager: string | null;

  @Column('text')
  status: ZoneStatus;

  @Column('text', { nullable: true })
  note: string | null;
}

@Entity('sector')
export class SectorEntity extends NamedRecord {
  @Column('text')
  code: string;

  @Column('text', { array: true, default: () => `'{}'` })
  examples: string[];
}

@Entity('holiday')
export class HolidayEntity extends NamedRecord {
  @Column('text')
  key: string;

  @Column('text')
  kind: HolidayKind;

  @Column('text', { name: 'month_day', nullable: true })
  monthDay: string | null;

  @Column('integer', { name: 'since_year', nullable: true })
  sinceYear: number | null;

  @Column('integer', { name: 'usual_days', nullable: true })
  usualDays: number | null;

  @Column('text', { name: 'feast_key', nullable: true })
  feastKey: string | null;

  @Column('date', { name: 'first_day', nullable: true })
  firstDay: string | null;

  @Column('integer', { nullable: true })
  days: number | null;

  @Column('text')
  status: HolidayStatus;

  @Column('text', { nullable: true })
  note: string | null;
}
