import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AgreementFileRole } from '../domain/agreement-file';

@Entity('agreement_file')
export class AgreementFileEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'agreement_id' }) agreementId: string;
  @Column('text') sha256: string;
  @Column('text') role: AgreementFileRole;
  @Column('text', { nullable: true }) language: string | null;
  @Column('text', { nullable: true }) title: string | null;
  @Column('text', { name: 'file_name' }) fileName: string;
  @Column('text', { name: 'recorded_by' }) recordedBy: string;
  @Column('date', { name: 'recorded_on' }) recordedOn: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: Date;
  @Column('text', { name: 'withdrawn_by', nullable: true }) withdrawnBy: string | null;
  @Column('date', { name: 'withdrawn_on', nullable: true }) withdrawnOn: string | null;
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true }) withdrawnAt: Date | null;
  @Column('text', { name: 'withdrawal_reason', nullable: true }) withdrawalReason: string | null;
}
