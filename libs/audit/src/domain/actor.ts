export { accountActor, type Actor } from '@app/kernel';
