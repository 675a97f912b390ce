import { defineJob } from '@app/platform';

/** Plans alerts: of one agreement, or of all that have reached a threshold. */
export const planAlertsJob = defineJob<{ agreementId?: string }>('alerts.plan');

/** Sends one notification, with those that follow it in the same mail. */
export const dispatchNotificationJob = defineJob<{ notificationId: string }>('alerts.dispatch');
