import { Injectable } from '@nestjs/common';
import { Delivery, JobHandler } from '@app/platform';
import { dispatchNotificationJob } from '../use-cases/alert-jobs';
import { DispatchNotification } from '../use-cases/dispatch-notification';

/** Sends one notification. */
@Injectable()
export class DispatchNotificationProcessor implements JobHandler<{ notificationId: string }> {
  readonly job = dispatchNotificationJob;

  constructor(private readonly dispatchNotification: DispatchNotification) {}

  async handle({ notificationId }: { notificationId: string }, delivery: Delivery): Promise<void> {
    await this.dispatchNotification.execute(notificationId, delivery);
  }
}
