import type { HealthStatus } from '@app/platform';

export class HealthResponse {
  status: 'ok';
}

/** How one part stands, and a word for the operator. */
export class HealthPartResponse {
  status: HealthStatus;
  detail: string;
}

/** Whether the process can do its work, and each part that it needs. */
export class ReadinessResponse {
  status: HealthStatus;
  database: HealthPartResponse;
  queue: HealthPartResponse;
  migrations: HealthPartResponse;
  timeZone: HealthPartResponse;
}
