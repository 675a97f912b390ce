import { Global, Module } from '@nestjs/common';
import { AuditEntryRepository } from './persistence/audit-entry.repository';
import { ChainRepository } from './persistence/chain.repository';
import { CheckpointRepository } from './persistence/checkpoint.repository';
import { SigningKeyFile } from './persistence/signing-key.file';
import { TrailVerifierFile } from './persistence/trail-verifier.file';
import { VerificationRepository } from './persistence/verification.repository';
import { TrailLinesRepository } from './persistence/trail-lines.repository';
import { AccessLog } from './use-cases/access-log';
import { AuditTrail } from './use-cases/audit-trail';
import { CountUnsealed } from './use-cases/count-unsealed';
import { EraseAuditedValues } from './use-cases/erase-audited-values';
import { ExportEntries } from './use-cases/export-entries';
import { ExportTrail } from './use-cases/export-trail';
import { ListCheckpoints } from './use-cases/list-checkpoints';
import { MakeCheckpoint } from './use-cases/make-checkpoint';
import { SealEntries } from './use-cases/seal-entries';

const USE_CASES = [
  AccessLog,
  AuditTrail,
  CountUnsealed,
  EraseAuditedValues,
  ExportEntries,
  ExportTrail,
  ListCheckpoints,
  MakeCheckpoint,
  SealEntries,
];
const REPOSITORIES = [
  AuditEntryRepository,
  ChainRepository,
  CheckpointRepository,
  SigningKeyFile,
  TrailLinesRepository,
  TrailVerifierFile,
  VerificationRepository,
];

/** What reading the trail and verifying it, each in its process, need beside the use cases. */
const SHARED = [AuditEntryRepository, TrailLinesRepository, TrailVerifierFile, VerificationRepository];

/** The audit trail, for every feature that writes, and the chain of its entries. */
@Global()
@Module({ providers: [...REPOSITORIES, ...USE_CASES], exports: [...USE_CASES, ...SHARED] })
export class AuditModule {}
