import ar from './i18n/ar.json';
import en from './i18n/en.json';
import fr from './i18n/fr.json';
import { registerSentences } from './i18n/sentences';

registerSentences({ ar, fr, en });

export * from './clock/clock-offset';
export * from './clock/clock.module';
export * from './clock/legal-time';
export * from './clock/machine-clock';
export * from './config/config.module';
export * from './config/project-root';
export * from './config/settings';
export * from './config/start-failure';
export * from './database';
export * from './http';
export * from './i18n/sentences';
export * from './mail/mail';
export * from './mail/mail.module';
export * from './mail/mailer';
export * from './outbox/outbox';
export * from './outbox/outbox.module';
export * from './outbox/relay';
export * from './queue/job';
export * from './queue/job-queue';
export * from './queue/job-worker';
export * from './queue/queue-backend';
export * from './queue/queue.module';
