import type { components } from '../../../.generated/schema';

export type WorkItem = components['schemas']['WorkItemResponse'];

/** Where somebody does what a list asks for, without the query. */
export function addressOfItem(code: string, { id, agreement, about }: WorkItem): string {
  const record = `/staff/agreements/${agreement.id}`;
  switch (code) {
    case 'my_drafts':
    case 'returned':
      return `${record}/draft`;
    case 'to_verify':
    case 'to_approve':
      return `${record}/review`;
    case 'to_sign':
      return `${record}/steps/sign`;
    case 'to_put_in_force':
      return `${record}/steps/put_in_force`;
    case 'fulfilments':
      return `${record}/steps/fulfil`;
    case 'open_conditions':
      return `${record}/steps/conditions`;
    case 'change_requests':
      return `/staff/review/requests/${id}`;
    case 'reports_to_review':
    case 'reports_late':
      return `/staff/reports/${id}`;
    case 'contradictions':
      return `/staff/review/contradictions/${agreement.id}/${id}`;
    case 'duplicates':
      return `/staff/review/duplicates/${agreement.id}/${encodeURIComponent(about[0] ?? '')}`;
    default:
      return record;
  }
}

/** The same, with the list that the reader works through. */
export function addressInList(code: string, item: WorkItem): string {
  return `${addressOfItem(code, item)}?list=${encodeURIComponent(code)}`;
}
