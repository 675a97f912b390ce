import { Injectable } from '@nestjs/common';
import { AccessLog, auditKind } from '@app/audit';
import { RecordNotFound } from '@app/kernel';
import type { DataRequest } from '../domain/data-request';
import { DataRequestRepository } from '../persistence/data-request.repository';

const dataRequestRead = auditKind('data_request.read', 'data_request');

/** One request; who read it is noted. @throws RecordNotFound */
@Injectable()
export class FindDataRequest {
  constructor(
    private readonly requests: DataRequestRepository,
    private readonly accessLog: AccessLog,
  ) {}

  async execute(id: string): Promise<DataRequest> {
    const request = await this.requests.find(id);
    if (request === null) throw new RecordNotFound();
    await this.accessLog.noteRead(dataRequestRead, id);
    return request;
  }
}
